package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.RacyReads;
import io.understudy.value.Uncapturable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Copies a list or queue that is a chain of nodes: reads the elements along the chain, adds their
 * copies to a new object of the JDK's class, and moves the nodes of that object into the copy.
 */
final class ChainStructure extends Structure {
  private final Layout layout;
  private final RefField head;
  private final RefField item;
  private final RefField next;

  /** Leads to nodes before the head; null where the head is the first node. */
  private final @Nullable RefField previous;

  /** Counts changes; null where the chain is read twice instead. */
  private final @Nullable IntField changes;

  /** The number of elements; null where only the meter ends the walk along a torn chain. */
  private final @Nullable IntField size;

  private final Function<Object, Collection<@Nullable Object>> empty;
  private final Fresh fresh;

  private ChainStructure(
      Class<?> type, String head, Function<Object, Collection<@Nullable Object>> empty) {
    layout = new Layout(type);
    boolean old = io.understudy.value.JdkFields.inner(type, "DualNode") == null;
    Class<?> node = layout.inner(old ? "Node" : "DualNode");
    this.head = layout.ref(type, head);
    item = layout.ref(node, "item");
    next = layout.ref(node, "next");
    previous = type == ConcurrentLinkedDeque.class ? layout.ref(node, "prev") : null;
    changes = type == LinkedList.class ? layout.number(AbstractList.class, "modCount") : null;
    size = changes == null ? null : layout.number(type, "size");
    this.empty = empty;
    fresh = new Fresh(type, live -> live);
  }

  static Structure linkedList() {
    return new ChainStructure(LinkedList.class, "first", live -> new LinkedList<>());
  }

  static Structure concurrentLinkedQueue() {
    return new ChainStructure(
        ConcurrentLinkedQueue.class, "head", live -> new ConcurrentLinkedQueue<>());
  }

  static Structure concurrentLinkedDeque() {
    return new ChainStructure(
        ConcurrentLinkedDeque.class, "head", live -> new ConcurrentLinkedDeque<>());
  }

  static Structure linkedTransferQueue() {
    return new ChainStructure(
        LinkedTransferQueue.class, "head", live -> new LinkedTransferQueue<>());
  }

  static Structure linkedBlockingQueue() {
    return new ChainStructure(
        LinkedBlockingQueue.class,
        "head",
        live -> new LinkedBlockingQueue<>(QueueCapacity.of((Collection<?>) live)));
  }

  static Structure linkedBlockingDeque() {
    return new ChainStructure(
        LinkedBlockingDeque.class,
        "first",
        live -> new LinkedBlockingDeque<>(QueueCapacity.of((Collection<?>) live)));
  }

  @Override
  public void check(Class<?> type) throws Uncapturable {
    layout.check(type);
    fresh.check(type);
  }

  @Override
  public void meter(Object live, CopyWalk walk) {}

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    int before = changes == null ? 0 : changes.get(live);
    List<@Nullable Object> read = read(live, walk);
    boolean changed = changes == null ? !isSame(read, live) : changes.get(live) != before;
    if (changed || (size != null && size.get(live) != read.size())) {
      return false;
    }
    @Nullable Object[] row = read.toArray();
    walk.copyRow(row);
    if (walk.isPending()) {
      return true;
    }
    Collection<@Nullable Object> made = empty.apply(live);
    for (Object element : row) {
      made.add(element);
    }
    fresh.move(made, copy);
    if (changes != null) {
      changes.set(copy, before);
    }
    return true;
  }

  private List<@Nullable Object> read(Object live, CopyWalk walk) throws Uncapturable {
    List<@Nullable Object> elements = new ArrayList<>();
    int most = size == null ? Integer.MAX_VALUE : size.get(live);
    for (Object at = first(live); at != null && elements.size() <= most; at = after(at, live)) {
      if (isElement(at)) {
        walk.meterElements(1); // Ends the walk along a torn chain, too.
        elements.add(item.get(at));
      } else {
        walk.meterVisit();
      }
    }
    return elements;
  }

  private @Nullable Object first(Object live) {
    Object first = head.get(live);
    while (previous != null && first != null) {
      Object before = previous.get(first);
      if (before == null || before == first) {
        break;
      }
      first = before;
    }
    return first;
  }

  /** The next node; a removed node refers to itself or to the head. */
  private @Nullable Object after(Object node, Object live) {
    Object after = next.get(node);
    return after == node ? first(live) : after;
  }

  /**
   * Whether a node holds an element: null is one in a list; a node that is removed holds itself.
   */
  private boolean isElement(Object node) {
    Object held = item.get(node);
    return changes != null || (held != null && held != node);
  }

  /** Whether a second read finds the same elements. */
  private boolean isSame(List<@Nullable Object> read, Object live) {
    RacyReads.fence();
    int i = 0;
    for (Object at = first(live); at != null; at = after(at, live)) {
      if (isElement(at)) {
        if (i == read.size() || read.get(i++) != item.get(at)) {
          return false;
        }
      }
    }
    return i == read.size();
  }
}
