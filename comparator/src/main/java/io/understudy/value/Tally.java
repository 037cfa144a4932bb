package io.understudy.value;

/**
 * The one number that describes the leaves of an object; {@code ScalarFields} computes it:
 *
 * <ul>
 *   <li>bits 0 to 35: the number of characters of all its texts;
 *   <li>bits 36 to 39: the number of leaves that hold an exception, which is an object of an
 *       unknown subclass of the declared type; such leaves must be examined one by one;
 *   <li>bits 40 to 63: a fingerprint of one or two of the values. It is stable while the object
 *       does not change, and differs between most objects of a class. It is much cheaper than
 *       {@code System.identityHashCode} of an object that was never hashed.
 * </ul>
 *
 * <p>Stateless.
 */
public final class Tally {
  /** Exceptions are counted from this bit on. */
  public static final int EXCEPTION_SHIFT = 36;

  /** The largest number of exceptions that four bits hold. */
  public static final int MOST_EXCEPTIONS = 15;

  /** The fingerprint begins at this bit. */
  public static final int FINGERPRINT_SHIFT = 40;

  private Tally() {}

  /** The number of characters of all texts of an object with this tally. */
  public static long characters(long tally) {
    return tally & ((1L << EXCEPTION_SHIFT) - 1);
  }

  /** Whether an object with this tally has leaves that must be examined one by one. */
  public static boolean hasExceptions(long tally) {
    return ((tally >>> EXCEPTION_SHIFT) & MOST_EXCEPTIONS) != 0;
  }

  /** The fingerprint of an object with this tally. */
  public static int fingerprint(long tally) {
    return (int) (tally >>> FINGERPRINT_SHIFT);
  }
}
