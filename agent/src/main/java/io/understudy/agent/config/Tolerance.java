package io.understudy.agent.config;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far numbers may differ: {@code 0.005}, or {@code 1e-9 relative}. Immutable. */
final class Tolerance {
  private static final String EXPECTED = "a number such as 0.005, or one such as 1e-9 relative";
  private static final Pattern RELATIVE = Pattern.compile("(\\S+) +relative");

  static final Values.Kind<Tolerance> KIND = Values.kind(EXPECTED, Tolerance::read);

  final BigDecimal most;
  final boolean relative;

  private Tolerance(BigDecimal most, boolean relative) {
    this.most = most;
    this.relative = relative;
  }

  private static Tolerance read(Tree.Scalar scalar) {
    Matcher matcher = RELATIVE.matcher(scalar.text);
    boolean relative = matcher.matches();
    BigDecimal most = Values.number(EXPECTED, scalar, relative ? matcher.group(1) : scalar.text);
    if (scalar.quoted && !relative) {
      throw Values.wrong(EXPECTED, scalar, "; write it without quotes");
    }
    if (most.signum() < 0) {
      throw Values.wrong(EXPECTED, scalar, "; a tolerance is not negative");
    }
    if (relative && most.compareTo(BigDecimal.ONE) >= 0) {
      throw Values.wrong(EXPECTED, scalar, "; a relative tolerance of 1 or more accepts anything");
    }
    return new Tolerance(most.stripTrailingZeros(), relative);
  }

  @Override
  public String toString() {
    return most + (relative ? " relative" : "");
  }
}
