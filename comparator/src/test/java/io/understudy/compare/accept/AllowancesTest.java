package io.understudy.compare.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.Outcome;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AllowancesTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Differ DIFFER = Differ.with(Rules.none());

  private final List<String> reports = Collections.synchronizedList(new ArrayList<>());

  @Test
  void callsUpToTheLimitAreAcceptedAndTheNextIsNot() {
    Allowances ten = allowances(cents("A", AcceptanceLimit.none().calls(10)));
    for (int i = 0; i < 10; i++) {
      assertThat(isAccepted(ten, MONDAY, "0.01")).as("call %s", i).isTrue();
    }
    assertThat(isAccepted(ten, MONDAY, "0.01")).isFalse();
    assertThat(isAccepted(ten, MONDAY, "0.01")).isFalse();
    assertThat(reports).containsExactly("near A 10 calls a day", "breached A 10 calls a day");
  }

  @Test
  void breachAppliesToItsDayOnly() {
    Allowances one = allowances(cents("A", AcceptanceLimit.none().calls(1)));
    assertThat(isAccepted(one, MONDAY, "0.01")).isTrue();
    assertThat(isAccepted(one, MONDAY.plusDays(1), "0.01")).isTrue();
    assertThat(isAccepted(one, MONDAY, "0.01")).as("a late call of Monday").isFalse();
    assertThat(isAccepted(one, MONDAY.plusDays(2), "0.01")).isTrue();
  }

  @Test
  void amountIsTheSumWithoutSigns() {
    Allowances cents =
        allowances(cents("A", AcceptanceLimit.none().amount(new BigDecimal("0.03"))));
    assertThat(isAccepted(cents, MONDAY, "0.01")).isTrue();
    assertThat(isAccepted(cents, MONDAY, "-0.01")).isTrue();
    assertThat(reports).isEmpty();
    assertThat(isAccepted(cents, MONDAY, "0.01")).as("the boundary is within").isTrue();
    assertThat(reports).containsExactly("near A 0.03 in sum a day");
    assertThat(isAccepted(cents, MONDAY, "0.001")).isFalse();
    assertThat(isAccepted(cents, MONDAY, "0.000001")).as("breached for the day").isFalse();
  }

  @Test
  void callBeyondALimitUsesUpNothing() {
    Acceptance amount = cents("A", AcceptanceLimit.none().amount(new BigDecimal("0.01")));
    Acceptance calls = at("B", "/b", AcceptanceLimit.none().calls(2));
    Allowances both = allowances(amount, calls);
    assertThat(isAccepted(both, MONDAY, map("a", "1.000", "b", "1"), map("a", "1.02", "b", "2")))
        .as("A is breached, so nothing is taken of B")
        .isFalse();
    assertThat(isAccepted(both, MONDAY, map("b", "1"), map("b", "2"))).isTrue();
    assertThat(isAccepted(both, MONDAY, map("b", "1"), map("b", "2"))).isTrue();
    assertThat(isAccepted(both, MONDAY, map("b", "1"), map("b", "2"))).isFalse();
  }

  @Test
  void nextAcceptanceCoversAfterABreach() {
    Allowances two =
        allowances(
            cents("A", AcceptanceLimit.none().calls(1)), at("B", "/**", AcceptanceLimit.none()));
    assertThat(isAccepted(two, MONDAY, "0.01")).isTrue();
    AcceptanceSession session = two.start(MONDAY);
    compare(session, map("a", "1.00"), map("a", "1.01"));
    assertThat(two.take(session, listener())).as("A cannot take another").isFalse();
    AcceptanceSession again = two.start(MONDAY);
    compare(again, map("a", "1.00"), map("a", "1.01"));
    assertThat(again.ids()).containsExactly("B");
    assertThat(two.take(again, listener())).isTrue();
  }

  @Test
  void rateIsAShareOfTheVerdictsOfTheDay() {
    Allowances percent =
        allowances(cents("A", AcceptanceLimit.none().rate(new BigDecimal("0.01"))));
    for (int i = 0; i < 1_999; i++) {
      percent.countVerdict(MONDAY);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(isAccepted(percent, MONDAY, "0.01")).as("call %s", i).isTrue();
    }
    assertThat(reports).containsExactly("near A 1% of verdicts");
    assertThat(isAccepted(percent, MONDAY, "0.01")).isFalse();
    for (int i = 0; i < 10_000; i++) {
      percent.countVerdict(MONDAY);
    }
    assertThat(isAccepted(percent, MONDAY, "0.01")).as("breached for the day").isFalse();
    assertThat(isAccepted(percent, MONDAY.plusDays(1), "0.01")).isTrue();
  }

  @Test
  void rateUsesAtLeastAThousandVerdicts() {
    Allowances percent =
        allowances(cents("A", AcceptanceLimit.none().rate(new BigDecimal("0.0025"))));
    for (int i = 0; i < 3; i++) {
      assertThat(isAccepted(percent, MONDAY, "0.01")).isTrue();
    }
    assertThat(isAccepted(percent, MONDAY, "0.01")).isFalse();
  }

  @Test
  void breachedAcceptanceIsReportedAsMissing() {
    Allowances one = allowances(cents("A", AcceptanceLimit.none().calls(1)));
    isAccepted(one, MONDAY, "0.01");
    isAccepted(one, MONDAY, "0.01");
    AcceptanceSession session = one.start(MONDAY);
    compare(session, map("a", "1.00"), map("a", "1.01"));
    assertThat(session.missing()).containsExactly("A · breached");
  }

  @Test
  void newestDaysAreKept() {
    Allowances one = allowances(cents("A", AcceptanceLimit.none().calls(1)));
    for (int i = 0; i < 100; i++) {
      assertThat(isAccepted(one, MONDAY.plusDays(i), "0.01")).isTrue();
    }
    assertThat(isAccepted(one, MONDAY.plusDays(99), "0.01")).isFalse();
    assertThat(isAccepted(one, MONDAY.plusDays(98), "0.01")).isFalse();
  }

  /** The limit is exact for any number of threads. */
  @Test
  void limitIsExactUnderManyThreads() throws InterruptedException {
    int threads = 8;
    int most = 500;
    Allowances limited =
        allowances(
            cents(
                "A",
                AcceptanceLimit.none()
                    .calls(most)
                    .amount(new BigDecimal("0.01").multiply(decimal(most)))));
    AtomicInteger accepted = new AtomicInteger();
    List<Thread> all = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 200; i++) {
                  if (isAccepted(limited, MONDAY, "0.01")) {
                    accepted.incrementAndGet();
                  }
                }
              });
      all.add(thread);
      thread.start();
    }
    for (Thread thread : all) {
      thread.join();
    }
    assertThat(accepted).hasValue(most);
    assertThat(reports).containsExactly("near A 500 calls a day", "breached A 500 calls a day");
  }

  private static BigDecimal decimal(int number) {
    return BigDecimal.valueOf(number);
  }

  private boolean isAccepted(Allowances allowances, LocalDate day, String delta) {
    BigDecimal candidate = BigDecimal.ONE.add(new BigDecimal(delta));
    return isAccepted(allowances, day, map("a", "1"), map("a", candidate.toString()));
  }

  private boolean isAccepted(
      Allowances allowances,
      LocalDate day,
      Map<String, Object> control,
      Map<String, Object> candidate) {
    while (true) {
      AcceptanceSession session = allowances.start(day);
      if (!compare(session, control, candidate).isAccepted()) {
        return false;
      }
      if (allowances.take(session, listener())) {
        return true;
      }
    }
  }

  private static Comparison compare(AcceptanceSession session, Object control, Object candidate) {
    return DIFFER.compare(Outcome.returned(control), Outcome.returned(candidate), session);
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

  private static Allowances allowances(Acceptance... inOrder) {
    return Allowances.of(Acceptances.of(Arrays.asList(inOrder)));
  }

  private static Acceptance cents(String id, AcceptanceLimit limit) {
    return at(id, "/a", limit);
  }

  private static Acceptance at(String id, String path, AcceptanceLimit limit) {
    AcceptanceCondition where =
        AcceptanceCondition.builder()
            .path(PathPattern.parse(path))
            .delta(DeltaRange.parse("1"))
            .build();
    return Acceptance.of(id, where, "agreed", "ops", LocalDate.of(2099, 1, 1)).within(limit);
  }

  private static Map<String, Object> map(String... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(entries[i], new BigDecimal(entries[i + 1]));
    }
    return map;
  }
}
