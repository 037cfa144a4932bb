package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The chain of arrays of one thread; each test runs on a new thread. */
class MarksTest {
  private static final class Ignored implements Handler {
    @Override
    public @Nullable Token take(int point, int site) {
      return null;
    }

    @Override
    public void failed(int point, Throwable failure) {}
  }

  private static Gate gate(int base, int points) {
    return Gate.closed(base).with(new Ignored(), base + points);
  }

  private static void onNewThread(Callable<?> task) throws Exception {
    FutureTask<?> future = new FutureTask<>(task);
    new Thread(future).start();
    future.get();
  }

  private static int[] enter(Gate gate, int slot) {
    int[] marks = Marks.enter(gate, slot, 0);
    if (marks == null) {
      throw new AssertionError("not entered");
    }
    marks[slot] = 1;
    return marks;
  }

  @Test
  void eachSlotIsEnteredOnce() throws Exception {
    onNewThread(
        () -> {
          Gate gate = gate(100, 3);
          int[] marks = enter(gate, 1);
          assertThat(marks[1]).isEqualTo(1);
          assertThat(Marks.enter(gate, 1, 0)).isNull();
          assertThat(enter(gate, 2)).isSameAs(marks);
          marks[1] = 0;
          assertThat(enter(gate, 1)).isSameAs(marks);
          return null;
        });
  }

  @Test
  void grownGateDoesNotMoveTheArrayOfAFrame() throws Exception {
    onNewThread(
        () -> {
          int[] old = enter(gate(100, 2), 0);
          int[] longer = enter(gate(100, 200), 150);
          assertThat(longer).isNotSameAs(old);
          assertThat(Marks.enter(gate(100, 200), 0, 0)).as("marked in the old array").isNull();
          old[0] = 0;
          assertThat(enter(gate(100, 200), 0)[0]).isEqualTo(1);
          return null;
        });
  }

  @Test
  void laterAttachmentStartsWithNewArrays() throws Exception {
    onNewThread(
        () -> {
          int[] first = enter(gate(100, 2), 0);
          int[] second = enter(gate(200, 2), 0);
          assertThat(second).isNotSameAs(first);
          first[0] = 0;
          assertThat(second[0]).isEqualTo(1);
          return null;
        });
  }

  @Test
  void quietThreadEntersNothingUntilItLeaves() throws Exception {
    onNewThread(
        () -> {
          Gate gate = gate(100, 2);
          int[] outer = Marks.head();
          outer[Marks.SUPPRESSED]++;
          int[] inner = Marks.head();
          inner[Marks.SUPPRESSED]++;
          assertThat(Marks.enter(gate, 0, 0)).isNull();
          inner[Marks.SUPPRESSED]--;
          assertThat(Marks.enter(gate, 0, 0)).isNull();
          outer[Marks.SUPPRESSED]--;
          assertThat(Marks.enter(gate, 0, 0)).isNotNull();
          return null;
        });
  }

  @Test
  void suppressedThreadStaysSuppressedInLaterAttachments() throws Exception {
    onNewThread(
        () -> {
          Marks.suppress();
          assertThat(Marks.enter(gate(100, 2), 0, 0)).isNull();
          assertThat(Marks.enter(gate(200, 2), 0, 0)).isNull();
          return null;
        });
  }

  /** The last cell suppresses every slot, also of arrays that a later gate would use. */
  @Test
  void workOfTheAgentSuppressesEverySlot() throws Exception {
    onNewThread(
        () -> {
          int[] marks = enter(gate(100, 2), 0);
          marks[marks.length - 1]++;
          assertThat(Marks.enter(gate(100, 2), 1, 0)).isNull();
          assertThat(Marks.enter(gate(100, 200), 150, 0)).isNull();
          assertThat(Marks.enter(gate(200, 2), 0, 0)).isNull();
          marks[marks.length - 1]--;
          assertThat(Marks.enter(gate(100, 2), 1, 0)).isNotNull();
          return null;
        });
  }

  /** Nested frames over growing gates: each is entered once, and each clears its own mark. */
  @Test
  void randomNestingOverGrowingGates() throws Exception {
    onNewThread(
        () -> {
          Random random = new Random(7);
          int size = 1;
          for (int round = 0; round < 200; round++) {
            int depth = 1 + random.nextInt(6);
            int[][] frames = new int[depth][];
            int[] slots = new int[depth];
            for (int i = 0; i < depth; i++) {
              size += random.nextInt(3);
              slots[i] = random.nextInt(size);
              boolean inside = false;
              for (int j = 0; j < i; j++) {
                inside |= frames[j] != null && slots[j] == slots[i];
              }
              frames[i] = Marks.enter(gate(100, size), slots[i], 0);
              assertThat(frames[i] == null).isEqualTo(inside);
              if (frames[i] != null) {
                frames[i][slots[i]] = 1;
              }
            }
            for (int i = depth - 1; i >= 0; i--) {
              if (frames[i] != null) {
                frames[i][slots[i]] = 0;
              }
            }
          }
          return null;
        });
  }
}
