package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers that call points keep after a reload. */
class PointNumbersTest {
  private final List<CallPoint> before = new ArrayList<>();
  private final List<CallPoint> after = new ArrayList<>();

  private static void add(List<CallPoint> to, String name, String method, double noise) {
    MethodRef control = new MethodRef("a.Old", method, null);
    CallConfig config =
        CallConfig.builder(name, control, control).idempotent(true).noise(noise).build();
    to.add(new CallPoint(to.size(), config, new Ledger(0)));
  }

  @Test
  void samePointKeepsItsNumberUnderAnotherNameAndIndex() {
    add(before, "quote", "quote", 0);
    add(before, "total", "total", 0);
    add(after, "sum", "total", 0);
    add(after, "new", "other", 0);
    add(after, "quote", "quote", 0);

    PointNumbers old = PointNumbers.reserve(BridgeKeys.KEY, before);
    PointNumbers next = PointNumbers.following(BridgeKeys.KEY, old, before, after);

    assertThat(next.of(after.get(0))).isEqualTo(old.of(before.get(1)));
    assertThat(next.of(after.get(2))).isEqualTo(old.of(before.get(0)));
    assertThat(next.of(after.get(1))).isGreaterThan(old.of(before.get(1)));
    assertThat(next.index(next.of(after.get(1)))).isEqualTo(1);
    assertThat(old.index(next.of(after.get(1)))).isEqualTo(-1);
  }

  @Test
  void pointWithOtherAdviceGetsANewNumber() {
    add(before, "quote", "quote", 0);
    add(after, "quote", "quote", 0.5);
    PointNumbers old = PointNumbers.reserve(BridgeKeys.KEY, before);
    PointNumbers next = PointNumbers.following(BridgeKeys.KEY, old, before, after);
    assertThat(next.of(after.get(0))).isNotEqualTo(old.of(before.get(0)));
    assertThat(next.index(old.of(before.get(0)))).isEqualTo(-1);
  }

  @Test
  void twoPointsOnOneMethodKeepBothNumbers() {
    add(before, "a", "quote", 0);
    add(before, "b", "quote", 0);
    add(after, "c", "quote", 0);
    add(after, "d", "quote", 0);
    PointNumbers old = PointNumbers.reserve(BridgeKeys.KEY, before);
    PointNumbers next = PointNumbers.following(BridgeKeys.KEY, old, before, after);
    assertThat(new int[] {next.of(after.get(0)), next.of(after.get(1))})
        .containsExactlyInAnyOrder(old.of(before.get(0)), old.of(before.get(1)));
  }

  @Test
  void removedNumbersAreNeverUsedAgain() {
    add(before, "quote", "quote", 0);
    PointNumbers first = PointNumbers.reserve(BridgeKeys.KEY, before);
    PointNumbers empty = PointNumbers.following(BridgeKeys.KEY, first, before, after);
    assertThat(empty.index(first.of(before.get(0)))).isEqualTo(-1);
    PointNumbers again = PointNumbers.following(BridgeKeys.KEY, empty, after, before);
    assertThat(again.of(before.get(0))).isGreaterThan(first.of(before.get(0)));
    assertThat(BridgeKeys.KEY.reserve(1)).isGreaterThan(again.of(before.get(0)));
  }
}
