package app;

public final class Marks {
  public static final Object NONE = new Object();

  private Marks() {}
}
