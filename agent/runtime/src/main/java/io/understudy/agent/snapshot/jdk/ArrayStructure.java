package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.RacyReads;
import io.understudy.value.Uncapturable;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Copies a collection that keeps its elements in one array: vectors, array queues and heaps. The
 * array is copied with its length and with the places of the elements. Locks of the copy are new
 * and free, and those of the original are not taken.
 */
final class ArrayStructure extends Structure {
  private final Layout layout;
  private final RefField array;
  private final List<IntField> numbers = new ArrayList<>();
  private final @Nullable RefField comparator;
  private final @Nullable Fresh fresh;

  private ArrayStructure(
      Layout layout,
      Class<?> type,
      String array,
      @Nullable String comparator,
      @Nullable Fresh fresh,
      String... numbers) {
    this.layout = layout;
    this.array = layout.ref(type, array);
    this.comparator = comparator == null ? null : layout.ref(type, comparator);
    this.fresh = fresh;
    for (String number : numbers) {
      this.numbers.add(
          layout.number(
              number.equals("modCount") && type == Vector.class ? AbstractList.class : type,
              number));
    }
  }

  static Structure vector() {
    return new ArrayStructure(
        new Layout(Vector.class),
        Vector.class,
        "elementData",
        null,
        null,
        "modCount",
        "elementCount",
        "capacityIncrement");
  }

  static Structure arrayDeque() {
    return new ArrayStructure(
        new Layout(ArrayDeque.class), ArrayDeque.class, "elements", null, null, "head", "tail");
  }

  static Structure priorityQueue() {
    return new ArrayStructure(
        new Layout(PriorityQueue.class),
        PriorityQueue.class,
        "queue",
        "comparator",
        null,
        "modCount",
        "size");
  }

  static Structure priorityBlockingQueue() {
    return new ArrayStructure(
        new Layout(PriorityBlockingQueue.class),
        PriorityBlockingQueue.class,
        "queue",
        "comparator",
        new Fresh(PriorityBlockingQueue.class, live -> new PriorityBlockingQueue<>(1)),
        "size");
  }

  static Structure arrayBlockingQueue() {
    Layout layout = new Layout(ArrayBlockingQueue.class);
    RefField lock = layout.ref(ArrayBlockingQueue.class, "lock");
    Function<Object, Object> empty =
        live ->
            new ArrayBlockingQueue<>(
                1, ((ReentrantLock) Objects.requireNonNull(lock.get(live))).isFair());
    return new ArrayStructure(
        layout,
        ArrayBlockingQueue.class,
        "items",
        null,
        new Fresh(ArrayBlockingQueue.class, empty),
        "takeIndex",
        "putIndex",
        "count");
  }

  @Override
  public void check(Class<?> type) throws Uncapturable {
    layout.check(type);
    if (fresh != null) {
      fresh.check(type);
    }
  }

  @Override
  public void meter(Object live, CopyWalk walk) {}

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    int[] before = read(live);
    RacyReads.fence();
    @Nullable Object[] from = (@Nullable Object[]) array.get(live);
    if (from == null) {
      return false;
    }
    walk.meterBytes(4L * from.length);
    @Nullable Object[] row = Arrays.copyOf(from, from.length, Object[].class);
    RacyReads.fence();
    if (array.get(live) != from
        || !Arrays.equals(before, read(live))
        || !isSame(row, (@Nullable Object[]) array.get(live))) {
      return false;
    }
    meterElements(row, walk);
    if (fresh != null) {
      fresh.copy(live, copy);
    }
    walk.copyRow(row);
    if (comparator != null) {
      comparator.set(copy, walk.copyPart(comparator.get(live)));
    }
    array.set(copy, row);
    for (int i = 0; i < before.length; i++) {
      numbers.get(i).set(copy, before[i]);
    }
    return true;
  }

  private static void meterElements(@Nullable Object[] row, CopyWalk walk) throws Uncapturable {
    int elements = 0;
    for (Object element : row) {
      elements += element == null ? 0 : 1;
    }
    walk.meterElements(elements);
  }

  private int[] read(Object live) {
    int[] values = new int[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i).get(live);
    }
    return values;
  }

  private static boolean isSame(@Nullable Object[] row, @Nullable Object @Nullable [] again) {
    boolean same = again != null && again.length == row.length;
    for (int i = 0; same && again != null && i < row.length; i++) {
      same = row[i] == again[i];
    }
    return same;
  }
}
