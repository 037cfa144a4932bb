package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.RecordedAcceptance;
import io.understudy.report.summary.AcceptancePeak;
import io.understudy.report.summary.AcceptanceUse;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcceptanceViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final SortedMap<LocalDate, Long> NONE = new TreeMap<>();

  @Test
  void inForceUntilFifteenDaysBeforeItsEnd() {
    AcceptanceView view = used("2026-12-05", null);
    assertThat(view.state()).isEqualTo(AcceptanceView.State.IN_FORCE);
    assertThat(view.needsAttention()).isFalse();
    assertThat(view.left()).isEqualTo("15 days left");
    assertThat(view.advice()).isEmpty();
  }

  @Test
  void endsWithinFourteenDays() {
    AcceptanceView view = used("2026-12-04", null);
    assertThat(view.state()).isEqualTo(AcceptanceView.State.EXPIRING);
    assertThat(view.tag()).isEqualTo("ends soon");
    assertThat(view.advice())
        .isEqualTo("14 days left; after that its differences are mismatched again.");
  }

  @Test
  void validOnItsLastDay() {
    assertThat(used("2026-11-20", null).state()).isEqualTo(AcceptanceView.State.EXPIRING);
    assertThat(used("2026-11-20", null).left()).isEqualTo("its last day");
  }

  @Test
  void expired() {
    AcceptanceView view =
        view(
            acceptance(
                terms("2026-11-19", null), true, days("2026-11-01", 3), days("2026-11-20", 7)));
    assertThat(view.state()).isEqualTo(AcceptanceView.State.EXPIRED);
    assertThat(view.advice())
        .isEqualTo(
            "expired 1 day ago; its differences are mismatched again (7 calls so far). Repair the"
                + " candidate, or set a later day.");
  }

  @Test
  void limitThatWasReached() {
    AcceptanceUse acceptance =
        new AcceptanceUse(
            "R-1",
            terms("2027-01-31", "at most 10 calls a day"),
            true,
            100,
            LocalDate.of(2026, 11, 1),
            days("2026-11-01", 10),
            NONE,
            days("2026-11-01", 4),
            days("2026-11-01", 1),
            new AcceptancePeak(LocalDate.of(2026, 11, 1), 10, 100),
            new AcceptancePeak(LocalDate.of(2026, 11, 1), 10, 100),
            List.of());
    AcceptanceView view = view(acceptance);
    assertThat(view.state()).isEqualTo(AcceptanceView.State.BREACHED);
    assertThat(view.advice())
        .isEqualTo(
            "Reached on 1 day, last on 1 Nov; calls beyond it are mismatched (4 calls so far)."
                + " Find out what has grown before you raise the limit.");
    assertThat(view.limit()).isEqualTo("at most 10 calls a day");
    assertThat(view.use()).isEqualTo("used at most: 10 calls on 1 Nov (100 % of it), by one JVM");
  }

  @Test
  void shareThatWasUsed() {
    AcceptanceUse acceptance =
        new AcceptanceUse(
            "R-1",
            terms("2027-01-31", "at most 1% of verdicts, 250.5 in sum a day"),
            true,
            100,
            null,
            days("2026-11-01", 10),
            NONE,
            NONE,
            NONE,
            new AcceptancePeak(LocalDate.of(2026, 11, 1), 10, 4_000),
            new AcceptancePeak(LocalDate.of(2026, 11, 1), 10, 4_000),
            List.of());
    assertThat(view(acceptance).use())
        .isEqualTo("used at most: 0.25 % of verdicts on 1 Nov (25 % of it), by one JVM");
  }

  @Test
  void limitThatTheJournalDoesNotCount() {
    AcceptanceUse acceptance =
        acceptance(
            terms("2027-01-31", "at most 250 in sum a day"), true, days("2026-11-01", 3), NONE);
    assertThat(view(acceptance).use()).isEmpty();
  }

  @Test
  void busiestDayWhereThereIsNoLimit() {
    assertThat(used("2027-01-31", null).limit()).isEqualTo("no limit");
    assertThat(used("2027-01-31", null).use()).isEqualTo("at most 3 calls a day, on 1 Nov");
  }

  @Test
  void neverUsed() {
    AcceptanceView view = view(acceptance(terms("2027-01-31", null), true, NONE, NONE));
    assertThat(view.state()).isEqualTo(AcceptanceView.State.UNUSED);
    assertThat(view.calls()).isEqualTo("0");
    assertThat(view.over()).isEqualTo("of 100 comparisons since 1 Nov");
  }

  @Test
  void removedAndWithoutTerms() {
    AcceptanceView view = view(acceptance(null, false, days("2026-11-01", 3), NONE));
    assertThat(view.state()).isEqualTo(AcceptanceView.State.GONE);
    assertThat(Stream.of(view.where(), view.reason(), view.owner(), view.left(), view.until()))
        .containsExactly("–", "", "", "", "–");
  }

  @Test
  void mostUrgentFirst() {
    List<AcceptanceView> views =
        Stream.of(
                used("2027-01-31", null),
                view(acceptance(terms("2027-01-31", null), true, NONE, NONE)),
                used("2026-11-01", null),
                used("2026-11-25", null))
            .sorted(AcceptanceView.byUrgency())
            .toList();
    assertThat(views)
        .extracting(AcceptanceView::state)
        .containsExactly(
            AcceptanceView.State.EXPIRED,
            AcceptanceView.State.EXPIRING,
            AcceptanceView.State.UNUSED,
            AcceptanceView.State.IN_FORCE);
  }

  private static AcceptanceView used(String until, @Nullable String limit) {
    return view(acceptance(terms(until, limit), true, days("2026-11-01", 3), NONE));
  }

  private static AcceptanceView view(AcceptanceUse acceptance) {
    return new AcceptanceView(acceptance, TODAY);
  }

  private static RecordedAcceptance terms(String until, @Nullable String limit) {
    return new RecordedAcceptance("R-1", "/tax", "agreed", "tax", LocalDate.parse(until), limit);
  }

  private static AcceptanceUse acceptance(
      @Nullable RecordedAcceptance terms,
      boolean present,
      SortedMap<LocalDate, Long> accepted,
      SortedMap<LocalDate, Long> expired) {
    return new AcceptanceUse(
        "R-1",
        terms,
        present,
        100,
        LocalDate.of(2026, 11, 1),
        accepted,
        expired,
        NONE,
        NONE,
        null,
        null,
        List.of());
  }

  private static SortedMap<LocalDate, Long> days(String day, long calls) {
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    days.put(LocalDate.parse(day), calls);
    return days;
  }
}
