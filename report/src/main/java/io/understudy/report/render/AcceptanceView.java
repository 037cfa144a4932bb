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

/** An acceptance in words: what, why, who, until when, and how it was used. Immutable. */
final class AcceptanceView {
  /** The number of days before the end with a warning. */
  static final long WARNING_DAYS = 14;

  /** The state of an acceptance, the most urgent first. */
  enum State {
    /** The last day is over. Its differences are mismatched again. */
    EXPIRED,
    /** The limit was reached on some day. Calls beyond it were mismatched. */
    BREACHED,
    /** The last day is near. */
    EXPIRING,
    /** 80 % of the limit was used on some day. */
    NEAR,
    /** It never covered a difference. */
    UNUSED,
    /** It is used and needs no action. */
    IN_FORCE,
    /** The latest session does not have it. */
    GONE
  }

  private final AcceptanceUse acceptance;
  private final LocalDate today;

  /**
   * Creates the view of a day.
   *
   * @param today the day in UTC; the last day of an acceptance is in UTC too
   */
  AcceptanceView(AcceptanceUse acceptance, LocalDate today) {
    this.acceptance = acceptance;
    this.today = today;
  }

  /** Returns the name of the acceptance. */
  String id() {
    return VisibleText.line(acceptance.id(), 80);
  }

  /** Returns the condition; a dash where no session describes it. */
  String where() {
    return acceptance.agreed().map(t -> VisibleText.line(t.where(), 300)).orElse("–");
  }

  /** Returns why the difference was accepted; empty where unknown. */
  String reason() {
    return acceptance.agreed().map(t -> VisibleText.line(t.reason(), 300)).orElse("");
  }

  /** Returns the owner; empty where unknown. */
  String owner() {
    return acceptance.agreed().map(t -> VisibleText.line(t.owner(), 80)).orElse("");
  }

  /** Returns the number of accepted calls. */
  String calls() {
    return Figures.count(acceptance.calls());
  }

  /** Returns the number of comparisons and their first day. */
  String over() {
    LocalDate since = acceptance.since();
    return "of "
        + Figures.count(acceptance.compared(), "comparison", "comparisons")
        + (since == null ? "" : " since " + Figures.shortDay(since));
  }

  /** Returns how much of the limit was used; without a limit, the most calls of one day. */
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

  /** Returns the limit of a day; {@code no limit} where there is none. */
  String limit() {
    return acceptance
        .agreed()
        .map(RecordedAcceptance::limit)
        .map(limit -> VisibleText.line(limit, 120))
        .orElse("no limit");
  }

  /** Returns the last day; a dash where unknown. */
  String until() {
    return acceptance.agreed().map(t -> Figures.day(t.until())).orElse("–");
  }

  /** Returns the remaining days, such as {@code 71 days left}; empty where unknown. */
  String left() {
    return acceptance.agreed().map(t -> left(ChronoUnit.DAYS.between(today, t.until()))).orElse("");
  }

  private static String left(long days) {
    if (days < 0) {
      return "expired " + Figures.count(-days, "day", "days") + " ago";
    }
    return days == 0 ? "its last day" : Figures.count(days, "day", "days") + " left";
  }

  /** Returns the most urgent state that applies. */
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

  /** Whether the owner should do something. */
  boolean needsAttention() {
    return state() != State.IN_FORCE && state() != State.GONE;
  }

  /** Returns the state in one to three words. */
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

  /** Returns what happened and what to do; empty where there is nothing to do. */
  String advice() {
    return switch (state()) {
      case EXPIRED ->
          left()
              + "; its differences are mismatched again"
              + calls(acceptance.expired())
              + ". Repair the candidate, or set a later day.";
      case BREACHED ->
          "Reached on "
              + Figures.count(acceptance.breached().size(), "day", "days")
              + ", last on "
              + Figures.shortDay(acceptance.breached().lastKey())
              + "; calls beyond it are mismatched"
              + calls(acceptance.breached())
              + ". Find out what has grown before you raise the limit.";
      case EXPIRING -> left() + "; after that its differences are mismatched again.";
      case NEAR ->
          "80 % of the limit was used on "
              + Figures.count(acceptance.near().size(), "day", "days")
              + ", last on "
              + Figures.shortDay(acceptance.near().lastKey())
              + "; calls beyond it would be mismatched.";
      case UNUSED ->
          "Never covered a difference. If the candidate is repaired, remove the entry; else check"
              + " its condition.";
      case IN_FORCE -> "";
      case GONE -> "";
    };
  }

  private static String calls(SortedMap<LocalDate, Long> days) {
    long sum = AcceptanceUse.sum(days);
    return sum == 0 ? "" : " (" + Figures.count(sum, "call", "calls") + " so far)";
  }

  /** Returns the CSS class of the colour. */
  String tone() {
    return switch (state()) {
      case EXPIRED, BREACHED -> "bad";
      case EXPIRING, NEAR, UNUSED -> "none";
      case IN_FORCE -> "good";
      case GONE -> "soft";
    };
  }

  /** Orders by urgency, then by accepted calls, the most first. */
  static Comparator<AcceptanceView> byUrgency() {
    return Comparator.comparing(AcceptanceView::state)
        .thenComparing(
            Comparator.comparingLong((AcceptanceView v) -> v.acceptance.calls()).reversed())
        .thenComparing(AcceptanceView::id);
  }

  /** Returns the accepted calls by day as columns. */
  List<DayColumns.Column> columns(LocalDate from, LocalDate to) {
    return acceptance.accepted().isEmpty()
        ? List.of()
        : DayColumns.of(acceptance.accepted(), from, to);
  }

  /** Returns a few accepted calls. */
  List<ExampleCall> examples() {
    return acceptance.examples();
  }

  /** Returns the acceptance itself. */
  AcceptanceUse acceptance() {
    return acceptance;
  }
}
