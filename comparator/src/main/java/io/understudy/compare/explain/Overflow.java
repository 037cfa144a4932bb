package io.understudy.compare.explain;

import java.math.BigInteger;

/** Explains a side that is the other in a type with too few bits. */
final class Overflow {
  private static final int[] BITS = {64, 32, 16, 8};

  private Overflow() {}

  static void explain(NumberPair pair, ExplanationList found) {
    if (!pair.control.isWhole() || !pair.candidate.isWhole()) {
      return;
    }
    BigInteger a = pair.control.exact.toBigIntegerExact();
    BigInteger b = pair.candidate.exact.toBigIntegerExact();
    for (int bits : BITS) {
      BigInteger range = BigInteger.ONE.shiftLeft(bits);
      boolean wrapped = a.subtract(b).mod(range).signum() == 0;
      if (wrapped && (fits(a, bits) || fits(b, bits))) {
        found.add("overflow 2^" + bits);
        return;
      }
    }
    for (int bits : BITS) {
      found.addIf(isCapped(a, b, bits) || isCapped(b, a, bits), "capped at 2^" + (bits - 1));
    }
  }

  /** Returns whether this number of bits holds the number, signed or unsigned. */
  private static boolean fits(BigInteger number, int bits) {
    return number.bitLength() < bits || (number.signum() > 0 && number.bitLength() == bits);
  }

  private static boolean isCapped(BigInteger capped, BigInteger whole, int bits) {
    boolean atEnd = capped.bitLength() == bits - 1;
    BigInteger top = BigInteger.ONE.shiftLeft(bits - 1);
    return atEnd
        && (capped.equals(top.subtract(BigInteger.ONE)) && whole.compareTo(capped) > 0
            || capped.equals(top.negate()) && whole.compareTo(capped) < 0);
  }
}
