package io.understudy.journal;

import java.util.Locale;

/**
 * What a tally counts by text, beside the fates. The texts of each are few: they come from
 * configuration and from the shape of the code, never from values.
 */
public enum TallyField {
  /** Why calls ended as they did: {@code uncaptured: more than 100000 nodes}. */
  REASONS,

  /** Mismatched calls by each signature of a difference that nothing accepted. */
  SIGNATURES,

  /** Places where a rule held and mattered, by the line that describes the rule. */
  RULES,

  /** Leaves hidden below each ignored place, in watched comparisons only, by the rule's line. */
  HIDDEN,

  /** Calls that ended accepted, by the id of each acceptance that took part. */
  ACCEPTED,

  /**
   * Calls that an acceptance would have covered, by {@code ID · expired} or {@code ID · breached};
   * and {@code ID · near}, once a day and JVM, when a limit is nearly used up.
   */
  LIMITS,

  /** Mismatched calls by {@code signature · explanation}, of what {@link #SIGNATURES} counts. */
  EXPLAINED,

  /** Repeated calls in which the control disagreed with itself, by each signature. */
  NOISE,

  /** Calls whose control was to be asked again and was not compared with itself, by the reason. */
  UNREPEATED,

  /** Mismatched calls by all their signatures at once, sorted and joined by {@code " + "}. */
  TOGETHER;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name of the field in a tally: {@code signatures}. */
  public String wireName() {
    return wireName;
  }
}
