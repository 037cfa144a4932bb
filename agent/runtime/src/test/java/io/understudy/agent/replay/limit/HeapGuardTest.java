package io.understudy.agent.replay.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.log.Log;
import org.junit.jupiter.api.Test;

final class HeapGuardTest {
  private static final long MOST = 1_000;

  private final HeapGuard heap = new HeapGuard(Log.none());
  private long collections;

  private void collectedTo(long used) {
    heap.look(++collections, used, MOST);
  }

  @Test
  void garbageBeforeACollectionIsNoShortage() {
    heap.look(0, 990, MOST);
    assertThat(heap.isNearlyFull()).isFalse();
    assertThat(heap.endsCallWith(400)).isFalse();
    assertThat(heap.needsAttention()).isTrue();
  }

  @Test
  void endsACallThatHasAllocatedHalfOfAHeapThatIsUsedUp() {
    heap.look(0, 860, MOST);
    assertThat(heap.endsCallWith(500)).isFalse();
    assertThat(heap.endsCallWith(501)).isTrue();
    heap.look(0, 840, MOST);
    assertThat(heap.isNearlyFull()).isTrue();
  }

  @Test
  void pausesWhenLittleIsFreeAfterACollectionAndContinuesWithSomeRoom() {
    collectedTo(801);
    assertThat(heap.isNearlyFull()).isTrue();
    collectedTo(750);
    assertThat(heap.isNearlyFull()).isTrue();
    collectedTo(699);
    assertThat(heap.isNearlyFull()).isFalse();
  }

  @Test
  void fallOfTheUsedMemoryIsACollectionWhereTheJvmCountsNone() {
    heap.look(0, 900, MOST);
    heap.look(0, 850, MOST);
    assertThat(heap.isNearlyFull()).isTrue();
  }

  @Test
  void endsOnlyCallsThatAllocateMuchWhileTheHeapIsTight() {
    collectedTo(510);
    assertThat(heap.endsCallWith(250)).isFalse();
    assertThat(heap.endsCallWith(251)).isTrue();
    collectedTo(710);
    assertThat(heap.endsCallWith(62)).isFalse();
    assertThat(heap.endsCallWith(63)).isTrue();
    collectedTo(490);
    assertThat(heap.endsCallWith(MOST)).isFalse();
  }
}
