package chaos;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.TimeZone;

/** An answer that depends on the state of the whole JVM. */
final class Defaults {
  private Defaults() {}

  static String text(int n) {
    return NumberFormat.getInstance().format(n + 1234.5)
        + " "
        + String.format("%,d", n * 1000)
        + " "
        + "TITLE".toLowerCase(Locale.getDefault())
        + " "
        + TimeZone.getDefault().getID()
        + " "
        + System.getProperty("chaos.rate", "none")
        + " "
        + System.getProperty("line.separator").length();
  }
}
