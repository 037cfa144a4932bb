package app;

/** The interface of controls and candidates. */
public interface Pricing {
  int quote(int n);

  default int bonus(int n) {
    return n;
  }
}
