package io.understudy.journal;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An accepted difference as a call point's entry states it: what was agreed, by whom, and until
 * when. Immutable.
 */
public final class RecordedAcceptance {
  private final String id;
  private final String where;
  private final String reason;
  private final String owner;
  private final LocalDate until;
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
    this.id = id;
    this.where = where;
    this.reason = reason;
    this.owner = owner;
    this.until = until;
    this.limit = limit;
  }

  /** Its name, as tallies and examples give it. */
  public String id() {
    return id;
  }

  /** The condition that a difference must meet: {@code /tax VALUE by at most 0.01}. */
  public String where() {
    return where;
  }

  /** Why it was agreed. */
  public String reason() {
    return reason;
  }

  /** Who answers for it. */
  public String owner() {
    return owner;
  }

  /** The last day, in UTC, whose calls it counts for. */
  public LocalDate until() {
    return until;
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
    return id.equals(that.id)
        && where.equals(that.where)
        && reason.equals(that.reason)
        && owner.equals(that.owner)
        && until.equals(that.until)
        && Objects.equals(limit, that.limit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, where, until);
  }

  @Override
  public String toString() {
    return id + ": " + where + ", until " + until + ", " + owner + ": " + reason;
  }
}
