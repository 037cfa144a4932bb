package counted;

/** The candidates. */
public class Next {
  public Object give(Object value) {
    return value;
  }

  public void take(Object value) {}

  public Object fail(Throwable thrown) throws Throwable {
    throw thrown;
  }
}
