package app;

public final class Lazy {
  private static volatile Lazy instance;

  private final String name = "lazy";

  private Lazy() {}

  public static Lazy get() {
    if (instance == null) {
      synchronized (Lazy.class) {
        if (instance == null) {
          instance = new Lazy();
        }
      }
    }
    return instance;
  }
}
