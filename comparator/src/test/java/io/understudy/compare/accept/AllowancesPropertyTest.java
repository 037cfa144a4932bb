package io.understudy.compare.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Limits hold for any sequence of calls, and for any number of threads. */
final class AllowancesPropertyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final LimitListener SILENT =
      new LimitListener() {
        @Override
        public void near(Acceptance acceptance, String limit) {}

        @Override
        public void breached(Acceptance acceptance, String limit) {}
      };

  /** A simple model: up to the limit calls are accepted, then the day is over. */
  @Property(tries = 300)
  void callsAreCountedForEachDay(
      @ForAll @IntRange(min = 1, max = 5) int limit,
      @ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> days) {
    Allowances allowances = allowances(acceptance("A", "/a", AcceptanceLimit.none().calls(limit)));
    Map<Integer, Integer> used = new HashMap<>();
    for (int day : days) {
      boolean expected = used.merge(day, 1, Integer::sum) <= limit;
      assertThat(accepts(allowances, DAY.plusDays(day), "a", 1)).isEqualTo(expected);
    }
  }

  @Property(tries = 300)
  void sumOfAmountsNeverExceedsTheLimit(
      @ForAll @IntRange(min = 1, max = 200) int limit,
      @ForAll @Size(max = 60) List<@IntRange(min = -50, max = 50) Integer> amounts) {
    Allowances allowances =
        allowances(acceptance("A", "/a", AcceptanceLimit.none().amount(BigDecimal.valueOf(limit))));
    int sum = 0;
    boolean breached = false;
    for (int amount : amounts) {
      breached |= sum + Math.abs(amount) > limit;
      assertThat(accepts(allowances, DAY, "a", amount)).isEqualTo(!breached);
      sum += breached ? 0 : Math.abs(amount);
    }
    assertThat(sum).isLessThanOrEqualTo(limit);
  }

  /** A breached acceptance leaves its differences to the next one that covers them. */
  @Property(tries = 200)
  void acceptancesAreUsedInOrder(
      @ForAll @IntRange(min = 1, max = 4) int first,
      @ForAll @IntRange(min = 1, max = 4) int second,
      @ForAll @IntRange(max = 12) int calls) {
    Allowances allowances =
        allowances(
            acceptance("A", "/a", AcceptanceLimit.none().calls(first)),
            acceptance("B", "/**", AcceptanceLimit.none().calls(second)));
    int accepted = 0;
    for (int i = 0; i < calls; i++) {
      accepted += accepts(allowances, DAY, "a", 1) ? 1 : 0;
    }
    assertThat(accepted).isEqualTo(Math.min(calls, first + second));
  }

  @Property(tries = 5)
  void limitsAreExactUnderManyThreads(@ForAll @IntRange(min = 50, max = 400) int limit)
      throws InterruptedException {
    Allowances allowances =
        allowances(
            acceptance("A", "/a", AcceptanceLimit.none().calls(limit)),
            acceptance("B", "/**", AcceptanceLimit.none().amount(BigDecimal.valueOf(limit))));
    AtomicInteger accepted = new AtomicInteger();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 300; i++) {
                  if (accepts(allowances, DAY, "a", 1)) {
                    accepted.incrementAndGet();
                  }
                }
              });
      thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
    assertThat(accepted).hasValue(2 * limit);
  }

  /** As the evaluation does: compare again without a breached acceptance. */
  private static boolean accepts(Allowances allowances, LocalDate day, String part, int delta) {
    while (true) {
      AcceptanceSession session = allowances.start(day);
      Difference difference =
          new Difference(
              Path.root().part(part), DifferenceKind.VALUE, 0, BigDecimal.valueOf(delta));
      if (session.acceptanceIdOf(difference) == null) {
        return false;
      }
      if (allowances.take(session, SILENT)) {
        return true;
      }
    }
  }

  private static Allowances allowances(Acceptance... inOrder) {
    return Allowances.of(Acceptances.of(Arrays.asList(inOrder)));
  }

  private static Acceptance acceptance(String id, String path, AcceptanceLimit limit) {
    AcceptanceCondition where =
        AcceptanceCondition.builder()
            .path(PathPattern.parse(path))
            .delta(DeltaRange.parse("1000"))
            .build();
    return Acceptance.of(id, where, "agreed", "ops", LocalDate.of(2099, 1, 1)).within(limit);
  }
}
