package io.understudy.compare.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcceptancesTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);

  @Test
  void callIsAcceptedOnlyIfEveryDifferenceIsCovered() {
    Acceptances tax = Acceptances.of(Arrays.asList(by("ROUND-17", "/tax", "0.01")));
    Comparison all = compare(map("tax", 120, "total", 5), map("tax", 120.005, "total", 5), tax);
    assertThat(all.isEqual()).isFalse();
    assertThat(all.isAccepted()).isTrue();
    assertThat(all.differences().get(0).acceptedBy()).isEqualTo("ROUND-17");

    Comparison some = compare(map("tax", 120, "total", 5), map("tax", 120.005, "total", 6), tax);
    assertThat(some.isAccepted()).isFalse();
    assertThat(some.count()).isEqualTo(2);
    assertThat(some.acceptedCount()).isEqualTo(1);
  }

  @Test
  void plainObjectsAreAcceptedUpToTheLastDay() {
    Acceptances tax = Acceptances.of(Arrays.asList(by("ROUND-17", "/tax", "0.01")));
    Differ differ = Differ.with(Rules.none());
    assertThat(differ.compare(map("tax", 1), map("tax", 1.005), tax.on(LAST_DAY)).isAccepted())
        .isTrue();
    assertThat(
            differ
                .compare(map("tax", 1), map("tax", 1.005), tax.on(LAST_DAY.plusDays(1)))
                .isAccepted())
        .isFalse();
  }

  @Test
  void equalOutcomesAreNotAccepted() {
    Comparison equal =
        compare(
            map("tax", 1),
            map("tax", 1),
            Acceptances.of(Arrays.asList(by("ROUND-17", "/tax", "0.01"))));
    assertThat(equal.isEqual()).isTrue();
    assertThat(equal.isAccepted()).isFalse();
  }

  @Test
  void unacceptedDifferencesAreListedFirst() {
    Comparison comparison =
        compare(
            map("a", 1, "b", 1, "c", 1),
            map("a", 2, "b", 9, "c", 2),
            Acceptances.of(Arrays.asList(by("ONE", "/*", "1"))));
    assertThat(comparison.differences())
        .extracting(Difference::toString)
        .containsExactly(
            "/b VALUE: 1 / 9 (+8)",
            "/a VALUE: 1 / 2 (+1, off by one, factor 2)",
            "/c VALUE: 1 / 2 (+1, off by one, factor 2)");
    assertThat(comparison)
        .asString()
        .startsWith("3 differences, 2 of them accepted: [/b VALUE: 1 / 9 (+8),");
  }

  @Test
  void unlistedDifferencesAreCheckedToo() {
    Map<String, Object> control = new LinkedHashMap<>();
    Map<String, Object> candidate = new LinkedHashMap<>();
    for (int i = 0; i < 500; i++) {
      control.put("k" + i, i);
      candidate.put("k" + i, i + 1);
    }
    Acceptances one = Acceptances.of(Arrays.asList(by("ONE", "/*", "1")));
    Comparison all = compare(control, candidate, one);
    assertThat(all.isAccepted()).isTrue();
    assertThat(all.count()).isEqualTo(500);
    assertThat(all.differences()).hasSize(64);

    candidate.put("k499", 0);
    Comparison exceptTheLast = compare(control, candidate, one);
    assertThat(exceptTheLast.isAccepted()).isFalse();
    assertThat(exceptTheLast.acceptedCount()).isEqualTo(499);
    assertThat(exceptTheLast.differences()).hasSize(64);
    assertThat(exceptTheLast.differences().get(0)).hasToString("/k499 VALUE: 499 / 0 (-499)");
  }

  @Test
  void firstStatedAcceptanceApplies() {
    Acceptances both =
        Acceptances.of(Arrays.asList(by("WIDE", "/**", "1"), by("NARROW", "/tax", "0.01")));
    AcceptanceSession session = both.on(LAST_DAY);
    Comparison comparison =
        Differ.with(Rules.none())
            .compare(Outcome.returned(map("tax", 1)), Outcome.returned(map("tax", 1.005)), session);
    assertThat(comparison.differences().get(0).acceptedBy()).isEqualTo("WIDE");
    assertThat(session.ids()).containsExactly("WIDE");
  }

  @Test
  void lastDayIsCoveredAndTheNextIsNot() {
    Acceptances tax = Acceptances.of(Arrays.asList(by("ROUND-17", "/tax", "0.01")));
    assertThat(on(LAST_DAY, tax).missing()).isEmpty();
    assertThat(on(LAST_DAY, tax).ids()).containsExactly("ROUND-17");
    assertThat(on(LAST_DAY.plusDays(1), tax).missing()).containsExactly("ROUND-17 · expired");
    assertThat(on(LAST_DAY.plusDays(1), tax).ids()).isEmpty();
  }

  @Test
  void expiredAcceptanceIsNotReportedIfAnotherCovers() {
    Acceptance expired =
        Acceptance.of("OLD", tax("0.01"), "agreed", "tax-team", LocalDate.of(2020, 1, 1));
    AcceptanceSession session =
        on(LAST_DAY, Acceptances.of(Arrays.asList(expired, by("NEW", "/tax", "0.01"))));
    assertThat(session.ids()).containsExactly("NEW");
    assertThat(session.missing()).isEmpty();
  }

  @Test
  void listAcceptedByPositionIsNotAlignedAgain() {
    List<Object> control = numbers("1.00", "1.01", "1.02");
    List<Object> candidate = numbers("1.01", "1.00", "1.02");
    Acceptances cents = Acceptances.of(Arrays.asList(by("CENT", "/*", "0.01")));
    Comparison comparison = compare(control, candidate, cents);
    assertThat(comparison.isAccepted()).isTrue();
    assertThat(comparison.count()).isEqualTo(2);
  }

  @Test
  void replacedAlignmentIsRolledBack() {
    List<Object> control = numbers("1.00", "1.01", "7.00", "8.00", "9.00");
    List<Object> candidate = numbers("1.01", "7.00", "8.00", "9.00");
    Acceptance limited =
        by("CENT", "/*", "0.01").within(AcceptanceLimit.none().amount(new BigDecimal("100")));
    AcceptanceSession session = Acceptances.of(Arrays.asList(limited)).on(LAST_DAY);
    Comparison comparison =
        Differ.with(Rules.none())
            .compare(Outcome.returned(control), Outcome.returned(candidate), session);
    assertThat(comparison.differences())
        .extracting(Difference::signature)
        .containsExactly("/* · MISSING");
    assertThat(session.ids()).isEmpty();
    assertThat(session.amount(0)).isZero();
  }

  @Test
  void opaqueValueIsAcceptedOnlyByItsKind() {
    Object opaque = Thread.currentThread();
    Acceptance everyValue =
        Acceptance.of(
            "ANY",
            AcceptanceCondition.builder().path(PathPattern.parse("/x")).build(),
            "agreed",
            "ops",
            LAST_DAY);
    Acceptance named =
        Acceptance.of(
            "THREAD",
            AcceptanceCondition.builder()
                .path(PathPattern.parse("/x"))
                .kind(DifferenceKind.OPAQUE)
                .build(),
            "agreed",
            "ops",
            LAST_DAY);
    Map<String, Object> side = map("x", opaque);
    Map<String, Object> other = map("x", new Thread("other"));
    assertThat(compare(side, other, Acceptances.of(Arrays.asList(everyValue))).isAccepted())
        .isFalse();
    assertThat(compare(side, other, Acceptances.of(Arrays.asList(named))).isAccepted()).isTrue();
  }

  @Test
  void exceptionsAreAcceptedByTheirClasses() {
    Acceptances closed =
        Acceptances.of(
            Arrays.asList(
                Acceptance.of(
                    "CLOSED",
                    AcceptanceCondition.builder()
                        .threw("java.lang.IllegalStateException", "returned")
                        .build(),
                    "agreed",
                    "ops",
                    LAST_DAY)));
    Outcome threw = Outcome.threw(ThrownException.of(new IllegalStateException("closed")));
    Differ differ = Differ.with(Rules.none());
    assertThat(differ.compare(threw, Outcome.returned(1), closed.on(LAST_DAY)).isAccepted())
        .isTrue();
    assertThat(differ.compare(Outcome.returned(1), threw, closed.on(LAST_DAY)).isAccepted())
        .isFalse();
  }

  @Test
  void amountsAddUpWithoutSigns() {
    Acceptance limited =
        by("CENT", "/*", "0.01").within(AcceptanceLimit.none().amount(BigDecimal.TEN));
    AcceptanceSession session = Acceptances.of(Arrays.asList(limited)).on(LAST_DAY);
    Differ.with(Rules.none())
        .compare(
            Outcome.returned(map("a", new BigDecimal("1.00"), "b", new BigDecimal("1.00"))),
            Outcome.returned(map("a", new BigDecimal("1.01"), "b", new BigDecimal("0.995"))),
            session);
    assertThat(session.amount(0)).isEqualByComparingTo("0.015");
  }

  @Test
  void differenceWithoutAnAmountIsNotCoveredByALimitedAmount() {
    Acceptance limited =
        Acceptance.of(
                "NAME",
                AcceptanceCondition.builder().path(PathPattern.parse("/name")).build(),
                "agreed",
                "ops",
                LAST_DAY)
            .within(AcceptanceLimit.none().amount(BigDecimal.TEN));
    Acceptances names = Acceptances.of(Arrays.asList(limited));
    assertThat(compare(map("name", "Ann"), map("name", "ann"), names).isAccepted()).isFalse();
    assertThat(compare(map("name", 1), map("name", 2), names).isAccepted()).isTrue();
  }

  @Test
  void incompleteStatementsAreRefused() {
    assertThatThrownBy(() -> Acceptance.of("", tax("1"), "r", "o", LAST_DAY))
        .hasMessageContaining("an id has 1 to 64 letters");
    assertThatThrownBy(() -> Acceptance.of("A · B", tax("1"), "r", "o", LAST_DAY))
        .hasMessageContaining("not \"A · B\"");
    assertThatThrownBy(() -> Acceptance.of("A", tax("1"), " ", "o", LAST_DAY))
        .hasMessage("acceptance A needs reason: state it");
    assertThatThrownBy(() -> Acceptance.of("A", tax("1"), "r", "", LAST_DAY))
        .hasMessage("acceptance A needs owner: state it");
    assertThatThrownBy(() -> Acceptances.of(Arrays.asList(by("A", "/a", "1"), by("A", "/b", "1"))))
        .hasMessage("two acceptances have the id A: give each its own");
    AcceptanceCondition missing =
        AcceptanceCondition.builder()
            .path(PathPattern.parse("/a"))
            .kind(DifferenceKind.MISSING)
            .build();
    assertThatThrownBy(
            () ->
                Acceptance.of("A", missing, "r", "o", LAST_DAY)
                    .within(AcceptanceLimit.none().amount(BigDecimal.ONE)))
        .hasMessageContaining("covers only kinds of difference that have none: /a MISSING");
  }

  @Test
  void invalidLimitsAreRefused() {
    assertThatThrownBy(() -> AcceptanceLimit.none().rate(BigDecimal.ONE))
        .hasMessageContaining("not 1");
    assertThatThrownBy(() -> AcceptanceLimit.none().calls(0))
        .hasMessageContaining("1 or more, not 0");
    assertThatThrownBy(() -> AcceptanceLimit.none().amount(BigDecimal.ZERO))
        .hasMessageContaining("more than 0");
    assertThat(
            AcceptanceLimit.none()
                .rate(new BigDecimal("0.01"))
                .calls(1000)
                .amount(new BigDecimal("250.00")))
        .hasToString("at most 1% of verdicts, 1000 calls a day, 250 in sum a day");
    assertThat(AcceptanceLimit.none()).hasToString("without limit");
  }

  @Test
  void acceptancePrintsAllItsParts() {
    assertThat(by("ROUND-17", "/tax", "0.01").within(AcceptanceLimit.none().calls(1000)))
        .hasToString(
            "ROUND-17: /tax by 0.01, at most 1000 calls a day, until 2027-01-31 (tax-team: agreed)");
  }

  private static AcceptanceSession on(LocalDate day, Acceptances acceptances) {
    AcceptanceSession session = acceptances.on(day);
    Differ.with(Rules.none())
        .compare(Outcome.returned(map("tax", 1)), Outcome.returned(map("tax", 1.005)), session);
    return session;
  }

  private static Comparison compare(Object control, Object candidate, Acceptances acceptances) {
    return Differ.with(Rules.none())
        .compare(Outcome.returned(control), Outcome.returned(candidate), acceptances.on(LAST_DAY));
  }

  private static AcceptanceCondition tax(String delta) {
    return AcceptanceCondition.builder()
        .path(PathPattern.parse("/tax"))
        .delta(DeltaRange.parse(delta))
        .build();
  }

  private static Acceptance by(String id, String path, String delta) {
    AcceptanceCondition where =
        AcceptanceCondition.builder()
            .path(PathPattern.parse(path))
            .delta(DeltaRange.parse(delta))
            .build();
    return Acceptance.of(id, where, "agreed", "tax-team", LAST_DAY);
  }

  private static List<Object> numbers(String... texts) {
    List<Object> numbers = new ArrayList<>();
    for (String text : texts) {
      numbers.add(new BigDecimal(text));
    }
    return Collections.unmodifiableList(numbers);
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}
