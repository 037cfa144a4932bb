package counted;

/** The controls. */
public class Legacy {
  public Object give(Object value) {
    return value;
  }

  public void take(Object value) {}

  public Object fail(Throwable thrown) throws Throwable {
    throw thrown;
  }
}
