package io.understudy.journal;

import io.understudy.compare.accept.Agreement;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An accepted difference in the entry of a call point: condition, reason, owner and last day.
 * Immutable.
 */
public final class RecordedAcceptance {
  private final Agreement agreement;
  private final String where;
  private final @Nullable String limit;

  /**
   * Creates an acceptance.
   *
   * @param id its name, unique in the call point
   * @param where the condition that a difference must meet, as text
   * @param reason why the difference was agreed on
   * @param owner who is responsible for it
   * @param until the last day, in UTC, on which it covers calls
   * @param limit how much is accepted in a day, as text; null if not limited
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

  /** The name, as in tallies and examples. */
  public String id() {
    return agreement.id();
  }

  /** The condition that a difference must meet: {@code /tax VALUE by at most 0.01}. */
  public String where() {
    return where;
  }

  /** Why the difference was agreed on. */
  public String reason() {
    return agreement.reason();
  }

  /** Who is responsible for it. */
  public String owner() {
    return agreement.owner();
  }

  /** The last day, in UTC, on which it covers calls. */
  public LocalDate until() {
    return agreement.until();
  }

  /** How much is accepted in a day: {@code 1000 calls a day}; null if not limited. */
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
