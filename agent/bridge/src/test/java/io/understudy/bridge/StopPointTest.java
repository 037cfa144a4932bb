package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StopPointTest {
  @AfterEach
  void releaseThisThread() {
    StopPoint.release(Thread.currentThread());
    StopPoint.watchMemory(Keys.KEY, null);
  }

  @Test
  void checkPassesWhileNoThreadIsToStop() {
    assertThatCode(StopPoint::check).doesNotThrowAnyException();
  }

  @Test
  void checkThrowsEachTimeUntilTheThreadIsReleased() {
    StopPoint.stop(Thread.currentThread());
    assertThatThrownBy(StopPoint::check).isInstanceOf(StopPoint.Stopped.class);
    assertThatThrownBy(StopPoint::check)
        .isInstanceOf(StopPoint.Stopped.class)
        .satisfies(stopped -> assertThat(stopped.getStackTrace()).isEmpty());
    StopPoint.release(Thread.currentThread());
    assertThatCode(StopPoint::check).doesNotThrowAnyException();
  }

  @Test
  void foreignLockOfTheClassStopsNothing() throws Exception {
    Thread other = new Thread(() -> {});
    Thread agent =
        new Thread(
            () -> {
              StopPoint.stop(other);
              StopPoint.release(other);
            });
    synchronized (StopPoint.class) {
      agent.start();
      agent.join(20_000);
      assertThat(agent.isAlive()).isFalse();
    }
  }

  @Test
  void otherThreadsPass() {
    Thread other = new Thread(() -> {});
    StopPoint.stop(other);
    assertThatCode(StopPoint::check).doesNotThrowAnyException();
    StopPoint.release(other);
  }

  @Test
  void threadThatIsStoppedTwiceIsReleasedOnce() {
    StopPoint.stop(Thread.currentThread());
    StopPoint.stop(Thread.currentThread());
    StopPoint.release(Thread.currentThread());
    assertThatCode(StopPoint::check).doesNotThrowAnyException();
  }

  /** Counts the looks, and answers each with the same number. */
  private static final class Looks implements StopPoint.Memory {
    final List<String> seen = new ArrayList<>();
    private final int next;

    Looks(int next) {
      this.next = next;
    }

    @Override
    public int look(long bytes, int kind, boolean isCollected) {
      seen.add(bytes + (kind == StopPoint.GROWN ? " grown" : "") + (isCollected ? " gc" : ""));
      return next;
    }
  }

  private static void onThreadOfACandidate(Runnable task) throws Exception {
    FutureTask<Void> future = new FutureTask<>(task, null);
    new Thread(Shadow.group(), future).start();
    future.get();
  }

  @Test
  void candidateLooksAtTheMemoryAfterACollection() throws Exception {
    Looks looks = new Looks(0);
    StopPoint.watchMemory(Keys.KEY, looks);
    onThreadOfACandidate(
        () -> {
          StopPoint.check();
          for (int i = 0; i < 100 && looks.seen.isEmpty(); i++) {
            System.gc();
            StopPoint.check();
          }
        });
    assertThat(looks.seen).contains("0 gc");
    StopPoint.expectCollection();
    looks.seen.clear();
    StopPoint.check(); // the application's threads do not look
    assertThat(looks.seen).isEmpty();
  }

  @Test
  void candidateLooksWhileAnotherThreadIsToStop() throws Exception {
    Looks looks = new Looks(10);
    StopPoint.watchMemory(Keys.KEY, looks);
    StopPoint.watch(true);
    Thread other = new Thread();
    StopPoint.stop(other);
    try {
      onThreadOfACandidate(
          () -> {
            for (int i = 0; i < 100; i++) {
              StopPoint.check();
            }
          });
      assertThat(looks.seen.size()).isBetween(9, 12);
    } finally {
      StopPoint.release(other);
    }
  }

  @Test
  void otherThreadsLookWhileTheFirstLookAfterACollectionRuns() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    StopPoint.watchMemory(
        Keys.KEY,
        (bytes, kind, isCollected) -> {
          if (isCollected && looks.getAndIncrement() == 0) {
            runOnAnotherThread(StopPoint::check);
          } else {
            looks.getAndIncrement();
          }
          return 0;
        });
    onThreadOfACandidate(
        () -> {
          for (int i = 0; i < 100 && looks.get() == 0; i++) {
            System.gc();
            StopPoint.check();
          }
        });
    assertThat(looks).hasValueGreaterThan(1);
  }

  private static void runOnAnotherThread(Runnable task) {
    try {
      onThreadOfACandidate(task);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void candidateLooksAtEachNthStopPointWhileTheMemoryIsWatched() throws Exception {
    Looks looks = new Looks(10);
    StopPoint.watchMemory(Keys.KEY, looks);
    StopPoint.watch(true);
    onThreadOfACandidate(
        () -> {
          for (int i = 0; i < 100; i++) {
            StopPoint.check();
          }
        });
    assertThat(looks.seen.size()).isBetween(9, 12);
    StopPoint.watch(false);
    looks.seen.clear();
    onThreadOfACandidate(StopPoint::check);
    assertThat(looks.seen).doesNotContain("0");
  }

  @Test
  void lookThatStopsTheThreadEndsItThere() throws Exception {
    StopPoint.watchMemory(
        Keys.KEY,
        (bytes, kind, isCollected) -> {
          StopPoint.stop(Thread.currentThread());
          return 1;
        });
    onThreadOfACandidate(
        () -> {
          assertThatThrownBy(() -> StopPointSizes.array(Integer.MAX_VALUE, 8))
              .isInstanceOf(StopPoint.Stopped.class);
          StopPoint.release(Thread.currentThread());
        });
  }

  @Test
  void failureOfALookReachesNoCandidate() throws Exception {
    StopPoint.watchMemory(
        Keys.KEY,
        (bytes, kind, isCollected) -> {
          throw new OutOfMemoryError("on purpose");
        });
    onThreadOfACandidate(() -> StopPointSizes.array(Integer.MAX_VALUE, 8));
  }

  @Test
  void onlyLargeObjectsAreLookedAt() throws Exception {
    Looks looks = new Looks(0);
    StopPoint.watchMemory(Keys.KEY, looks);
    StringBuilder builder = new StringBuilder();
    builder.setLength(Integer.MAX_VALUE >> 6);
    onThreadOfACandidate(
        () -> {
          StopPointSizes.array(1_000, 8);
          StopPointSizes.array(-1, 8);
          StopPointSizes.array(1 << 30, 8);
          StopPointSizes.arrays(StopPointSizes.times(StopPointSizes.times(1, 1 << 30), 1 << 30), 8);
          StopPointSizes.arrays(StopPointSizes.times(1 << 30, 0), 8);
          StopPointSizes.range(5, 1 << 30, 1);
          StopPointSizes.repeat("ab", 1 << 30);
          StopPointSizes.reflected(long.class, 1 << 30);
          StopPointSizes.text("small");
          StopPointSizes.text(null);
          StopPointSizes.builder(builder);
          builder.append('x');
          StopPointSizes.builder(builder);
        });
    looks.seen.replaceAll(seen -> seen.replace(" gc", ""));
    assertThat(looks.seen)
        .containsExactly(
            "8589934592",
            "9223372036854775807",
            "1073741819",
            "4294967296",
            "8589934592",
            "67108862 grown");
  }

  @Test
  void objectsThatGrowMuchAreLookedAt() throws Exception {
    Looks looks = new Looks(0);
    StopPoint.watchMemory(Keys.KEY, looks);
    onThreadOfACandidate(
        () -> {
          StopPointSizes.growing(new byte[1_000], 1_001);
          StopPointSizes.growing(new byte[1_000], 1 << 30);
          StopPointSizes.growing(new Object[1_000], 1 << 30);
          StopPointSizes.growing(new long[1 << 24], 1 << 24);
          StopPointSizes.growing(new Object[1 << 24], 0);
          StopPointSizes.growing((Object) null, 1 << 30);
          StopPointSizes.growing(1 << 27, (1 << 27) + 1);
        });
    looks.seen.replaceAll(seen -> seen.replace(" gc", ""));
    assertThat(looks.seen).containsExactly("1073741824", "4294967296", "134217728", "536870912");
  }

  @Test
  void onlyTheHolderOfTheKeyWatchesTheMemory() {
    assertThat(StopPoint.watchMemory(new Object(), new Looks(0))).isFalse();
    assertThat(StopPoint.watchMemory(null, null)).isFalse();
  }
}
