package lib;

import java.math.RoundingMode;

/** The same name in a later version. */
public class Rounding {
  public static final RoundingMode MODE = mode();

  private static RoundingMode mode() {
    return RoundingMode.HALF_UP;
  }
}
