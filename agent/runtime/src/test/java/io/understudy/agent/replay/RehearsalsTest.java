package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.snapshot.Copier;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RehearsalsTest {
  private final AtomicInteger copies = new AtomicInteger();
  private final Rehearsals rehearsals = new Rehearsals(this::copy);
  private final CallPoint point = Pools.point(Pools.Legacy.class, "quote");

  private @Nullable Object[] copy(@Nullable Object[] arguments, Meter meter) throws Uncapturable {
    copies.incrementAndGet();
    return new Copier().copy(arguments, meter);
  }

  private Call call(Object argument) {
    return Calls.call(point, argument);
  }

  private void playAll() {
    while (rehearsals.areDue()) {
      rehearsals.play();
    }
  }

  @Test
  void nothingOffered() {
    assertThat(rehearsals.areDue()).isFalse();
    rehearsals.play();
    assertThat(copies).hasValue(0);
  }

  @Test
  void argumentsOfTheFirstCallOnly() {
    rehearsals.offerArguments(call(new ArrayList<>(Collections.singleton("a"))));
    rehearsals.offerArguments(call(new ArrayList<>(Collections.singleton("b"))));
    playAll();
    // One to keep.
    assertThat(copies).hasValue(1 + Rehearsals.ROUNDS);
  }

  @Test
  void argumentsAndResult() {
    rehearsals.offerArguments(call(new ArrayList<>()));
    rehearsals.offerResult(call("x"), new ArrayList<>());
    rehearsals.offerResult(call("x"), new ArrayList<>());
    playAll();
    assertThat(copies).hasValue(2 * (1 + Rehearsals.ROUNDS));
  }

  @Test
  void noResult() {
    rehearsals.offerResult(call("x"), null);
    assertThat(rehearsals.areDue()).isFalse();
  }

  @Test
  void givenArgumentsKeepTheirContent() {
    List<Object> list = new ArrayList<>(Collections.singleton("a"));
    rehearsals.offerArguments(call(list));
    list.add("changed by the candidate");
    playAll();
    assertThat(list).containsExactly("a", "changed by the candidate");
  }

  @Test
  void uncapturableValue() {
    rehearsals.offerResult(call("x"), new Thread());
    playAll();
    assertThat(rehearsals.areDue()).isFalse();
  }

  @Test
  void largeArgumentsAreNotKept() {
    rehearsals.offerArguments(call(new byte[(int) Rehearsals.MOST_BYTES]));
    assertThat(rehearsals.areDue()).isFalse();
  }

  @Test
  void argumentsOfManyPointsAreKeptWithinABound() {
    for (int i = 0; i < 200; i++) {
      CallPoint each = Pools.point(Pools.Legacy.class, "quote");
      rehearsals.offerArguments(Calls.call(each, new byte[4_000]));
    }
    playAll();
    assertThat(copies.get())
        .isBetween(200 + 100 * Rehearsals.ROUNDS, 200 + 150 * Rehearsals.ROUNDS);
  }

  @Test
  void pausedPointIsNotRehearsed() {
    rehearsals.offerArguments(call(new ArrayList<>()));
    point.pause(true);
    playAll();
    assertThat(copies).hasValue(1);
    point.pause(false);
    rehearsals.offerArguments(call(new ArrayList<>()));
    playAll();
    assertThat(copies).hasValue(2 + Rehearsals.ROUNDS);
  }
}
