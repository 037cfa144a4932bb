package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Sentinels;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
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
  private static final MethodHandle LEFT = LAYOUT.getter(ENTRY, "left", Object.class);
  private static final MethodHandle SET_LEFT = LAYOUT.setter(ENTRY, "left", Object.class);
  private static final MethodHandle RIGHT = LAYOUT.getter(ENTRY, "right", Object.class);
  private static final MethodHandle SET_RIGHT = LAYOUT.setter(ENTRY, "right", Object.class);
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
    Object to = null;
    int read = 0;
    if (from != null) {
      to = entry(from, null, walk);
      read = copyBelow(from, to, size, walk);
    }
    ROOT.set(copy, to);
    SIZE.set(copy, size);
    CHANGES.set(copy, changes);
    return read == size && CHANGES.get(live) == changes;
  }

  /**
   * Copies the entries below the root, without recursion. The number of entries bounds the walk,
   * since torn writes may have linked a circle.
   *
   * @return the number of entries, with the root; more than {@code size} if the walk was ended
   */
  private int copyBelow(Object root, Object copiedRoot, int size, CopyWalk walk)
      throws Uncapturable {
    @Nullable Object[] open = {root, copiedRoot, null, null, null, null, null, null};
    int top = 2;
    int read = 1;
    try {
      while (top > 0 && read <= size) {
        Object copy = Objects.requireNonNull(open[--top]);
        Object live = Objects.requireNonNull(open[--top]);
        if (top + 4 > open.length) {
          open = Arrays.copyOf(open, 2 * open.length);
        }
        Object left = (Object) LEFT.invokeExact(live);
        if (left != null && ++read <= size) {
          Object copied = entry(left, copy, walk);
          SET_LEFT.invokeExact(copy, copied);
          open[top++] = left;
          open[top++] = copied;
        }
        Object right = (Object) RIGHT.invokeExact(live);
        if (right != null && ++read <= size) {
          Object copied = entry(right, copy, walk);
          SET_RIGHT.invokeExact(copy, copied);
          open[top++] = right;
          open[top++] = copied;
        }
      }
      return read;
    } catch (Uncapturable | RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Object entry(Object live, @Nullable Object parent, CopyWalk walk) throws Uncapturable {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) live;
    Object key = walk.copyPart(entry.getKey());
    Object held = keysOnly ? null : entry.getValue();
    // The values of a sorted set are one constant.
    Object value = held == null || Sentinels.is(held) ? held : walk.copyPart(held);
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
