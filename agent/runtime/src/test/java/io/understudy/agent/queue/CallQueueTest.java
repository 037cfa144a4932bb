package io.understudy.agent.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.journal.Fate;
import org.junit.jupiter.api.Test;

final class CallQueueTest {
  private final CallPoint point = Calls.point(Object.class, "hashCode", Object.class, "hashCode");

  @Test
  void callsLeaveInTheOrderOfTheirArrival() throws Exception {
    CallQueue queue = new CallQueue(4, 1_000);
    Call first = Calls.call(point);
    Call second = Calls.call(point);
    queue.accept(first);
    queue.accept(second);
    assertThat(queue.poll(0)).isSameAs(first);
    assertThat(queue.poll(0)).isSameAs(second);
    assertThat(queue.poll(0)).isNull();
  }

  @Test
  void newestIsDroppedAtTheBoundOfCalls() throws Exception {
    // Three is not a power of two: the bound is the configured one, not that of the ring.
    CallQueue queue = new CallQueue(3, 1_000);
    Call kept = Calls.call(point);
    queue.accept(kept);
    queue.accept(Calls.call(point));
    assertThat(queue.refusal()).isNull();
    queue.accept(Calls.call(point));
    assertThat(queue.refusal()).isEqualTo("queue full (calls)");
    Call late = Calls.call(point);
    queue.accept(late);
    assertThat(late.isClaimed()).isTrue();
    assertThat(ended(Fate.DROPPED)).isEqualTo(1);
    assertThat(queue.poll(0)).isSameAs(kept);
    assertThat(queue.refusal()).isNull();
  }

  @Test
  void newestIsDroppedAtTheBoundOfBytes() throws Exception {
    CallQueue queue = new CallQueue(100, 1_000);
    queue.accept(Calls.callOfBytes(point, 600));
    Call large = Calls.callOfBytes(point, 401);
    queue.accept(large);
    assertThat(large.isClaimed()).isTrue();
    Call fits = Calls.callOfBytes(point, 400);
    queue.accept(fits);
    assertThat(fits.isClaimed()).isFalse();
    assertThat(queue.refusal()).isEqualTo("queue full (bytes)");
    assertThat(queue.bytes()).isEqualTo(1_000);
    queue.poll(0);
    assertThat(queue.bytes()).isEqualTo(400);
  }

  private Call endedAgo(long nanos) {
    Call call = Calls.call(point);
    call.endedAt(System.nanoTime() - nanos);
    return call;
  }

  @Test
  void oldCallIsShedWhenAWorkerFindsIt() throws Exception {
    CallQueue queue = new CallQueue(4, 1_000, 1_000, 1_000_000_000L);
    Call fresh = endedAgo(0);
    queue.accept(endedAgo(2_000_000_000L));
    queue.accept(fresh);

    assertThat(queue.poll(0)).isSameAs(fresh);
    assertThat(ended(Fate.SHED)).isEqualTo(1);
    assertThat(queue.depth()).isZero();
  }

  @Test
  void oldCallsAreShedWhileAllWorkersAreBusy() throws Exception {
    CallQueue queue = new CallQueue(4, 1_000, 1_000, 1_000_000_000L);
    Call fresh = endedAgo(0);
    queue.accept(endedAgo(3_000_000_000L));
    queue.accept(endedAgo(2_000_000_000L));
    queue.accept(fresh);
    queue.shedOld();

    assertThat(ended(Fate.SHED)).isEqualTo(2);
    assertThat(queue.depth()).isEqualTo(1);
    assertThat(queue.poll(0)).isSameAs(fresh);
  }

  @Test
  void noCallIsTooOldWhileThePoolServesNoneOnPurpose() throws Exception {
    CallQueue queue = new CallQueue(4, 1_000, 1_000, 1_000_000_000L);
    Call first = endedAgo(3_000_000_000L);
    Call second = endedAgo(3_000_000_000L);
    queue.waitPatiently(true);
    queue.accept(first);
    queue.accept(second);
    queue.shedOld();
    assertThat(queue.poll(0)).isSameAs(first);

    queue.waitPatiently(false); // the others get their full time now
    queue.shedOld();
    assertThat(queue.poll(0)).isSameAs(second);
  }

  @Test
  void callsWaitForEverWithoutALimitOfAge() throws Exception {
    CallQueue queue = new CallQueue(4, 1_000);
    Call old = endedAgo(1_000_000_000_000L);
    queue.accept(old);
    queue.shedOld();

    assertThat(queue.poll(0)).isSameAs(old);
  }

  @Test
  void stoppedPointShedsAllWaitingCalls() {
    CallQueue queue = new CallQueue(4, 1_000);
    queue.accept(endedAgo(0));
    queue.accept(endedAgo(0));
    queue.shedAll("stopped");

    assertThat(ended(Fate.SHED)).isEqualTo(2);
    assertThat(queue.depth()).isZero();
  }

  @Test
  void callThatWaitsAloneMayBeLarger() throws Exception {
    CallQueue queue = new CallQueue(100, 1_000, 5_000, 0);
    Call large = Calls.callOfBytes(point, 5_000);
    queue.accept(large);
    Call second = Calls.callOfBytes(point, 1);
    queue.accept(second);

    assertThat(large.isClaimed()).isFalse();
    assertThat(second.isClaimed()).isTrue();
    assertThat(queue.poll(0)).isSameAs(large);
    Call tooLarge = Calls.callOfBytes(point, 5_001);
    queue.accept(tooLarge);
    assertThat(tooLarge.isClaimed()).isTrue();
  }

  @Test
  void callLargerThanTheQueueIsDropped() {
    CallQueue queue = new CallQueue(100, 1_000);
    Call huge = Calls.callOfBytes(point, Long.MAX_VALUE);
    queue.accept(huge);
    assertThat(huge.isClaimed()).isTrue();
    assertThat(queue.bytes()).isZero();
    assertThat(queue.depth()).isZero();
  }

  @Test
  void depthCountsWaitingCalls() throws Exception {
    CallQueue queue = new CallQueue(4, 1_000);
    queue.accept(Calls.call(point));
    queue.accept(Calls.call(point));
    assertThat(queue.depth()).isEqualTo(2);
    queue.poll(0);
    assertThat(queue.depth()).isEqualTo(1);
  }

  @Test
  void closeDropsWaitingAndLaterCalls() throws Exception {
    CallQueue queue = new CallQueue(4, 1_000);
    Call waiting = Calls.call(point);
    queue.accept(waiting);
    queue.close(0);
    assertThat(waiting.isClaimed()).isTrue();
    assertThat(queue.refusal()).isEqualTo("shutdown");
    Call late = Calls.call(point);
    queue.accept(late);
    assertThat(late.isClaimed()).isTrue();
    assertThat(ended(Fate.DROPPED)).isEqualTo(2);
    assertThat(queue.depth()).isZero();
    assertThat(queue.poll(1_000_000_000_000L)).isNull();
  }

  @Test
  void interruptEndsThePollAndIsCleared() {
    CallQueue queue = new CallQueue(4, 1_000);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> queue.poll(1_000_000_000_000L))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void invalidBoundsAreRefused() {
    assertThatThrownBy(() -> new CallQueue(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CallQueue(1 << 22, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4194303 calls");
    assertThatThrownBy(() -> new CallQueue(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private long ended(Fate fate) {
    return point.ledger().total(fate);
  }
}
