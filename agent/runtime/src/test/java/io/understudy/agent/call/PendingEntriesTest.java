package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingEntriesTest {
  private static final class Waiting implements PendingEntries.Entry {
    private final long bytes;
    volatile boolean over;

    Waiting(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean isOver() {
      return over;
    }

    @Override
    public long bytes() {
      return bytes;
    }
  }

  private final PendingEntries<Waiting> outstanding = new PendingEntries<>(2, 100);

  private void end(Waiting waiting) {
    waiting.over = true;
    outstanding.release(waiting);
  }

  @Test
  void boundedInNumber() {
    Waiting first = new Waiting(1);
    assertThat(outstanding.add(first)).isNull();
    assertThat(outstanding.refusal()).isNull();
    assertThat(outstanding.add(new Waiting(1))).isNull();
    assertThat(outstanding.refusal()).isEqualTo(PendingEntries.TOO_MANY);
    assertThat(outstanding.add(new Waiting(1))).isEqualTo(PendingEntries.TOO_MANY);
    assertThat(outstanding.size()).isEqualTo(2);
    end(first);
    assertThat(outstanding.add(new Waiting(1))).isNull();
  }

  @Test
  void boundedInBytes() {
    PendingEntries<Waiting> many = new PendingEntries<>(10, 100);
    assertThat(many.add(new Waiting(60))).isNull();
    assertThat(many.add(new Waiting(41))).isEqualTo(PendingEntries.TOO_LARGE);
    assertThat(many.bytes()).isEqualTo(60);
    assertThat(many.size()).isEqualTo(1);
    assertThat(many.add(new Waiting(40))).isNull();
    assertThat(many.refusal()).isEqualTo(PendingEntries.TOO_LARGE);
  }

  @Test
  void largeEntryMayWaitAlone() {
    Waiting large = new Waiting(101);
    assertThat(outstanding.add(large)).isNull();
    assertThat(outstanding.add(new Waiting(1))).isEqualTo(PendingEntries.TOO_LARGE);
    end(large);
    assertThat(outstanding.refusal()).isNull();
  }

  @Test
  void boundFollowsTheRoomInTheHeap() {
    PendingEntries<Waiting> many = new PendingEntries<>(10, 100);
    many.limit(10);
    assertThat(many.add(new Waiting(10))).isNull();
    assertThat(many.add(new Waiting(1))).isEqualTo(PendingEntries.TOO_LARGE);
    many.limit(Long.MAX_VALUE);
    assertThat(many.add(new Waiting(90))).isNull();
    assertThat(many.refusal()).isEqualTo(PendingEntries.TOO_LARGE);
  }

  @Test
  void sweepRemovesEndedEntriesAndPassesOnTheOthers() {
    Waiting first = new Waiting(1);
    Waiting second = new Waiting(1);
    outstanding.add(first);
    outstanding.add(second);
    end(first);
    List<Waiting> shown = new ArrayList<>();
    outstanding.sweep(shown::add);
    assertThat(shown).containsExactly(second);
    outstanding.sweep(this::end);
    shown.clear();
    outstanding.sweep(shown::add);
    assertThat(shown).isEmpty();
    assertThat(outstanding.size()).isZero();
  }

  /** Ended entries are bounded even if no thread sweeps. */
  @Test
  void unsweptEntriesAreBoundedToo() {
    int added = 0;
    for (int i = 0; i < 1_000; i++) {
      Waiting waiting = new Waiting(1);
      if (outstanding.add(waiting) == null) {
        added++;
        end(waiting);
      }
    }
    assertThat(added).isEqualTo(12);
    outstanding.sweep(waiting -> {});
    assertThat(outstanding.add(new Waiting(1))).isNull();
  }

  /** The bounds hold and all room is released under concurrent adds and ends. */
  @Test
  void roomIsReleasedExactly() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  Waiting waiting = new Waiting(i % 60);
                  if (outstanding.add(waiting) == null) {
                    end(waiting);
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    while (threads.stream().anyMatch(Thread::isAlive)) {
      outstanding.sweep(waiting -> {});
      assertThat(outstanding.size()).isLessThanOrEqualTo(2 + threads.size());
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(outstanding.size()).isZero();
    assertThat(outstanding.bytes()).isZero();
  }
}
