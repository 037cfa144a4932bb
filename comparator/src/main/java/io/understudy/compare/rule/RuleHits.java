package io.understudy.compare.rule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which rules mattered in one comparison, in order, so that what was counted on the way to an
 * account that is not told can be taken back. Not thread-safe.
 */
public final class RuleHits {
  /** Counts nothing. */
  static final RuleHits NONE = new RuleHits(new int[0]);

  private int[] rules;
  private int size;

  /** None so far. */
  RuleHits() {
    this(new int[16]);
  }

  private RuleHits(int[] rules) {
    this.rules = rules;
  }

  /** Whether anybody counts, so that finding out what mattered is worth some effort. */
  public boolean isCounting() {
    return this != NONE;
  }

  /** Counts that a rule mattered; null counts nothing. */
  public void count(@Nullable Rule rule) {
    if (rule != null) {
      add(rule.number);
    }
  }

  /** The same for a rename. */
  public void count(RenameRule rename) {
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
  public int mark() {
    return size;
  }

  /** Takes back all but the first {@code to}. */
  public void truncate(int to) {
    size = to;
  }

  /** The number of the rule that was counted {@code i}th, from 0. */
  int rule(int i) {
    return rules[i];
  }
}
