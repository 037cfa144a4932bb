package io.understudy.journal;

import io.understudy.compare.accept.Agreement;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An accepted difference as a call point's entry states it: what was agreed, by whom, and until
 * when. Immutable.
 */
public final class RecordedAcceptance {
  private final Agreement agreement;
  private final String where;
  private final @Nullable String limit;

  /**
   * States an acceptance.
   *
   * @param id its name, unique in the call point
   * @param where the condition that a difference must meet, as text
   * @param reason why it was agreed
   * @param owner who answers for it
   * @param until the last day, in UTC, on which it counts
   * @param limit how much of it is accepted in a day, as text; null for any amount
   */
  public RecordedAcceptance(
      String id,
      String where,
      String reason,
      String owner,
      LocalDate until,
      @Nullable String limit) {
    this.agreement = new Agreement(id, reason, owner, until);
    this.where = where;
    this.limit = limit;
  }

  /** Its name, as tallies and examples give it. */
  public String id() {
    return agreement.id();
  }

  /** The condition that a difference must meet: {@code /tax VALUE by at most 0.01}. */
  public String where() {
    return where;
  }

  /** Why it was agreed. */
  public String reason() {
    return agreement.reason();
  }

  /** Who answers for it. */
  public String owner() {
    return agreement.owner();
  }

  /** The last day, in UTC, whose calls it counts for. */
  public LocalDate until() {
    return agreement.until();
  }

  /** How much of it is accepted in a day: {@code 1000 calls a day}; null for any amount. */
  public @Nullable String limit() {
    return limit;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof RecordedAcceptance)) {
      return false;
    }
    RecordedAcceptance that = (RecordedAcceptance) other;
    return agreement.equals(that.agreement)
        && where.equals(that.where)
        && Objects.equals(limit, that.limit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(agreement, where);
  }

  @Override
  public String toString() {
    return id() + ": " + where + ", until " + until() + ", " + owner() + ": " + reason();
  }
}
