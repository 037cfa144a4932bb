package io.understudy.compare;

import org.jspecify.annotations.Nullable;

/** Compares two outcomes, or any two objects, under rules. Thread-safe. */
public final class Differ {
  private final Rules rules;

  private Differ(Rules rules) {
    this.rules = rules;
  }

  /** A differ under these rules; made once and kept, since it caches plans. */
  public static Differ with(Rules rules) {
    return new Differ(rules);
  }

  /** Compares what both sides did. */
  public Comparison compare(Outcome control, Outcome candidate) {
    throw new IllegalStateException("not yet built " + rules);
  }

  /** Compares two objects, live or frozen. */
  public Comparison compare(@Nullable Object control, @Nullable Object candidate) {
    return compare(Outcome.returned(control), Outcome.returned(candidate));
  }
}
