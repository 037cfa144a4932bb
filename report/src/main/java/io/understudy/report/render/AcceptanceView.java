package io.understudy.report.render;

import io.understudy.journal.RecordedAcceptance;
import io.understudy.report.render.chart.DayColumns;
import io.understudy.report.render.text.Figures;
import io.understudy.report.render.text.VisibleText;
import io.understudy.report.summary.AcceptanceUse;
import io.understudy.report.summary.ExampleCall;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** An accepted difference as governed debt: what, why, whose, until when, and how it is used. */
final class AcceptanceView {
  /** Within so many days before its end, an acceptance is warned about. */
  static final long WARNING_DAYS = 14;

  /** How it stands, the most urgent first. */
  enum State {
    /** Its last day is over: what it covered is mismatched again. */
    EXPIRED,
    /** On some day its limit was reached, and calls beyond it were mismatched. */
    BREACHED,
    /** Its last day is near. */
    EXPIRING,
    /** On some day its limit was nearly reached. */
    NEAR,
    /** It never covered a difference. */
    UNUSED,
    /** Nothing is to be done. */
    IN_FORCE,
    /** The session that began last does not have it. */
    GONE
  }

  private final AcceptanceUse acceptance;
  private final LocalDate today;

  /**
   * Shows it as of a day.
   *
   * @param today in UTC, as its last day is
   */
  AcceptanceView(AcceptanceUse acceptance, LocalDate today) {
    this.acceptance = acceptance;
    this.today = today;
  }

  String id() {
    return VisibleText.line(acceptance.id(), 80);
  }

  /** The condition; a dash where no entry of a call point states it. */
  String where() {
    return acceptance.agreed().map(t -> VisibleText.line(t.where(), 300)).orElse("–");
  }

  String reason() {
    return acceptance.agreed().map(t -> VisibleText.line(t.reason(), 300)).orElse("");
  }

  String owner() {
    return acceptance.agreed().map(t -> VisibleText.line(t.owner(), 80)).orElse("");
  }

  String calls() {
    return Figures.count(acceptance.calls());
  }

  /** Over how many comparisons, since when. */
  String over() {
    LocalDate since = acceptance.since();
    return "of "
        + Figures.count(acceptance.compared(), "comparison", "comparisons")
        + (since == null ? "" : " since " + Figures.shortDay(since));
  }

  /** How much of the limit was used; where there is none, how many calls on one day. */
  String use() {
    Optional<String> limit = acceptance.agreed().map(RecordedAcceptance::limit);
    return limit.isPresent() ? LimitUse.of(limit.get(), acceptance) : busiest();
  }

  private String busiest() {
    return acceptance.accepted().entrySet().stream()
        .max(Map.Entry.<LocalDate, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(
            day ->
                "at most "
                    + Figures.count(day.getValue(), "call", "calls")
                    + " a day, on "
                    + Figures.shortDay(day.getKey()))
        .orElse("");
  }

  /** How much is accepted in a day at most; {@code no limit} where that is not stated. */
  String limit() {
    return acceptance
        .agreed()
        .map(RecordedAcceptance::limit)
        .map(limit -> VisibleText.line(limit, 120))
        .orElse("no limit");
  }

  /** Its last day. */
  String until() {
    return acceptance.agreed().map(t -> Figures.day(t.until())).orElse("–");
  }

  /** How long it still holds: {@code 71 days left}. */
  String left() {
    return acceptance.agreed().map(t -> left(ChronoUnit.DAYS.between(today, t.until()))).orElse("");
  }

  private static String left(long days) {
    if (days < 0) {
      return "expired " + Figures.count(-days, "day", "days") + " ago";
    }
    return days == 0 ? "its last day" : Figures.count(days, "day", "days") + " left";
  }

  State state() {
    if (!acceptance.present()) {
      return State.GONE;
    }
    long days =
        acceptance
            .agreed()
            .map(t -> ChronoUnit.DAYS.between(today, t.until()))
            .orElse(Long.MAX_VALUE);
    if (days < 0) {
      return State.EXPIRED;
    }
    if (!acceptance.breached().isEmpty()) {
      return State.BREACHED;
    }
    if (days <= WARNING_DAYS) {
      return State.EXPIRING;
    }
    if (!acceptance.near().isEmpty()) {
      return State.NEAR;
    }
    return acceptance.neverHit() ? State.UNUSED : State.IN_FORCE;
  }

  /** Whether its owner should do something. */
  boolean needsAttention() {
    return state() != State.IN_FORCE && state() != State.GONE;
  }

  /** One or two words. */
  String tag() {
    return switch (state()) {
      case EXPIRED -> "expired";
      case BREACHED -> "limit reached";
      case EXPIRING -> "ends soon";
      case NEAR -> "near its limit";
      case UNUSED -> "never used";
      case IN_FORCE -> "in force";
      case GONE -> "no longer configured";
    };
  }

  /** What happened, and what to do. */
  String advice() {
    return switch (state()) {
      case EXPIRED ->
          left()
              + "; what it covered is mismatched again"
              + calls(acceptance.expired())
              + ". Repair the candidate, or agree on another day.";
      case BREACHED ->
          "Reached on "
              + Figures.count(acceptance.breached().size(), "day", "days")
              + ", last on "
              + Figures.shortDay(acceptance.breached().lastKey())
              + "; calls beyond it are mismatched"
              + calls(acceptance.breached())
              + ". Something has grown: look before the limit is raised.";
      case EXPIRING -> left() + "; from then on what it covers is mismatched again.";
      case NEAR ->
          "80 % of the limit was used on "
              + Figures.count(acceptance.near().size(), "day", "days")
              + ", last on "
              + Figures.shortDay(acceptance.near().lastKey())
              + "; calls beyond it would be mismatched.";
      case UNUSED ->
          "Never covered a difference. If the candidate is repaired, take it out; else see whether"
              + " its condition is right.";
      case IN_FORCE -> "";
      case GONE -> "";
    };
  }

  private static String calls(SortedMap<LocalDate, Long> days) {
    long sum = AcceptanceUse.sum(days);
    return sum == 0 ? "" : " (" + Figures.count(sum, "call", "calls") + " so far)";
  }

  /** The class of its colour. */
  String tone() {
    return switch (state()) {
      case EXPIRED, BREACHED -> "bad";
      case EXPIRING, NEAR, UNUSED -> "none";
      case IN_FORCE -> "good";
      case GONE -> "soft";
    };
  }

  /** The most urgent first, then those that cover most. */
  static Comparator<AcceptanceView> byUrgency() {
    return Comparator.comparing(AcceptanceView::state)
        .thenComparing(
            Comparator.comparingLong((AcceptanceView v) -> v.acceptance.calls()).reversed())
        .thenComparing(AcceptanceView::id);
  }

  /** How many calls on each day of the report, as columns. */
  List<DayColumns.Column> columns(LocalDate from, LocalDate to) {
    return acceptance.accepted().isEmpty()
        ? List.of()
        : DayColumns.of(acceptance.accepted(), from, to);
  }

  /** A few accepted calls. */
  List<ExampleCall> examples() {
    return acceptance.examples();
  }

  AcceptanceUse acceptance() {
    return acceptance;
  }
}
