package io.understudy.compare;

import io.understudy.value.CountText;
import java.util.Collections;
import java.util.List;

/** The result of comparing two outcomes. Immutable. */
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

  /** Returns the result without differences. */
  public static Comparison equal() {
    return EQUAL;
  }

  /**
   * Creates a result with at least one difference.
   *
   * @param differences the listed differences; not copied
   * @param count the number of differences, listed or not
   * @param accepted the number of accepted differences, listed or not
   */
  public static Comparison different(List<Difference> differences, long count, long accepted) {
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
   * The first differences in the order in which they were found; those that are not accepted come
   * first. At most 64, unmodifiable.
   */
  public List<Difference> differences() {
    return differences;
  }

  /** The number of differences, listed or not. */
  public long count() {
    return count;
  }

  /** The number of accepted differences, listed or not. */
  public long acceptedCount() {
    return accepted;
  }

  /**
   * For tests: passes where both are equal, or every difference was accepted.
   *
   * @throws AssertionError with {@link #report()} otherwise
   */
  public void assertEqual() {
    if (count > accepted) {
      throw new AssertionError(report());
    }
  }

  /**
   * The differences as text for a reader: their number, then one line for each listed difference,
   * as {@link Difference#toString} prints it.
   */
  public String report() {
    if (count == 0) {
      return "equal";
    }
    StringBuilder text = new StringBuilder(counted());
    text.append(accepted == 0 ? "" : ", " + accepted + " of them accepted");
    text.append(" between control and candidate:");
    differences.forEach(difference -> text.append("\n  ").append(difference));
    long more = count - differences.size();
    return more == 0
        ? text.toString()
        : text.append("\n  and ").append(more).append(" more").toString();
  }

  private String counted() {
    return CountText.of(count, "difference");
  }

  @Override
  public String toString() {
    if (count == 0) {
      return "equal";
    }
    String share = accepted == 0 ? "" : ", " + accepted + " of them accepted";
    return counted() + share + ": " + differences;
  }
}
