package io.understudy.compare;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether messages or causes of exceptions are compared, and what does not count. Immutable. */
final class Compared {
  static final Compared NOT = new Compared("not compared", null);
  static final Compared FULLY = new Compared("compared", null);

  private final String text;
  private final @Nullable Mask mask;

  private Compared(String text, @Nullable Mask mask) {
    this.text = text;
    this.mask = mask;
  }

  static Compared without(Pattern pattern) {
    Mask mask = new Mask(pattern);
    return new Compared("compared without what matches " + mask, mask);
  }

  boolean isMasked() {
    return mask != null;
  }

  /** Whether two messages that differ are the same once masked; a mask that takes too long: no. */
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
    return other instanceof Compared && text.equals(((Compared) other).text);
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
