package io.understudy.report.summary;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison rule did. Immutable.
 *
 * @param rule the line that describes the rule
 * @param hits the places where the rule changed the result of a comparison
 * @param comparisons the comparisons in sessions that count the rule's hits; 0 where no session
 *     does
 * @param first the first day of these comparisons; null where there is none
 * @param hidden the leaves that the rule hid in the measured comparisons
 * @param leaves all leaves of the measured comparisons, including hidden ones
 * @param present whether the latest session has the rule
 * @param hitElsewhere whether the same rule has hits at another call point of the application, as a
 *     rule for all call points may
 */
public record RuleUse(
    String rule,
    long hits,
    long comparisons,
    @Nullable LocalDate first,
    long hidden,
    long leaves,
    boolean present,
    boolean hitElsewhere) {
  /** Creates the use of a rule that has no hits at another call point. */
  public RuleUse(
      String rule,
      long hits,
      long comparisons,
      @Nullable LocalDate first,
      long hidden,
      long leaves,
      boolean present) {
    this(rule, hits, comparisons, first, hidden, leaves, present, false);
  }

  /** Returns the first day on which hits were counted; empty where there is none. */
  public Optional<LocalDate> since() {
    return Optional.ofNullable(first);
  }

  /** Whether hits were counted and the rule has none, here or at another call point. */
  public boolean neverHit() {
    return comparisons > 0 && hits == 0 && !hitElsewhere;
  }

  /** Whether the rule hides at least half of all leaves. */
  public boolean hidesHalf() {
    return hidden > 0 && hidden >= leaves - hidden;
  }
}
