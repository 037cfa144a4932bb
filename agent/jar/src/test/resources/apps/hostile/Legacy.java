package app;

/** The control. */
public class Legacy {
  public int quote(int n) {
    return n + 1;
  }
}
