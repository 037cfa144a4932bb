package io.understudy.compare.accept;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A known difference that was agreed on: governed debt, never a silent mute. It has a condition by
 * which it is known, a reason, an owner, a last day, and at will a limit. Immutable, equal by
 * content.
 */
public final class Acceptance {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:#/-]{0,63}");

  private final Agreement agreement;
  private final AcceptanceCondition where;
  private final AcceptanceLimit limit;

  private Acceptance(Agreement agreement, AcceptanceCondition where, AcceptanceLimit limit) {
    this.agreement = agreement;
    this.where = where;
    this.limit = limit;
  }

  /**
   * States an acceptance without a limit.
   *
   * @param id its name, unique in the call point: letters, digits and {@code . _ : # / -}, 64 at
   *     most
   * @param where which differences it covers
   * @param reason why that was agreed
   * @param owner who answers for it
   * @param until the last day, in UTC, whose calls it covers
   * @throws IllegalArgumentException when the id is none, or reason or owner is blank
   */
  public static Acceptance of(
      String id, AcceptanceCondition where, String reason, String owner, LocalDate until) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "an id has 1 to 64 letters, digits and . _ : # / - and begins with a letter or digit,"
              + " not \""
              + id
              + "\"");
    }
    stated("reason", reason, id);
    stated("owner", owner, id);
    return new Acceptance(new Agreement(id, reason, owner, until), where, AcceptanceLimit.none());
  }

  private static void stated(String what, String text, String id) {
    if (text.trim().isEmpty()) {
      throw new IllegalArgumentException("acceptance " + id + " needs " + what + ": say it");
    }
  }

  /**
   * The same acceptance within this limit.
   *
   * @throws IllegalArgumentException when an amount is limited, but differences without one are
   *     covered by name
   */
  public Acceptance within(AcceptanceLimit most) {
    if (most.amount() != null && !where.mayHaveAmount()) {
      throw new IllegalArgumentException(
          "acceptance "
              + id()
              + " limits an amount, but covers only kinds of difference that have none: "
              + where);
    }
    return new Acceptance(agreement, where, most);
  }

  /** Its name: {@code ROUND-17}. */
  public String id() {
    return agreement.id();
  }

  /** Which differences it covers. */
  public AcceptanceCondition where() {
    return where;
  }

  /** Why that was agreed. */
  public String reason() {
    return agreement.reason();
  }

  /** Who answers for it. */
  public String owner() {
    return agreement.owner();
  }

  /** The last day, in UTC, whose calls it covers. */
  public LocalDate until() {
    return agreement.until();
  }

  /** How much of it is accepted in a day. */
  public AcceptanceLimit limit() {
    return limit;
  }

  /** Whether it covers calls of this day, in UTC. */
  public boolean isInForce(LocalDate day) {
    return !day.isAfter(until());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Acceptance)) {
      return false;
    }
    Acceptance that = (Acceptance) other;
    return agreement.equals(that.agreement) && where.equals(that.where) && limit.equals(that.limit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(agreement, where);
  }

  /**
   * {@code ROUND-17: /tax VALUE by at most 0.01, until 2027-01-31 (tax-team: legacy truncated)}.
   */
  @Override
  public String toString() {
    return id()
        + ": "
        + where
        + (limit.isNone() ? "" : ", " + limit)
        + ", until "
        + until()
        + " ("
        + owner()
        + ": "
        + reason()
        + ")";
  }
}
