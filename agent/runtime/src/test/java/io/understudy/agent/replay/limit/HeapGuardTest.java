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
  void callsInFlightMayTakeAPartOfWhatWasFreeAfterTheLastCollection() {
    assertThat(heap.bytesInFlight()).isEqualTo(Long.MAX_VALUE);
    collectedTo(200);
    assertThat(heap.bytesInFlight()).isEqualTo(50);
    heap.look(collections, 990, MOST);
    assertThat(heap.bytesInFlight()).isEqualTo(50);
    collectedTo(960);
    assertThat(heap.bytesInFlight()).isEqualTo(2);
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

  @Test
  void stopPointsLookWhileMuchIsUsed() {
    heap.look(0, 400, MOST);
    assertThat(heap.isWatched()).isFalse();
    heap.look(0, 401, MOST);
    assertThat(heap.isWatched()).isTrue();
    assertThat(heap.isTight()).isFalse();
    heap.see(true, 510, MOST);
    assertThat(heap.isTight()).isTrue();
    assertThat(heap.endsCallWith(251)).isTrue();
  }

  @Test
  void stopPointsLookWhenCollectionsLeaveMoreEachTime() {
    collectedTo(100);
    assertThat(heap.isWatched()).isFalse();
    collectedTo(299);
    assertThat(heap.isWatched()).isFalse();
    collectedTo(100);
    assertThat(heap.isWatched()).isFalse();
    collectedTo(301); // 201 more each time: 703 after two others
    assertThat(heap.isWatched()).isTrue();
    collectedTo(301);
    assertThat(heap.isWatched()).isFalse();
  }

  @Test
  void arrayMustFitIntoWhatMayBeFree() {
    heap.look(0, 500, MOST); // no collection yet: all of it may be in use
    assertThat(heap.lacksRoomFor(300, false, 0)).isFalse();
    assertThat(heap.lacksRoomFor(301, false, 0)).isTrue();
    collectedTo(100);
    heap.look(collections, 500, MOST);
    assertThat(heap.lacksRoomFor(480, false, 100)).isFalse();
    assertThat(heap.lacksRoomFor(481, false, 100)).isTrue();
    assertThat(heap.lacksRoomFor(301, false, 1_000)).isTrue();
  }

  @Test
  void arrayMustFitIntoTheLargestPartOfTheHeap() {
    collectedTo(100);
    assertThat(heap.lacksRoomFor(500, false, 0)).isFalse();
    heap.setLargestPool(600);
    assertThat(heap.lacksRoomFor(470, false, 0)).isFalse();
    assertThat(heap.lacksRoomFor(471, false, 0)).isTrue();
  }

  @Test
  void largestPartOfTheHeapOfThisJvmIsFound() {
    assertThat(HeapPools.largest()).isBetween(1L << 20, Runtime.getRuntime().maxMemory());
  }

  @Test
  void objectThatGrowsNeedsRoomForMoreThanTwiceItsSize() {
    collectedTo(100);
    heap.look(collections, 300, MOST);
    assertThat(heap.lacksRoomFor(200, true, 100)).isFalse();
    assertThat(heap.lacksRoomFor(201, true, 100)).isTrue();
    assertThat(heap.lacksRoomFor(176, true, 200)).isTrue();
  }

  @Test
  void severalCallsTogether() {
    collectedTo(510);
    assertThat(heap.endsCallsWith(250)).isFalse();
    assertThat(heap.endsCallsWith(251)).isTrue();
  }

  @Test
  void callsThatKeepALittleEachFillTheHeapBeforeACollectionShowsIt() {
    collectedTo(500);
    heap.retire(310);
    heap.look(collections, 790, MOST);
    assertThat(heap.isNearlyFull()).isFalse();
    heap.look(collections, 805, MOST);
    assertThat(heap.isNearlyFull()).isTrue();
    assertThat(heap.lacksRoomFor(120, false, 0)).isTrue();
    collectedTo(520);
    assertThat(heap.isNearlyFull()).isFalse();
    assertThat(heap.lacksRoomFor(120, false, 0)).isFalse();
  }
}
