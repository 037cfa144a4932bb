package app;

public class Legacy {
  public Object take(Object value) {
    return value;
  }
}
