package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallTurn;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.OrderConfig;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.agent.order.Orders;
import io.understudy.journal.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Calls in order on a pool with several threads; the candidate observes the order. */
@Timeout(120)
final class OrderedReplayTest {
  private static final int KEYS = 6;
  private static final int CALLS = 400;

  /** The argument of a call: the key, and the place of the call among those of its key. */
  static final class Booking {
    final int account;
    final int number;
    final boolean isSlow;

    Booking(int account, int number, boolean isSlow) {
      this.account = account;
      this.number = number;
      this.isSlow = isSlow;
    }
  }

  static final class Candidates {
    static final AtomicIntegerArray INSIDE = new AtomicIntegerArray(KEYS);
    static final AtomicIntegerArray LAST = new AtomicIntegerArray(KEYS);
    static final List<String> FAULTS = Collections.synchronizedList(new ArrayList<>());

    private Candidates() {}

    static Object book(Object argument) throws InterruptedException {
      Booking booking = (Booking) argument;
      if (INSIDE.incrementAndGet(booking.account) != 1) {
        FAULTS.add("two calls of account " + booking.account + " at once");
      }
      if (LAST.getAndSet(booking.account, booking.number) > booking.number) {
        FAULTS.add("account " + booking.account + ": call " + booking.number + " is late");
      }
      try {
        if (booking.isSlow) {
          Thread.sleep(10_000);
        }
      } finally {
        INSIDE.decrementAndGet(booking.account);
      }
      return argument;
    }

    static Object later(Object argument) throws InterruptedException {
      Object booked = book(argument);
      return CompletableFuture.supplyAsync(() -> booked);
    }
  }

  private static CallPoint point(String method) {
    CallConfig config =
        CallConfig.builder(
                method, Calls.ref(Pools.Legacy.class, "quote"), Calls.ref(Candidates.class, method))
            .timeout(Duration.ofMillis(method.equals("book") ? 40 : 10_000))
            .order(OrderConfig.of("/arguments/0/account", null))
            .build();
    return new CallPoint(0, config, new Ledger(0));
  }

  private static Orders orders(CallPoint point) {
    ReplayConfig config =
        new ReplayConfig(
            4,
            10_000,
            1L << 30,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            2,
            Duration.ZERO,
            Duration.ofSeconds(1),
            0,
            false,
            Collections.emptyList(),
            Duration.ZERO);
    return new Orders(Collections.singletonList(point), config, null);
  }

  private static void reset() {
    Candidates.FAULTS.clear();
    for (int i = 0; i < KEYS; i++) {
      Candidates.LAST.set(i, -1);
      Candidates.INSIDE.set(i, 0);
    }
  }

  /** Several threads hand over calls; a lock makes the order of the ends of controls known. */
  private static void offer(Pools pools, CallPoint point, int slowOneIn) throws Exception {
    Object[] locks = new Object[KEYS];
    int[] next = new int[KEYS];
    for (int i = 0; i < KEYS; i++) {
      locks[i] = new Object();
    }
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread = new Thread(() -> offer(pools, point, slowOneIn, locks, next));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void offer(
      Pools pools, CallPoint point, int slowOneIn, Object[] locks, int[] next) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < CALLS / 4; i++) {
      int key = random.nextInt(KEYS);
      Booking booking;
      CallTurn turn;
      boolean isSlow = slowOneIn > 0 && random.nextInt(slowOneIn) == 0;
      synchronized (locks[key]) {
        booking = new Booking(key, next[key]++, isSlow);
        try {
          turn = Objects.requireNonNull(point.order()).ofArguments(new Object[] {booking});
        } catch (Exception e) {
          throw new AssertionError(e);
        }
        turn.finished();
      }
      Call call = Calls.call(point, booking);
      call.takesTurn(turn);
      turn.handedOver();
      if (random.nextInt(8) == 0) {
        Thread.yield();
      }
      pools.offer(call);
    }
  }

  @RepeatedTest(5)
  void callsOfAKeyAreServedInOrder() throws Exception {
    reset();
    CallPoint point = point("book");
    Orders orders = orders(point);
    try (Pools pools = new Pools(4, 8, orders.calls())) {
      offer(pools, point, 100);
      Pools.awaitBalance(point);
    }
    assertThat(Candidates.FAULTS).isEmpty();
    assertThat(point.ledger().total(Fate.MATCHED) + point.ledger().total(Fate.TIMED_OUT))
        .isEqualTo(CALLS);
    assertThat(orders.calls().waiting()).isZero();
  }

  @RepeatedTest(3)
  void callWithAStageHoldsItsKeyUntilTheStageIsComplete() throws Exception {
    reset();
    CallPoint point = point("later");
    Orders orders = orders(point);
    try (Pools pools = new Pools(4, 8, orders.calls())) {
      offer(pools, point, 0);
      Pools.awaitBalance(point);
    }
    assertThat(Candidates.FAULTS).isEmpty();
    assertThat(point.ledger().total(Fate.MATCHED)).isEqualTo(CALLS);
  }

  @RepeatedTest(5)
  void everyCallEndsWhenThePoolIsClosed() throws Exception {
    reset();
    CallPoint point = point("book");
    Orders orders = orders(point);
    Pools pools = new Pools(2, 8, orders.calls());
    offer(pools, point, 5);
    pools.close();

    assertThat(Candidates.FAULTS).isEmpty();
    assertThat(Pools.inFlight(point)).isZero();
  }
}
