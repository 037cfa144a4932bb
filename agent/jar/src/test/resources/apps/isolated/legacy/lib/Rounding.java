package lib;

import java.math.RoundingMode;

public class Rounding {
  public static final RoundingMode MODE = RoundingMode.DOWN;
}
