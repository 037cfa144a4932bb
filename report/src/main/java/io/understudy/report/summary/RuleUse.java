package io.understudy.report.summary;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of comparing did. Immutable.
 *
 * @param rule the line that describes it
 * @param hits places where it held and mattered
 * @param comparisons how many outcomes were compared while it was watched; 0 where the journals do
 *     not tell what it did
 * @param first day on which it was watched; null where it never was
 * @param hidden leaves that it hid, in watched comparisons
 * @param leaves all leaves of those comparisons, hidden ones included
 * @param present whether the session that began last has it
 */
public record RuleUse(
    String rule,
    long hits,
    long comparisons,
    @Nullable LocalDate first,
    long hidden,
    long leaves,
    boolean present) {
  /** Since which day it was watched; empty where it never was. */
  public Optional<LocalDate> since() {
    return Optional.ofNullable(first);
  }

  /** Whether it could have held, and never did. */
  public boolean neverHit() {
    return comparisons > 0 && hits == 0;
  }

  /** Whether it hides half of all that is compared, or more. */
  public boolean hidesHalf() {
    return hidden > 0 && hidden >= leaves - hidden;
  }
}
