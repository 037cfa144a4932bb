package app;

public class Strategy {
  public static final Strategy[] KNOWN = {new Strategy(), new Strategy()};

  public int apply(int value) {
    return value + 1;
  }
}
