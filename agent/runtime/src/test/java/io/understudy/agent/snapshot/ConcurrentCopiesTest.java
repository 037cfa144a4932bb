package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Collections that another thread changes all the time are copied whole, or refused. */
@Timeout(120)
class ConcurrentCopiesTest {
  private static final int COPIES = 400;
  private static final int STABLE = 50;

  static Stream<Map<Object, Object>> maps() {
    return Stream.of(
        new ConcurrentHashMap<>(2),
        new ConcurrentSkipListMap<>(),
        new Hashtable<>(),
        Collections.synchronizedMap(new LinkedHashMap<>()),
        Collections.synchronizedMap(new TreeMap<>()));
  }

  static Stream<Collection<Object>> collections() {
    return Stream.of(
        new ConcurrentLinkedQueue<>(),
        new ConcurrentLinkedDeque<>(),
        new LinkedTransferQueue<>(),
        new LinkedBlockingQueue<>(),
        new CopyOnWriteArrayList<>(),
        new Vector<>());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("maps")
  void copiedMapHasWhatDoesNotChange(Map<Object, Object> live) throws Exception {
    for (int i = 0; i < STABLE; i++) {
      live.put("stable " + i, i);
    }
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread writer =
        start(
            failure,
            round -> {
              for (int i = 0; i < 500; i++) {
                live.put("passing " + i, round);
              }
              for (int i = 0; i < 500; i++) {
                live.remove("passing " + i);
              }
            });
    int copied = 0;
    for (int n = 0; n < COPIES; n++) {
      Map<Object, Object> copy = copy(live);
      if (copy != null) {
        copied++;
        for (int i = 0; i < STABLE; i++) {
          assertThat(copy.get("stable " + i)).isEqualTo(i);
        }
        int counted = 0;
        for (Object key : copy.keySet()) {
          counted += copy.containsKey(key) ? 1 : 0;
        }
        assertThat(counted).isEqualTo(copy.size());
      }
    }
    stop(writer, failure);
    assertThat(copied).isLessThanOrEqualTo(COPIES);
    assertThat(Objects.requireNonNull(copy(live)).keySet()).isEqualTo(live.keySet());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("collections")
  void copiedCollectionHasWhatDoesNotChange(Collection<Object> live) throws Exception {
    for (int i = 0; i < STABLE; i++) {
      live.add("stable " + i);
    }
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread writer =
        start(
            failure,
            round -> {
              for (int i = 0; i < 20; i++) {
                live.add("passing " + i);
              }
              for (int i = 0; i < 20; i++) {
                live.remove("passing " + i);
              }
            });
    for (int n = 0; n < COPIES; n++) {
      Collection<Object> copy = copy(live);
      if (copy != null) {
        List<Object> elements = new ArrayList<>(copy);
        for (int i = 0; i < STABLE; i++) {
          assertThat(elements.get(i)).isEqualTo("stable " + i);
        }
        assertThat(elements).doesNotContainNull().hasSize(copy.size());
      }
    }
    stop(writer, failure);
    assertThat(new ArrayList<>(Objects.requireNonNull(copy(live))))
        .isEqualTo(new ArrayList<>(live));
  }

  /** One round of changes. */
  private interface Round {
    void run(int round);
  }

  private static Thread start(AtomicReference<@Nullable Throwable> failure, Round round) {
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                  round.run(i);
                }
              } catch (Throwable thrown) {
                failure.set(thrown);
              }
            });
    writer.setDaemon(true);
    writer.start();
    return writer;
  }

  private static void stop(Thread writer, AtomicReference<@Nullable Throwable> failure)
      throws InterruptedException {
    writer.interrupt();
    writer.join();
    assertThat(failure.get()).isNull();
  }

  @SuppressWarnings("unchecked")
  private static <T> @Nullable T copy(T live) {
    try {
      return (T)
          new Copier()
              .copy(new Object[] {live}, new Meter(new Bounds(1 << 20, 1 << 30, 1L << 40)))[0];
    } catch (Uncapturable changed) {
      assertThat(changed.reason()).endsWith("was changed while it was copied");
      return null;
    }
  }
}
