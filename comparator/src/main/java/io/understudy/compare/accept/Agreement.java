package io.understudy.compare.accept;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed on about an accepted difference: its id, why, who answers for it, and until when.
 * Immutable, equal by content.
 */
public final class Agreement {
  private final String id;
  private final String reason;
  private final String owner;
  private final LocalDate until;

  /**
   * States an agreement; checks nothing.
   *
   * @param id the acceptance's id, unique in the call point
   * @param reason why it was agreed
   * @param owner who answers for it
   * @param until the last day, in UTC, whose calls it covers
   */
  public Agreement(String id, String reason, String owner, LocalDate until) {
    this.id = id;
    this.reason = reason;
    this.owner = owner;
    this.until = until;
  }

  /** The acceptance's id: {@code ROUND-17}. */
  public String id() {
    return id;
  }

  /** Why it was agreed. */
  public String reason() {
    return reason;
  }

  /** Who answers for it. */
  public String owner() {
    return owner;
  }

  /** The last day, in UTC, whose calls it covers. */
  public LocalDate until() {
    return until;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Agreement)) {
      return false;
    }
    Agreement that = (Agreement) other;
    return id.equals(that.id)
        && reason.equals(that.reason)
        && owner.equals(that.owner)
        && until.equals(that.until);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, until);
  }

  /** {@code ROUND-17 until 2027-01-31 (tax-team: legacy truncated)}. */
  @Override
  public String toString() {
    return id + " until " + until + " (" + owner + ": " + reason + ")";
  }
}
