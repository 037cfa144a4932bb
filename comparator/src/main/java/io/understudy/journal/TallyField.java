package io.understudy.journal;

import java.util.Locale;

/**
 * The fields of a tally that count by text. The number of different texts is small: they come from
 * the configuration and from the structure of the code, never from values.
 */
public enum TallyField {
  /** Calls by the reason for their fate: {@code uncaptured: more than 100000 nodes}. */
  REASONS,

  /** Mismatched calls by each signature of a difference that is not accepted. */
  SIGNATURES,

  /** Places where a rule applied and made a difference, by the text of the rule. */
  RULES,

  /**
   * Leaves hidden below each ignored place, in watched comparisons only, by the text of the rule.
   */
  HIDDEN,

  /** Accepted calls by the id of each acceptance that covered a difference. */
  ACCEPTED,

  /**
   * Calls that an acceptance would have covered, by {@code ID · expired} or {@code ID · breached}.
   * Also {@code ID · near}, once for each day and JVM, when a limit is nearly used up.
   */
  LIMITS,

  /**
   * Mismatched calls by {@code signature · explanation}, for the signatures of {@link #SIGNATURES}.
   */
  EXPLAINED,

  /** Repeated calls whose control differed from itself, by each signature. */
  NOISE,

  /** Calls whose control should have been repeated but was not compared with itself, by reason. */
  UNREPEATED,

  /** Mismatched calls by all their signatures, sorted and joined by {@code " + "}. */
  TOGETHER,

  /** What candidates did besides answering, by the texts of {@link Conduct}. */
  CONDUCT,

  /** Milliseconds in which calls were not taken and not counted, by who had asked for it. */
  PAUSED,

  /**
   * Verdicts that follow a break of their order, by the fate of the call that broke it: an earlier
   * call with the same key was not replayed, or timed out.
   */
  BROKEN;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name of the field in a tally: {@code signatures}. */
  public String wireName() {
    return wireName;
  }
}
