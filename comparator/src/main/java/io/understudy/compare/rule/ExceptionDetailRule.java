package io.understudy.compare.rule;

import io.understudy.compare.BoundedText;
import io.understudy.compare.rule.text.TextMask;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether messages, causes or classes of exceptions are compared, and with which mask. Immutable.
 */
final class ExceptionDetailRule {
  static final ExceptionDetailRule NOT_COMPARED = new ExceptionDetailRule("not compared", null);
  static final ExceptionDetailRule COMPARED = new ExceptionDetailRule("compared", null);

  /** For classes: the candidate may throw any. */
  static final ExceptionDetailRule ANY_CLASS = new ExceptionDetailRule("any class", null);

  private final String text;
  private final @Nullable TextMask mask;

  private ExceptionDetailRule(String text, @Nullable TextMask mask) {
    this.text = text;
    this.mask = mask;
  }

  static ExceptionDetailRule without(Pattern pattern) {
    TextMask mask = new TextMask(pattern);
    return new ExceptionDetailRule("compared without what matches " + mask, mask);
  }

  boolean isMasked() {
    return mask != null;
  }

  /** Whether two messages are equal after the mask; false where the mask takes too long. */
  boolean passes(@Nullable String control, @Nullable String candidate) {
    try {
      return mask != null
          && control != null
          && candidate != null
          && mask.of(control).equals(mask.of(candidate));
    } catch (BoundedText.LimitExceeded unknown) {
      return false;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExceptionDetailRule && text.equals(((ExceptionDetailRule) other).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
