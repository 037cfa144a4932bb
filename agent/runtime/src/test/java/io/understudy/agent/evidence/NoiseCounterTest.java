package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.compare.Outcome;
import io.understudy.journal.TallyField;
import java.util.Arrays;
import java.util.Collections;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class NoiseCounterTest {
  private static CallPoint point(double noise) {
    CallConfig config =
        CallConfig.builder("quote", Calls.ref(Object.class, "a"), Calls.ref(Object.class, "b"))
            .idempotent(true)
            .noise(noise)
            .build();
    return new CallPoint(0, config, new Ledger(0));
  }

  private static NoiseCounter counter(CallPoint point) {
    return new NoiseCounter(
        Collections.singletonList(point),
        new ComparatorLoader(p -> null, new IsolatedLoaders(), Log.none()));
  }

  private static Call call(CallPoint point, Object returned) {
    LedgerPage page = point.ledger().page();
    page.intercepted();
    return new Call(point, page, 0, new Object[0], Outcome.returned(returned), 1, 100);
  }

  @Test
  void eachSignatureIsCountedOnceForACall() {
    CallPoint point = point(1);
    TreeMap<String, Integer> first = new TreeMap<>();
    TreeMap<String, Integer> second = new TreeMap<>();
    for (String key : Arrays.asList("a", "b", "c")) {
      first.put(key, 1);
      second.put(key, 2);
    }
    counter(point).repeated(call(point, first), Outcome.returned(second));
    assertThat(Calls.counted(point, TallyField.NOISE)).containsExactly(entry("/* · VALUE", 1L));
  }

  @Test
  void equalOutcomesAreNoNoise() {
    CallPoint point = point(1);
    counter(point).repeated(call(point, "x"), Outcome.returned("x"));
    assertThat(Calls.counted(point, TallyField.NOISE)).isEmpty();
  }

  @Test
  void mismatchIsCountedAsASortedSet() {
    CallPoint point = point(1);
    NoiseCounter counter = counter(point);
    counter.mismatched(call(point, "x"), Arrays.asList("/b · VALUE", "/a · VALUE"), true);
    counter.mismatched(call(point, "x"), Arrays.asList("/a · VALUE", "/b · VALUE"), true);
    counter.mismatched(call(point, "x"), Arrays.asList("/a · VALUE"), false);
    assertThat(Calls.counted(point, TallyField.TOGETHER))
        .containsOnly(entry("/a · VALUE + /b · VALUE", 2L), entry(LedgerPage.OTHER, 1L));
  }

  @Test
  void callPointWithoutNoiseCountsNothing() {
    CallPoint point = point(0);
    NoiseCounter counter = counter(point);
    counter.repeated(call(point, "x"), Outcome.returned("y"));
    counter.mismatched(call(point, "x"), Arrays.asList("/a · VALUE"), true);
    assertThat(Calls.counted(point, TallyField.NOISE)).isEmpty();
    assertThat(Calls.counted(point, TallyField.TOGETHER)).isEmpty();
  }
}
