package chaos;

/** A candidate whose class cannot be initialised. */
public class BadStart {
  static final int VALUE = value();

  private static int value() {
    throw new IllegalStateException("no table of rates");
  }

  public int quote(int n) {
    return VALUE;
  }
}
