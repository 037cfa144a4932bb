package app;

/** A class whose constant can change. */
public class Settings {
  public static final Settings DEFAULT = new Settings();

  public int limit = 10;
}
