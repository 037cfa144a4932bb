package app;

import java.io.PrintStream;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;

/** The control: its answer depends on what the whole JVM shares. */
public class Legacy {
  static final PrintStream OUT = System.out;

  public String quote(int n) {
    return String.format("%,d.%tY ", n * 1000, n * 1L)
        + String.format(Locale.getDefault(Locale.Category.DISPLAY), "%,d ", n)
        + Locale.getDefault()
        + " "
        + TimeZone.getDefault().getID()
        + " "
        + Calendar.getInstance().getTimeZone().getID()
        + " "
        + System.getProperty("app.mode")
        + System.getProperty("app.none")
        + System.getProperty("java.version")
        + " "
        + (System.out == OUT)
        + (Thread.getDefaultUncaughtExceptionHandler() == null)
        + System.lineSeparator().length()
        + System.getProperties().containsKey("app.mode");
  }
}
