package app;

/** The control: does nothing that ends the JVM. */
public class Legacy {
  public int quote(int n) {
    return n;
  }
}
