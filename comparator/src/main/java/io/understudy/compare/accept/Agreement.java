package io.understudy.compare.accept;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The agreement about an accepted difference: id, reason, owner and last day. Immutable, equal by
 * content.
 */
public final class Agreement {
  private final String id;
  private final String reason;
  private final String owner;
  private final LocalDate until;

  /**
   * Creates an agreement without any check.
   *
   * @param id the id of the acceptance, unique in the call point
   * @param reason why the difference was agreed on
   * @param owner who is responsible for it
   * @param until the last day, in UTC, on which it covers calls
   */
  public Agreement(String id, String reason, String owner, LocalDate until) {
    this.id = id;
    this.reason = reason;
    this.owner = owner;
    this.until = until;
  }

  /** Returns the id of the acceptance: {@code ROUND-17}. */
  public String id() {
    return id;
  }

  /** Returns why the difference was agreed on. */
  public String reason() {
    return reason;
  }

  /** Returns who is responsible for it. */
  public String owner() {
    return owner;
  }

  /** Returns the last day, in UTC, on which it covers calls. */
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
