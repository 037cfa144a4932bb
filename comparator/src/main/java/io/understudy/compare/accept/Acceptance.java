package io.understudy.compare.accept;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A known difference that people agreed on. It is governed debt, not a silent mute: it has a
 * condition, a reason, an owner, a last day and, where stated, a limit. Immutable, equal by
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
   * Creates an acceptance without a limit.
   *
   * @param id its name, unique in the call point: at most 64 letters, digits and {@code . _ : # /
   *     -}
   * @param where the differences that it covers
   * @param reason why the difference was agreed on; not blank
   * @param owner who is responsible for it; not blank
   * @param until the last day, in UTC, on which it covers calls
   * @throws IllegalArgumentException when the id is invalid, or the reason or the owner is blank
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
    requireText("reason", reason, id);
    requireText("owner", owner, id);
    return new Acceptance(new Agreement(id, reason, owner, until), where, AcceptanceLimit.none());
  }

  private static void requireText(String what, String text, String id) {
    if (text.trim().isEmpty()) {
      throw new IllegalArgumentException("acceptance " + id + " needs " + what + ": state it");
    }
  }

  /**
   * Returns the same acceptance with this limit.
   *
   * @throws IllegalArgumentException when the limit restricts an amount, but the condition names
   *     only kinds of difference that have no amount
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

  /** Returns the name: {@code ROUND-17}. */
  public String id() {
    return agreement.id();
  }

  /** Returns the condition: the differences that this acceptance covers. */
  public AcceptanceCondition where() {
    return where;
  }

  /** Returns why the difference was agreed on. */
  public String reason() {
    return agreement.reason();
  }

  /** Returns who is responsible for the acceptance. */
  public String owner() {
    return agreement.owner();
  }

  /** Returns the last day, in UTC, on which this acceptance covers calls. */
  public LocalDate until() {
    return agreement.until();
  }

  /** Returns how much is accepted in a day. */
  public AcceptanceLimit limit() {
    return limit;
  }

  /** Returns whether this acceptance covers calls of this day, in UTC. */
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
