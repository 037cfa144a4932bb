package app;

/** The candidate. */
public class Next {
  public int quote(int n) {
    return n + 1;
  }
}
