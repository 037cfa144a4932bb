package app;

public class Twice {
  public int twice(int value) {
    return 2 * value;
  }
}
