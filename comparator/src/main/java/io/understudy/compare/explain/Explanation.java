package io.understudy.compare.explain;

import org.jspecify.annotations.Nullable;

/**
 * A true statement about two different values that may be the reason why they differ. The names
 * come from a bounded vocabulary, contain no values and are listed in docs/comparing.md; the
 * journal records them. Immutable.
 */
public final class Explanation {
  private final String name;

  private Explanation(String name) {
    this.name = name;
  }

  /** Creates the explanation with this name. */
  public static Explanation of(String name) {
    return new Explanation(name);
  }

  /** Returns the name, the family first: {@code rounding HALF_UP/HALF_EVEN}, {@code factor 100}. */
  public String name() {
    return name;
  }

  /** Returns whether this is the name or its first words: {@code rounding}, {@code factor}. */
  public boolean is(String nameOrFamily) {
    return name.equals(nameOrFamily) || name.startsWith(nameOrFamily + " ");
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
