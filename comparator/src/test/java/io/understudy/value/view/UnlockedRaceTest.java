package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.JdkFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Collections that another thread changes: each read is of one moment, or reports the change. */
@Timeout(60)
class UnlockedRaceTest {
  private static final int READS = 2_000;

  private interface Step {
    void run() throws InterruptedException;
  }

  private interface Check {
    void run() throws InterruptedException;
  }

  /** Runs the check many times while another thread repeats the change. */
  private static void race(Step change, Check check) throws InterruptedException {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    Thread writer =
        new Thread(
            () -> {
              try {
                while (!stop.get()) {
                  change.run();
                  started.countDown();
                }
              } catch (Throwable thrown) {
                failure.set(thrown);
                started.countDown();
              }
            },
            "writer");
    writer.start();
    try {
      started.await();
      for (int i = 0; i < READS; i++) {
        check.run();
      }
    } finally {
      stop.set(true);
      writer.join();
    }
    assertThat(failure.get()).isNull();
  }

  @Test
  void vectorIsReadAtOneMoment() throws InterruptedException {
    Vector<Object> vector = new Vector<>();
    race(
        () -> {
          if (vector.size() > 20) {
            vector.clear();
          }
          int n = vector.size();
          vector.addAll(Arrays.asList(n, n, n));
        },
        () -> {
          try {
            List<Object> read = new ArrayList<>(Unlocked.elements(vector));
            for (int i = 0; i < read.size(); i++) {
              assertThat(read.get(i)).isEqualTo(i - i % 3);
            }
            assertThat(read.size() % 3).isZero();
          } catch (ConcurrentModificationException changed) {
            // The writer was faster than every attempt.
          }
        });
  }

  @Test
  void tableIsReadAtOneMoment() throws InterruptedException {
    Hashtable<Object, Object> table = new Hashtable<>();
    race(
        () -> {
          table.put("k", 1);
          table.put("l", 2);
          table.remove("k");
          table.remove("l");
        },
        () -> {
          try {
            List<Object> keys = new ArrayList<>();
            for (Map.Entry<?, ?> each : Unlocked.entries(table)) {
              keys.add(each.getKey());
              // Where the fields are closed, the table's own iterator shows a removed entry as
              // null.
              Object value = each.getValue();
              if (value != null || JdkFields.of(Hashtable.class, "table") != null) {
                assertThat(value).isEqualTo(each.getKey().equals("k") ? 1 : 2);
              }
            }
            assertThat(keys.size()).isLessThanOrEqualTo(2);
            assertThat(keys).doesNotHaveDuplicates();
          } catch (ConcurrentModificationException changed) {
            // The writer was faster than every attempt.
          }
        });
  }

  @Test
  void ringIsReadInOrder() throws InterruptedException {
    ArrayBlockingQueue<Integer> ring = new ArrayBlockingQueue<>(8);
    int[] next = {0};
    race(
        () -> {
          ring.put(next[0]++);
          if (ring.size() > 5) {
            ring.take();
          }
        },
        () -> checkAscending(ring));
  }

  @Test
  void linkedQueueIsReadInOrder() throws InterruptedException {
    LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    int[] next = {0};
    race(
        () -> {
          queue.put(next[0]++);
          if (queue.size() > 5) {
            queue.take();
          }
        },
        () -> checkAscending(queue));
  }

  private static void checkAscending(java.util.Collection<Integer> queue) {
    try {
      Integer last = null;
      for (Object each : Unlocked.elements(queue)) {
        assertThat(each).isNotNull();
        if (last != null) {
          assertThat((Integer) each).isGreaterThan(last);
        }
        last = (Integer) each;
      }
    } catch (ConcurrentModificationException changed) {
      // The writer was faster than every attempt.
    }
  }

  @Test
  void stringBufferIsReadAtOneMoment() throws InterruptedException {
    StringBuffer buffer = new StringBuffer();
    race(
        () -> {
          buffer.append("ab");
          if (buffer.length() > 40) {
            buffer.setLength(0);
          }
        },
        () -> {
          try {
            Object text = StandardShapes.of(buffer).plain(buffer);
            assertThat(String.valueOf(text)).matches("(ab)*");
          } catch (ConcurrentModificationException changed) {
            // The writer was faster than every attempt.
          }
        });
  }
}
