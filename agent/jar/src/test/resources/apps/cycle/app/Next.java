package app;

/** A candidate that needs a class of the application when it is initialised, and the other way. */
public class Next {
  static int BASE = Main.pause(1);
  static final int SUM = BASE + Rates.factor();
  static final String THREAD = Thread.currentThread().getName();

  public int quote(int n) {
    return n + SUM - SUM;
  }
}
