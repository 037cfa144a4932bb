package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.view.Freezer;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** L1: reading an object never waits for its monitor or lock. */
final class LocksTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(30);

  static final class Conf extends Properties {}

  static final class Rows extends Vector<Object> {
    final String name = "rows";
  }

  private static <T extends Collection<Object>> T filled(T collection) {
    collection.addAll(Arrays.asList("a", "b", "c"));
    return collection;
  }

  private static <T extends Map<Object, Object>> T filled(T map) {
    map.put("a", "1");
    map.put("b", "2");
    return map;
  }

  static Stream<Object> guarded() {
    Vector<Object> vector = filled(new Vector<>());
    Hashtable<Object, Object> table = filled(new Hashtable<>());
    Properties properties = new Properties(filled(new Properties()));
    properties.setProperty("c", "3");
    Exception exception = new IllegalStateException("message", new RuntimeException("cause"));
    return Stream.of(
        vector,
        vector.subList(0, 2),
        filled(new Stack<>()),
        filled(new Rows()),
        table,
        table.keySet(),
        table.values(),
        properties,
        filled(new Conf()),
        new StringBuffer("text"),
        new StringBuffer("text \u20ac"),
        Collections.synchronizedList(filled(new ArrayList<>())),
        Collections.synchronizedList(filled(new ArrayList<>())).subList(0, 1),
        Collections.synchronizedCollection(vector),
        Collections.synchronizedMap(filled(new HashMap<>())),
        Collections.synchronizedMap(filled(new HashMap<>())).keySet(),
        Collections.synchronizedSortedMap(filled(new TreeMap<>())),
        Collections.synchronizedSortedSet(filled(new TreeSet<>())),
        Collections.unmodifiableList(Collections.synchronizedList(filled(new ArrayList<>()))),
        Collections.checkedList(vector, Object.class),
        filled(new ArrayBlockingQueue<>(5)),
        filled(new LinkedBlockingQueue<>()),
        filled(new LinkedBlockingDeque<>(7)),
        filled(new PriorityBlockingQueue<>()),
        new java.util.concurrent.DelayQueue<Delayed>(),
        exception);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("guarded")
  void copiedAndFrozenWhileAnotherThreadHoldsTheLock(Object live) throws Exception {
    Object free = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    try (Holder ignored = new Holder(live)) {
      AtomicReference<@Nullable Object> copy = new AtomicReference<>();
      AtomicReference<@Nullable Object> frozen = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  copy.set(Copies.of(live));
                  frozen.set(Freezer.freeze(live, new Meter(Bounds.DEFAULT)));
                } catch (Exception failed) {
                  frozen.set(failed);
                }
              });
      caller.setDaemon(true);
      caller.start();
      caller.join(PATIENCE);
      assertThat(caller.isAlive()).as("waits for the lock").isFalse();
      Same.assertSame(free, frozen.get());
      Same.assertSame(free, Freezer.freeze(copy.get(), new Meter(Bounds.DEFAULT)));
    }
  }

  @Test
  void subListOfACopyOnWriteListIsCopiedWithoutItsLock() throws Exception {
    List<Object> live = filled(new CopyOnWriteArrayList<>()).subList(0, 2);
    try (Holder ignored = new Holder(live)) {
      AtomicReference<@Nullable Object> copy = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  copy.set(Copies.of(live));
                } catch (Exception failed) {
                  copy.set(failed);
                }
              });
      caller.setDaemon(true);
      caller.start();
      caller.join(PATIENCE);
      assertThat(copy.get()).isEqualTo(Arrays.asList("a", "b"));
    }
  }

  @Test
  void collectionUnderConcurrentWritesIsCopiedConsistentlyOrRefused() throws Exception {
    Map<Integer, Integer> inside = new java.util.WeakHashMap<>();
    Map<Integer, Integer> map = Collections.synchronizedMap(inside);
    List<Integer> list = new Vector<>();
    StringBuffer text = new StringBuffer();
    AtomicReference<@Nullable Object> stop = new AtomicReference<>();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; stop.get() == null; i++) {
                synchronized (map) {
                  map.put(i % 100, i);
                  if (i % 100 == 99) {
                    map.clear();
                  }
                }
                list.add(i);
                text.append(i % 2 == 0 ? "ab" : "\u20acd");
                if (list.size() > 50) {
                  list.clear();
                  text.setLength(0);
                }
              }
            });
    writer.start();
    int whole = 0;
    for (int i = 0; i < 2000; i++) {
      try {
        List<Integer> copy = Copies.of(list);
        for (int at = 1; at < copy.size(); at++) {
          assertThat(copy.get(at)).isEqualTo(copy.get(at - 1) + 1);
        }
        Copies.of(map).forEach((key, value) -> assertThat(value % 100).isEqualTo(key));
        assertThat(Copies.of(text).length() % 2).isZero();
        whole++;
      } catch (io.understudy.value.Uncapturable refused) {
        assertThat(refused.reason()).endsWith("was changed while it was copied");
      }
    }
    stop.set("stop");
    writer.join();
    assertThat(whole).isPositive();
  }

  @Test
  void hashtableKeepsItsOrderOfIteration() throws Exception {
    Hashtable<String, Integer> live = new Hashtable<>(64);
    for (int i = 0; i < 40; i++) {
      live.put("key" + i * 7919, i);
    }
    for (int i = 0; i < 30; i++) {
      live.remove("key" + i * 7919);
    }
    assertThat(new ArrayList<>(Copies.of(live).keySet())).isEqualTo(new ArrayList<>(live.keySet()));
  }

  /** Another thread that holds the monitor of an object and all locks inside the object. */
  private static final class Holder implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);

    Holder(Object live) throws Exception {
      CountDownLatch held = new CountDownLatch(1);
      List<Object> monitors = new ArrayList<>();
      List<ReentrantLock> locks = new ArrayList<>();
      collect(live, monitors, locks, 0);
      Thread holder =
          new Thread(
              () -> {
                locks.forEach(ReentrantLock::lock);
                hold(monitors, 0, held);
              });
      holder.setDaemon(true);
      holder.start();
      held.await();
    }

    private void hold(List<Object> monitors, int from, CountDownLatch held) {
      if (from < monitors.size()) {
        synchronized (monitors.get(from)) {
          hold(monitors, from + 1, held);
        }
        return;
      }
      held.countDown();
      try {
        done.await();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    private static void collect(
        @Nullable Object from, List<Object> monitors, List<ReentrantLock> locks, int depth)
        throws IllegalAccessException {
      if (from == null || from instanceof String || depth > 3) {
        return;
      }
      if (from instanceof ReentrantLock) {
        locks.add((ReentrantLock) from);
        return;
      }
      monitors.add(from);
      for (Class<?> at = from.getClass(); at != Object.class; at = at.getSuperclass()) {
        if (!at.getName().startsWith("java.util.") && from.getClass() != at) {
          continue;
        }
        for (Field field : at.getDeclaredFields()) {
          boolean open =
              at.getName().matches("java\\.util(\\.concurrent)?\\.[^.]*")
                  && !field.getType().isPrimitive()
                  && !java.lang.reflect.Modifier.isStatic(field.getModifiers());
          if (open) {
            field.setAccessible(true);
            Object value = field.get(from);
            if (value instanceof ReentrantLock
                || value instanceof Collection
                || value instanceof Map
                || field.getName().equals("lock")
                || field.getName().equals("mutex")) {
              collect(value, monitors, locks, depth + 1);
            }
          }
        }
      }
    }

    @Override
    public void close() {
      done.countDown();
    }
  }
}
