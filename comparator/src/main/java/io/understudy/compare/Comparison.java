package io.understudy.compare;

import java.util.Collections;
import java.util.List;

/** What comparing two outcomes gave. Immutable. */
public final class Comparison {
  private static final Comparison EQUAL = new Comparison(Collections.emptyList(), 0, 0);

  private final List<Difference> differences;
  private final long count;
  private final long accepted;

  private Comparison(List<Difference> differences, long count, long accepted) {
    this.differences = differences;
    this.count = count;
    this.accepted = accepted;
  }

  /** No difference. */
  static Comparison equal() {
    return EQUAL;
  }

  /** At least one difference; {@code count} may be more than are listed. */
  static Comparison different(List<Difference> differences, long count, long accepted) {
    return new Comparison(Collections.unmodifiableList(differences), count, accepted);
  }

  /** Whether the outcomes are equal under the rules. */
  public boolean isEqual() {
    return count == 0;
  }

  /** Whether the outcomes differ, and every difference, listed or not, was accepted. */
  public boolean isAccepted() {
    return count > 0 && accepted == count;
  }

  /**
   * The first differences in the order in which they were found, those that nothing accepted before
   * the others; bounded. Unmodifiable.
   */
  public List<Difference> differences() {
    return differences;
  }

  /** How many differences there are, listed or not. */
  public long count() {
    return count;
  }

  /** How many differences were accepted, listed or not. */
  public long acceptedCount() {
    return accepted;
  }

  @Override
  public String toString() {
    if (count == 0) {
      return "equal";
    }
    String share = accepted == 0 ? "" : ", " + accepted + " of them accepted";
    return count + " differences" + share + ": " + differences;
  }
}
