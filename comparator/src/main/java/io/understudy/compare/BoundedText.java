package io.understudy.compare;

/**
 * A text whose characters can be read only a limited number of times. A regular expression can take
 * time exponential in its text ({@code (a+)+$}); it reads the text again and again, so the limit
 * ends it. Not thread-safe.
 */
public final class BoundedText implements CharSequence {
  private final CharSequence text;
  private final long[] readsLeft;
  private final String message;

  /**
   * Creates a text with a limit.
   *
   * @param reads the maximum number of calls of {@link #charAt}, for all parts together
   * @param message the message of the exception at the next read
   */
  public BoundedText(String text, long reads, String message) {
    this(text, new long[] {reads}, message);
  }

  private BoundedText(CharSequence text, long[] readsLeft, String message) {
    this.text = text;
    this.readsLeft = readsLeft;
    this.message = message;
  }

  /**
   * Reads a character.
   *
   * @throws LimitExceeded when the limit of reads is reached
   */
  @Override
  public char charAt(int index) {
    if (--readsLeft[0] < 0) {
      throw new LimitExceeded(message);
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  /** Returns a part of the text, under the same limit. */
  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.subSequence(start, end), readsLeft, message);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** A text was read too often. Has no stack trace. */
  public static final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception. */
    public LimitExceeded(String message) {
      super(message, null, false, false);
    }
  }
}
