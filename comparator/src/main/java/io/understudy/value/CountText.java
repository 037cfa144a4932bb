package io.understudy.value;

/** The text of a number of things: {@code 1 call}, {@code 2 calls}, {@code 0 entries}. */
public final class CountText {
  private CountText() {}

  /** Returns the number with its noun, which has the usual plural. */
  public static String of(long count, String singular) {
    return of(count, singular, singular + "s");
  }

  /** Returns the number with its noun. */
  public static String of(long count, String singular, String plural) {
    return count + " " + (count == 1 ? singular : plural);
  }
}
