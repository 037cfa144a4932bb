package app;

/** The controls. */
public class Legacy implements Pricing {
  @Override
  public int quote(int n) {
    return n;
  }

  public int inherited(int n) {
    return n;
  }

  public int delegated(int n) {
    return n;
  }

  public int sometimes(int n) {
    return n;
  }

  public int threaded(int n) {
    return n;
  }

  public int proxied(int n) {
    return n;
  }

  public static int shared(int n) {
    return n;
  }

  public int rewritten(int n) {
    return n;
  }
}
