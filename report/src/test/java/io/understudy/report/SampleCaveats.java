package io.understudy.report;

import io.understudy.journal.PointEntry;
import io.understudy.journal.RecordedAcceptance;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.report.SampleCalls.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The rules, acceptances and repeats of the sample's call points, with their counts. */
final class SampleCaveats {
  /** The number of compared values of a call. */
  private static final int LEAVES = 20;

  private static final Map<String, Double> REPEATED = Map.of("search", 0.02, "invoice", 0.005);

  private final boolean better;
  private final boolean agreed;
  private final Random random = new Random(5);

  /**
   * Creates the caveats of a session.
   *
   * @param better whether the better candidate runs and calls are repeated
   * @param agreed whether differences are accepted
   */
  SampleCaveats(boolean better, boolean agreed) {
    this.better = better;
    this.agreed = agreed;
  }

  List<String> rules(String point) {
    List<String> rules = new ArrayList<>(List.of("mode value", "ignore /quotedAt"));
    if (agreed && point.equals("customer")) {
      rules.add("unordered /tags");
    }
    if (point.equals("invoice")) {
      rules.add("tolerate /freight within 0.005");
    }
    if (point.equals("tax")) {
      rules.add("ignore /breakdown");
    }
    return rules;
  }

  PointEntry in(PointEntry entry) {
    PointEntry repeating =
        better ? entry.withNoise(REPEATED.getOrDefault(entry.name(), 0.0)) : entry;
    return agreed ? repeating.withAcceptances(accepted(entry.name())) : repeating;
  }

  private static List<RecordedAcceptance> accepted(String point) {
    return switch (point) {
      case "quote" ->
          List.of(
              new RecordedAcceptance(
                  "ROUND-17",
                  "/tax VALUE by at most 0.01",
                  "legacy truncated, the regulator asks for half-even",
                  "tax-team",
                  LocalDate.of(2027, 1, 31),
                  "at most 200 calls a day"),
              new RecordedAcceptance(
                  "ROUND-18",
                  "/total VALUE by at most 0.01",
                  "follows from ROUND-17",
                  "tax-team",
                  LocalDate.of(2027, 1, 31),
                  null));
      case "customer" ->
          List.of(
              new RecordedAcceptance(
                  "MAIL-3",
                  "/email VALUE explained as null for empty",
                  "the new registry has no empty addresses",
                  "crm",
                  LocalDate.of(2026, 12, 1),
                  null));
      case "statement" ->
          List.of(
              new RecordedAcceptance(
                  "MONTH-END",
                  "/until VALUE explained as off by one day",
                  "agreed until the print shop has moved",
                  "billing",
                  LocalDate.of(2026, 11, 12),
                  null));
      default -> List.of();
    };
  }

  /** Returns the acceptance ids of the differences of a call; empty where it is mismatched. */
  List<String> covering(Fault fault, String off, LocalDate day) {
    if (!agreed) {
      return List.of();
    }
    return switch (fault) {
      case ROUNDING -> off.equals("0.01") ? List.of("ROUND-17", "ROUND-18") : List.of();
      case DATE -> day.isAfter(LocalDate.of(2026, 11, 12)) ? List.of() : List.of("MONTH-END");
      default -> List.of();
    };
  }

  /** Adds the hits of rules and the repeats of a number of comparisons to a tally. */
  void count(TallyEntry.Builder tally, String point, int compared, double noise) {
    if (compared == 0) {
      return;
    }
    int watched = 1 + compared / 64;
    tally.leaves((long) watched * LEAVES).count(TallyField.RULES, "ignore /quotedAt", compared);
    tally.count(TallyField.HIDDEN, "ignore /quotedAt", watched);
    if (agreed && point.equals("customer")) {
      tally.count(TallyField.RULES, "unordered /tags", compared / 3);
    }
    if (point.equals("tax")) {
      tally.count(TallyField.RULES, "ignore /breakdown", 13L * compared);
      tally.count(TallyField.HIDDEN, "ignore /breakdown", 13L * watched);
    }
    if (better && REPEATED.containsKey(point)) {
      repeat(tally, point, compared, noise);
    }
  }

  private void repeat(TallyEntry.Builder tally, String point, int compared, double noise) {
    for (int i = 0; i < compared; i++) {
      if (random.nextDouble() < REPEATED.getOrDefault(point, 0.0)) {
        tally.repeated(1);
        if (point.equals("search") && random.nextDouble() < noise) {
          tally.count(TallyField.NOISE, " · ORDER", 1);
        }
      }
    }
  }

  /** Whether the acceptance of such a fault has expired. */
  boolean lateFor(Fault fault) {
    return agreed && fault == Fault.DATE;
  }

  boolean repeats(String point) {
    return better && REPEATED.containsKey(point);
  }

  /** Returns the explanation of a fault; empty for none. */
  static String explanation(Fault fault) {
    return switch (fault) {
      case ROUNDING -> "rounding DOWN/HALF_EVEN";
      case NULL_MAIL -> "null for empty";
      case DATE -> "off by one day";
      default -> "";
    };
  }
}
