package io.understudy.compare.rule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rules that mattered in one comparison, in order. The order allows the walk to discard hits
 * together with the differences that it discards. Not thread-safe.
 */
public final class RuleHits {
  /** Counts nothing. */
  static final RuleHits NONE = new RuleHits(new int[0]);

  private int[] rules;
  private int size;

  /** Creates an empty list. */
  RuleHits() {
    this(new int[16]);
  }

  private RuleHits(int[] rules) {
    this.rules = rules;
  }

  /** Returns hits that count nothing. */
  public static RuleHits none() {
    return NONE;
  }

  /** Whether hits are counted; if not, the caller need not find out which rules mattered. */
  public boolean isCounting() {
    return this != NONE;
  }

  /** Counts that a rule mattered; null counts nothing. */
  public void count(@Nullable Rule rule) {
    if (rule != null && rule.isCounted) {
      add(rule.number);
    }
  }

  /** Counts that a rename mattered. */
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

  /** Returns the number of hits, for {@link #truncate}. */
  public int mark() {
    return size;
  }

  /** Discards all but the first {@code to} hits. */
  public void truncate(int to) {
    size = to;
  }

  /** Returns the number of the rule of the hit at {@code i}, from 0. */
  int rule(int i) {
    return rules[i];
  }
}
