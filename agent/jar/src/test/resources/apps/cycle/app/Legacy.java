package app;

/** The control; it needs nothing of the cycle. */
public class Legacy {
  public int quote(int n) {
    return n;
  }
}
