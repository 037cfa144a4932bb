package io.understudy.compare.rule.text;

import io.understudy.compare.BoundedText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern that a whole text must match. Reads of characters are bounded. Immutable. */
public final class TextPattern {
  /** The limit of reads, apart from {@link #READS_OF_A_CHARACTER} for each character. */
  private static final long READS = 50_000;

  private static final long READS_OF_A_CHARACTER = 200;

  private static final String TOO_LONG = "the pattern takes too long for this text: simplify it";

  private final Pattern pattern;

  /** Creates a pattern. */
  public TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Whether the whole text matches.
   *
   * @throws BoundedText.LimitExceeded when the pattern reads too much, or its matching recurses too
   *     deep
   */
  public boolean matches(String text) {
    try {
      long reads = READS + READS_OF_A_CHARACTER * text.length();
      return pattern.matcher(new BoundedText(text, reads, TOO_LONG)).matches();
    } catch (StackOverflowError tooDeep) {
      throw new BoundedText.LimitExceeded(TOO_LONG);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextPattern && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Returns the pattern, with its flags where it has some. */
  @Override
  public String toString() {
    return pattern.flags() == 0 ? pattern.pattern() : pattern + " (flags " + pattern.flags() + ")";
  }
}
