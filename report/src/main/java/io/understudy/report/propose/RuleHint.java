package io.understudy.report.propose;

import io.understudy.journal.RecordedDifference;
import io.understudy.report.summary.ExampleCall;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.SignatureSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of comparison by which differences at one place are none, since both sides only write the
 * same value in different types. Immutable.
 *
 * @param point the call point
 * @param calls the number of calls with the difference
 * @param rule the rule, as it is written below {@code compare:}
 * @param types the types of both sides
 */
public record RuleHint(PointKey point, long calls, String rule, String types) {
  private static final Set<String> POINTS =
      Set.of(
          "java.util.Date",
          "java.sql.Timestamp",
          "java.util.GregorianCalendar",
          "java.time.Instant",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime",
          "java.time.LocalDateTime");

  private static final Set<String> DAYS = Set.of("java.time.LocalDate", "java.sql.Date");
  private static final Set<String> BINARY = Set.of("java.lang.Double", "java.lang.Float");
  private static final Set<String> DECIMAL = Set.of("java.math.BigDecimal");

  /** Returns the hints for all signatures, in the order of the summary. */
  public static List<RuleHint> of(ParitySummary summary) {
    List<RuleHint> hints = new ArrayList<>();
    summary.signatures().forEach(signature -> of(signature).ifPresent(hints::add));
    return hints;
  }

  private static Optional<RuleHint> of(SignatureSummary signature) {
    Optional<DifferencePlace> place = DifferencePlace.of(signature.signature());
    if (place.isEmpty()) {
      return Optional.empty();
    }
    String path = "\"" + place.get().path().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    for (ExampleCall call : signature.examples()) {
      for (RecordedDifference each : call.entry().differences()) {
        String control = String.valueOf(each.controlType());
        String candidate = String.valueOf(each.candidateType());
        if (each.signature().equals(signature.signature())) {
          String types = control + " against " + candidate;
          if (areOf(POINTS, DAYS, control, candidate)) {
            return hint(signature, "days: { " + path + ": Europe/Berlin }", types);
          }
          if (areOf(BINARY, DECIMAL, control, candidate)) {
            return hint(signature, "decimal: [" + path + "]", types);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean areOf(
      Set<String> one, Set<String> other, String control, String candidate) {
    return (one.contains(control) && other.contains(candidate))
        || (one.contains(candidate) && other.contains(control));
  }

  private static Optional<RuleHint> hint(SignatureSummary signature, String rule, String types) {
    return Optional.of(new RuleHint(signature.point(), signature.count(), rule, types));
  }
}
