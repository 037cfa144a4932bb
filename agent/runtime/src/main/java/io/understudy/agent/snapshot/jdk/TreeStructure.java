package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies a {@code TreeMap}: the same nodes in the same places, so that no comparator is called, and
 * a comparator that counts its calls counts the same. The comparator is copied with its state,
 * since the application continues to use its own.
 */
final class TreeStructure extends Structure {
  private static final Layout LAYOUT = new Layout(TreeMap.class);
  private static final Class<?> ENTRY = LAYOUT.inner("Entry");
  private static final RefField ROOT = LAYOUT.ref(TreeMap.class, "root");
  private static final RefField COMPARATOR = LAYOUT.ref(TreeMap.class, "comparator");
  private static final IntField SIZE = LAYOUT.number(TreeMap.class, "size");
  private static final IntField CHANGES = LAYOUT.number(TreeMap.class, "modCount");
  private static final RefField LEFT = LAYOUT.ref(ENTRY, "left");
  private static final RefField RIGHT = LAYOUT.ref(ENTRY, "right");
  private static final MethodHandle COLOUR = LAYOUT.getter(ENTRY, "color", boolean.class);
  private static final MethodHandle SET_COLOUR = LAYOUT.setter(ENTRY, "color", boolean.class);
  private static final MethodHandle MAKE = LAYOUT.maker(ENTRY, Object.class, Object.class, ENTRY);

  private final boolean keysOnly;

  /**
   * Creates the structure of the class and its subclasses.
   *
   * @param keysOnly whether the copy has null in place of each value
   */
  TreeStructure(boolean keysOnly) {
    this.keysOnly = keysOnly;
  }

  @Override
  public void check(Class<?> type) throws Uncapturable {
    LAYOUT.check(type);
  }

  @Override
  public void meter(Object live, CopyWalk walk) throws Uncapturable {
    walk.meterElements(Math.max(0, SIZE.get(live)));
  }

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    int changes = CHANGES.get(live);
    int size = SIZE.get(live);
    COMPARATOR.set(copy, walk.copyPart(COMPARATOR.get(live)));
    Object from = ROOT.get(live);
    Object to = from == null ? null : entry(from, null, walk);
    int read = from == null ? 0 : 1;
    Deque<Object> open = new ArrayDeque<>(); // Live entries and their copies, by turns.
    if (from != null && to != null) {
      open.push(to);
      open.push(from);
    }
    // The number of entries bounds the walk, since torn writes may have linked a circle.
    while (!open.isEmpty() && read <= size) {
      Object live1 = open.pop();
      Object copy1 = open.pop();
      for (RefField side : new RefField[] {LEFT, RIGHT}) {
        Object child = side.get(live1);
        if (child != null && ++read <= size) {
          Object copiedChild = entry(child, copy1, walk);
          side.set(copy1, copiedChild);
          open.push(copiedChild);
          open.push(child);
        }
      }
    }
    ROOT.set(copy, to);
    SIZE.set(copy, size);
    CHANGES.set(copy, changes);
    return read == size && CHANGES.get(live) == changes;
  }

  private Object entry(Object live, @Nullable Object parent, CopyWalk walk) throws Uncapturable {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) live;
    Object key = walk.copyPart(entry.getKey());
    Object value = keysOnly ? null : walk.copyPart(entry.getValue());
    try {
      Object copy = (Object) MAKE.invokeExact((Object) key, (Object) value, (Object) parent);
      SET_COLOUR.invokeExact(copy, (boolean) COLOUR.invokeExact(live));
      return copy;
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
