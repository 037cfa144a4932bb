package io.understudy.compare;

import java.util.Collections;
import java.util.List;

/** What comparing two outcomes gave. Immutable. */
public final class Comparison {
  private static final Comparison EQUAL = new Comparison(Collections.emptyList(), 0);

  private final List<Difference> differences;
  private final long count;

  private Comparison(List<Difference> differences, long count) {
    this.differences = differences;
    this.count = count;
  }

  /** No difference. */
  static Comparison equal() {
    return EQUAL;
  }

  /** At least one difference; {@code count} may be more than are listed. */
  static Comparison different(List<Difference> differences, long count) {
    return new Comparison(Collections.unmodifiableList(differences), count);
  }

  /** Whether the outcomes are equal under the rules. */
  public boolean isEqual() {
    return count == 0;
  }

  /** The first differences in the order in which they were found; bounded. Unmodifiable. */
  public List<Difference> differences() {
    return differences;
  }

  /** How many differences there are, listed or not. */
  public long count() {
    return count;
  }

  @Override
  public String toString() {
    return count == 0 ? "equal" : count + " differences: " + differences;
  }
}
