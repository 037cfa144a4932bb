package io.understudy.compare.explain;

import org.jspecify.annotations.Nullable;

/**
 * One statement that is true of two differing values and may be why they differ. The names come
 * from a bounded vocabulary, never hold a value, and are listed in docs/comparing.md; they go to
 * the journal. Immutable.
 */
public final class Explanation {
  private final String name;

  private Explanation(String name) {
    this.name = name;
  }

  /** The explanation of this name. */
  public static Explanation of(String name) {
    return new Explanation(name);
  }

  /** The name, the family first: {@code rounding HALF_UP/HALF_EVEN}, {@code factor 100}. */
  public String name() {
    return name;
  }

  /** Whether this is called so, in full or by its first words: {@code rounding}, {@code factor}. */
  public boolean is(String called) {
    return name.equals(called) || name.startsWith(called + " ");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Explanation && name.equals(((Explanation) other).name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
