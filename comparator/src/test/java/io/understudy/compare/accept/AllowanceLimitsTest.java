package io.understudy.compare.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.value.CountText;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where limits are nearly used up and breached, on which day, and which part is reported. */
class AllowanceLimitsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

  private final List<String> reports = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "4, 4", "5, 4", "10, 8", "11, 9", "1000, 800"})
  void limitOfCallsIsNearAtFourFifths(long limit, int near) {
    Allowances allowances = allowances(acceptance("A", "/a", AcceptanceLimit.none().calls(limit)));
    for (int call = 1; call <= limit; call++) {
      assertThat(take(allowances, DAY, "a", "0.01")).isTrue();
      assertThat(reports.size()).as("call %s", call).isEqualTo(call < near ? 0 : 1);
    }
    assertThat(take(allowances, DAY, "a", "0.01")).isFalse();
    String calls = CountText.of(limit, "call");
    assertThat(reports)
        .containsExactly("near A " + calls + " a day", "breached A " + calls + " a day");
  }

  @Test
  void hugeCallMayBreachALimitThatWasNeverNear() {
    Allowances allowances =
        allowances(acceptance("A", "/a", AcceptanceLimit.none().amount(BigDecimal.ONE)));
    assertThat(take(allowances, DAY, "a", "500")).isFalse();
    assertThat(reports).containsExactly("breached A 1 in sum a day");
  }

  @Test
  void firstExceededPartIsReported() {
    Acceptance both =
        acceptance("A", "/a", AcceptanceLimit.none().calls(2).amount(new BigDecimal("100")));
    Allowances byCalls = allowances(both);
    take(byCalls, DAY, "a", "1");
    take(byCalls, DAY, "a", "1");
    assertThat(take(byCalls, DAY, "a", "1")).isFalse();
    assertThat(reports).containsExactly("near A 2 calls a day", "breached A 2 calls a day");

    reports.clear();
    Allowances byAmount = allowances(both);
    assertThat(take(byAmount, DAY, "a", "100.01")).isFalse();
    assertThat(reports).containsExactly("breached A 100 in sum a day");
  }

  @Test
  void callIsRefusedIfOneOfItsAcceptancesIsBreached() {
    Allowances allowances =
        allowances(
            acceptance("A", "/a", AcceptanceLimit.none().calls(1)),
            acceptance("B", "/b", AcceptanceLimit.none().calls(10)));
    assertThat(take(allowances, DAY, "a", "1")).isTrue();
    AcceptanceSession both = allowances.start(DAY);
    both.acceptanceIdOf(difference("a", "1"));
    both.acceptanceIdOf(difference("b", "1"));
    assertThat(allowances.take(both, listener())).isFalse();
    for (int i = 0; i < 10; i++) {
      assertThat(take(allowances, DAY, "b", "1")).as("call %s of B", i).isTrue();
    }
    assertThat(take(allowances, DAY, "b", "1")).isFalse();
  }

  /** A session that started before another call breached the limit is refused, not accepted. */
  @Test
  void sessionFromBeforeTheBreachIsRefused() {
    Allowances allowances = allowances(acceptance("A", "/a", AcceptanceLimit.none().calls(1)));
    AcceptanceSession early = allowances.start(DAY);
    early.acceptanceIdOf(difference("a", "1"));
    take(allowances, DAY, "a", "1");
    take(allowances, DAY, "a", "1");
    assertThat(allowances.take(early, listener())).isFalse();
    assertThat(reports).containsExactly("near A 1 call a day", "breached A 1 call a day");
  }

  @Test
  void callWithoutDifferencesTakesNothing() {
    Allowances allowances = allowances(acceptance("A", "/a", AcceptanceLimit.none().calls(1)));
    for (int i = 0; i < 5; i++) {
      assertThat(allowances.take(allowances.start(DAY), listener())).isTrue();
    }
    assertThat(take(allowances, DAY, "a", "1")).isTrue();
  }

  @Test
  void severalDifferencesOfOneCallCountAsOneCallAndOneSum() {
    Acceptance acceptance =
        acceptance("A", "/**", AcceptanceLimit.none().calls(1).amount(new BigDecimal("3")));
    Allowances allowances = allowances(acceptance);
    AcceptanceSession session = allowances.start(DAY);
    session.acceptanceIdOf(difference("a", "1"));
    session.acceptanceIdOf(difference("b", "-1"));
    session.acceptanceIdOf(difference("c", "1"));
    assertThat(allowances.take(session, listener())).isTrue();
    assertThat(take(allowances, DAY, "a", "0.001")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, 2026-02-28, true",
    "2026-02-28, 2026-03-01, false",
    "2028-02-29, 2028-02-29, true",
    "2028-02-29, 2028-03-01, false",
    "2026-12-31, 2027-01-01, false",
    "2099-01-01, 2026-01-01, true",
  })
  void acceptanceCoversUpToItsLastDay(LocalDate until, LocalDate day, boolean covered) {
    Acceptance acceptance =
        Acceptance.of("A", condition("/a"), "agreed", "ops", until)
            .within(AcceptanceLimit.none().calls(10));
    assertThat(acceptance.isInForce(day)).isEqualTo(covered);
    Allowances allowances = allowances(acceptance);
    AcceptanceSession session = allowances.start(day);
    assertThat(session.acceptanceIdOf(difference("a", "1"))).isEqualTo(covered ? "A" : null);
    if (covered) {
      assertThat(session.missing()).isEmpty();
    } else {
      assertThat(session.missing()).containsExactly("A · expired");
    }
  }

  @Test
  void lateCallOfAKeptDayStillCounts() {
    Allowances allowances = allowances(acceptance("A", "/a", AcceptanceLimit.none().calls(1)));
    assertThat(take(allowances, DAY, "a", "1")).isTrue();
    for (int i = 1; i <= 31; i++) {
      take(allowances, DAY.plusDays(i), "a", "1");
    }
    assertThat(take(allowances, DAY, "a", "1")).as("32 days are kept").isFalse();
    take(allowances, DAY.plusDays(32), "a", "1");
    assertThat(allowances.start(DAY.plusDays(32)).missing()).isEmpty();
    assertThat(take(allowances, DAY.plusDays(1), "a", "1")).as("still kept").isFalse();
  }

  @Test
  void rateIsCountedForEachDay() {
    Allowances allowances =
        allowances(acceptance("A", "/a", AcceptanceLimit.none().rate(new BigDecimal("0.001"))));
    for (int i = 0; i < 5_000; i++) {
      allowances.countVerdict(DAY);
    }
    assertThat(accepted(allowances, DAY)).as("0.1 % of 5,001, rounded up").isEqualTo(6);
    assertThat(accepted(allowances, DAY.plusDays(1))).as("0.1 % of 1,000").isEqualTo(1);
  }

  @Test
  void unlimitedAcceptanceIsNeverReported() {
    Allowances allowances = allowances(acceptance("A", "/a", AcceptanceLimit.none()));
    for (int i = 0; i < 5_000; i++) {
      assertThat(take(allowances, DAY, "a", "1000000")).isTrue();
    }
    assertThat(reports).isEmpty();
  }

  private int accepted(Allowances allowances, LocalDate day) {
    int accepted = 0;
    while (take(allowances, day, "a", "1")) {
      accepted++;
    }
    return accepted;
  }

  private boolean take(Allowances allowances, LocalDate day, String part, String delta) {
    AcceptanceSession session = allowances.start(day);
    return session.acceptanceIdOf(difference(part, delta)) != null
        && allowances.take(session, listener());
  }

  private static Difference difference(String part, String delta) {
    return new Difference(
        Path.root().part(part), DifferenceKind.VALUE, BigDecimal.ZERO, new BigDecimal(delta));
  }

  private static Allowances allowances(Acceptance... inOrder) {
    return Allowances.of(Acceptances.of(Arrays.asList(inOrder)));
  }

  private static Acceptance acceptance(String id, String path, AcceptanceLimit limit) {
    return Acceptance.of(id, condition(path), "agreed", "ops", LocalDate.of(2099, 1, 1))
        .within(limit);
  }

  private static AcceptanceCondition condition(String path) {
    return AcceptanceCondition.builder()
        .path(PathPattern.parse(path))
        .delta(DeltaRange.parse("1000000"))
        .build();
  }

  private LimitListener listener() {
    return new LimitListener() {
      @Override
      public void near(Acceptance acceptance, String limit) {
        reports.add("near " + acceptance.id() + " " + limit);
      }

      @Override
      public void breached(Acceptance acceptance, String limit) {
        reports.add("breached " + acceptance.id() + " " + limit);
      }
    };
  }
}
