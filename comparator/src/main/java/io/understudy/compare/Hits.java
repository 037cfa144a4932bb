package io.understudy.compare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which rules mattered in one comparison, in order, so that what was counted on the way to an
 * account that is not told can be taken back. Not thread-safe.
 */
final class Hits {
  /** Counts nothing. */
  static final Hits NONE = new Hits(new int[0]);

  private int[] rules;
  private int size;

  /** None so far. */
  Hits() {
    this(new int[16]);
  }

  private Hits(int[] rules) {
    this.rules = rules;
  }

  /** Whether anybody counts, so that finding out what mattered is worth some effort. */
  boolean isCounting() {
    return this != NONE;
  }

  /** Counts that a rule mattered; null counts nothing. */
  public void count(@Nullable Rule rule) {
    if (rule != null) {
      add(rule.number);
    }
  }

  /** The same for a rename. */
  public void count(Rename rename) {
    add(rename.number);
  }

  private void add(int number) {
    if (this == NONE) {
      return;
    }
    if (size == rules.length) {
      rules = Arrays.copyOf(rules, 2 * size);
    }
    rules[size++] = number;
  }

  /** How many have been counted, for {@link #truncate}. */
  int mark() {
    return size;
  }

  /** Takes back all but the first {@code to}. */
  void truncate(int to) {
    size = to;
  }

  /** The number of the rule that was counted {@code i}th, from 0. */
  int rule(int i) {
    return rules[i];
  }
}
