package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.RecordedAcceptance;
import io.understudy.report.aggregate.AcceptanceEvidence;
import io.understudy.report.aggregate.Peak;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DebtViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final SortedMap<LocalDate, Long> NONE = new TreeMap<>();

  @Test
  void inForceUntilFifteenDaysBeforeItsEnd() {
    DebtView view = used("2026-12-05", null);
    assertThat(view.state()).isEqualTo(DebtView.State.IN_FORCE);
    assertThat(view.needsLook()).isFalse();
    assertThat(view.left()).isEqualTo("15 days left");
    assertThat(view.advice()).isEmpty();
  }

  @Test
  void endsWithinFourteenDays() {
    DebtView view = used("2026-12-04", null);
    assertThat(view.state()).isEqualTo(DebtView.State.EXPIRING);
    assertThat(view.tag()).isEqualTo("ends soon");
    assertThat(view.advice())
        .isEqualTo("14 days left; from then on what it covers is mismatched again.");
  }

  @Test
  void holdsOnItsLastDay() {
    assertThat(used("2026-11-20", null).state()).isEqualTo(DebtView.State.EXPIRING);
    assertThat(used("2026-11-20", null).left()).isEqualTo("its last day");
  }

  @Test
  void expired() {
    DebtView view =
        view(debt(terms("2026-11-19", null), true, days("2026-11-01", 3), days("2026-11-20", 7)));
    assertThat(view.state()).isEqualTo(DebtView.State.EXPIRED);
    assertThat(view.advice())
        .isEqualTo(
            "expired 1 day ago; what it covered is mismatched again (7 calls so far). Repair the"
                + " candidate, or agree on another day.");
  }

  @Test
  void limitThatWasReached() {
    AcceptanceEvidence debt =
        new AcceptanceEvidence(
            "R-1",
            terms("2027-01-31", "at most 10 calls a day"),
            true,
            100,
            LocalDate.of(2026, 11, 1),
            days("2026-11-01", 10),
            NONE,
            days("2026-11-01", 4),
            days("2026-11-01", 1),
            new Peak(LocalDate.of(2026, 11, 1), 10, 100),
            new Peak(LocalDate.of(2026, 11, 1), 10, 100),
            List.of());
    DebtView view = view(debt);
    assertThat(view.state()).isEqualTo(DebtView.State.BREACHED);
    assertThat(view.advice())
        .isEqualTo(
            "Reached on 1 day, last on 1 Nov; calls beyond it are mismatched (4 calls so far)."
                + " Something has grown: look before the limit is raised.");
    assertThat(view.limit()).isEqualTo("at most 10 calls a day");
    assertThat(view.use()).isEqualTo("used at most: 10 calls on 1 Nov (100 % of it), by one JVM");
  }

  @Test
  void shareThatWasUsed() {
    AcceptanceEvidence debt =
        new AcceptanceEvidence(
            "R-1",
            terms("2027-01-31", "at most 1% of verdicts, 250.5 in sum a day"),
            true,
            100,
            null,
            days("2026-11-01", 10),
            NONE,
            NONE,
            NONE,
            new Peak(LocalDate.of(2026, 11, 1), 10, 4_000),
            new Peak(LocalDate.of(2026, 11, 1), 10, 4_000),
            List.of());
    assertThat(view(debt).use())
        .isEqualTo("used at most: 0.25 % of verdicts on 1 Nov (25 % of it), by one JVM");
  }

  @Test
  void limitOfAKindThatIsNotCounted() {
    AcceptanceEvidence debt =
        debt(terms("2027-01-31", "at most 250 in sum a day"), true, days("2026-11-01", 3), NONE);
    assertThat(view(debt).use()).isEmpty();
  }

  @Test
  void busiestDayWhereThereIsNoLimit() {
    assertThat(used("2027-01-31", null).limit()).isEqualTo("no limit");
    assertThat(used("2027-01-31", null).use()).isEqualTo("at most 3 calls a day, on 1 Nov");
  }

  @Test
  void neverUsed() {
    DebtView view = view(debt(terms("2027-01-31", null), true, NONE, NONE));
    assertThat(view.state()).isEqualTo(DebtView.State.UNUSED);
    assertThat(view.calls()).isEqualTo("0");
    assertThat(view.over()).isEqualTo("of 100 comparisons since 1 Nov");
  }

  @Test
  void goneAndWithoutTerms() {
    DebtView view = view(debt(null, false, days("2026-11-01", 3), NONE));
    assertThat(view.state()).isEqualTo(DebtView.State.GONE);
    assertThat(Stream.of(view.where(), view.reason(), view.owner(), view.left(), view.until()))
        .containsExactly("–", "", "", "", "–");
  }

  @Test
  void mostUrgentFirst() {
    List<DebtView> views =
        Stream.of(
                used("2027-01-31", null),
                view(debt(terms("2027-01-31", null), true, NONE, NONE)),
                used("2026-11-01", null),
                used("2026-11-25", null))
            .sorted(DebtView.byUrgency())
            .toList();
    assertThat(views)
        .extracting(DebtView::state)
        .containsExactly(
            DebtView.State.EXPIRED,
            DebtView.State.EXPIRING,
            DebtView.State.UNUSED,
            DebtView.State.IN_FORCE);
  }

  private static DebtView used(String until, @Nullable String limit) {
    return view(debt(terms(until, limit), true, days("2026-11-01", 3), NONE));
  }

  private static DebtView view(AcceptanceEvidence debt) {
    return new DebtView(debt, TODAY);
  }

  private static RecordedAcceptance terms(String until, @Nullable String limit) {
    return new RecordedAcceptance("R-1", "/tax", "agreed", "tax", LocalDate.parse(until), limit);
  }

  private static AcceptanceEvidence debt(
      @Nullable RecordedAcceptance terms,
      boolean present,
      SortedMap<LocalDate, Long> accepted,
      SortedMap<LocalDate, Long> expired) {
    return new AcceptanceEvidence(
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
