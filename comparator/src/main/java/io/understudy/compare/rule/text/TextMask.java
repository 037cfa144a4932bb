package io.understudy.compare.rule.text;

import io.understudy.compare.BoundedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks the parts of a text that do not count: each match of a pattern is replaced by one mark. An
 * empty match is not replaced. Immutable.
 *
 * <p>Some patterns take time exponential in the length of the text ({@code (a+)+$}). They read the
 * text again and again, so reads of characters are counted, and masking fails beyond a limit.
 */
public final class TextMask {
  /** A noncharacter of Unicode; where a text contains it anyway, it is escaped. */
  private static final char MARK = '\uFFFF';

  private static final String IN_TEXT = MARK + "t";
  private static final String OF_MATCH = MARK + "m";

  /**
   * The limit of reads of characters, apart from {@link #READS_OF_A_CHARACTER} for each character.
   */
  private static final long READS = 50_000;

  private static final long READS_OF_A_CHARACTER = 200;

  private static final String TOO_LONG =
      "a mask's pattern takes too long for this text: simplify it";

  private final Pattern pattern;

  /** Creates a mask; an empty match of the pattern masks nothing. */
  public TextMask(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Returns the text with marks.
   *
   * @throws BoundedText.LimitExceeded when the pattern reads too much, or its matching recurses too
   *     deep
   */
  public String of(String text) {
    try {
      return masked(text);
    } catch (StackOverflowError tooDeep) {
      throw new BoundedText.LimitExceeded(TOO_LONG);
    }
  }

  private static BoundedText bounded(String text) {
    return new BoundedText(text, READS + READS_OF_A_CHARACTER * text.length(), TOO_LONG);
  }

  private String masked(String text) {
    Matcher matcher = pattern.matcher(bounded(text));
    StringBuilder out = null;
    int from = 0;
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        out = out == null ? new StringBuilder(text.length()) : out;
        out.append(escaped(text.substring(from, matcher.start()))).append(OF_MATCH);
        from = matcher.end();
      }
    }
    return out == null ? escaped(text) : out.append(escaped(text.substring(from))).toString();
  }

  private static String escaped(String text) {
    return text.indexOf(MARK) < 0 ? text : text.replace(String.valueOf(MARK), IN_TEXT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextMask && toString().equals(other.toString());
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
