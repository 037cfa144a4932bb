package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies a {@code HashMap} or {@code LinkedHashMap}: the same number of buckets, the same chains
 * and trees, the same stored hash codes, the same linked order. So the copy iterates like the
 * original and finds what the original finds.
 */
public final class HashTableStructure extends Structure implements KeyMoves.Table {
  private static final Layout LAYOUT = HashNodes.LAYOUT;
  private static final Layout LINKED = HashNodes.LINKED;
  private static final MethodHandle TABLE = LAYOUT.getter(HashMap.class, "table", Object.class);
  private static final MethodHandle SIZE = LAYOUT.getter(HashMap.class, "size", int.class);
  private static final MethodHandle CHANGES = LAYOUT.getter(HashMap.class, "modCount", int.class);
  private static final MethodHandle SET_TABLE = LAYOUT.setter(HashMap.class, "table", Object.class);
  private static final MethodHandle SET_SIZE = LAYOUT.setter(HashMap.class, "size", int.class);
  private static final MethodHandle SET_CHANGES =
      LAYOUT.setter(HashMap.class, "modCount", int.class);
  private static final MethodHandle LOAD = LAYOUT.getter(HashMap.class, "loadFactor", float.class);
  private static final MethodHandle SET_LOAD =
      LAYOUT.setter(HashMap.class, "loadFactor", float.class);
  private static final MethodHandle LIMIT = LAYOUT.getter(HashMap.class, "threshold", int.class);
  private static final MethodHandle SET_LIMIT =
      LAYOUT.setter(HashMap.class, "threshold", int.class);
  private static final RefField HEAD = LINKED.ref(LinkedHashMap.class, "head");
  private static final RefField TAIL = LINKED.ref(LinkedHashMap.class, "tail");
  private static final MethodHandle ACCESS =
      LINKED.getter(LinkedHashMap.class, "accessOrder", boolean.class);
  private static final MethodHandle SET_ACCESS =
      LINKED.setter(LinkedHashMap.class, "accessOrder", boolean.class);

  private final boolean linked;
  private final boolean keysOnly;

  /**
   * Creates the structure of the class and its subclasses.
   *
   * @param linked whether the class is {@code LinkedHashMap}
   * @param keysOnly whether the copy has null in place of each value
   */
  public HashTableStructure(boolean linked, boolean keysOnly) {
    this.linked = linked;
    this.keysOnly = keysOnly;
  }

  @Override
  public void check(Class<?> type) throws Uncapturable {
    LAYOUT.check(type);
    if (linked) {
      LINKED.check(type);
    }
  }

  @Override
  public Object empty() {
    return linked ? new LinkedHashMap<Object, Object>() : new HashMap<Object, Object>();
  }

  @Override
  public void meter(Object live, CopyWalk walk) throws Uncapturable {
    try {
      @Nullable Object[] table = (@Nullable Object[]) (Object) TABLE.invokeExact(live);
      int size = walk.meterElements(Math.max(0, (int) SIZE.invokeExact(live)));
      if (table != null) {
        Buckets.meter(table.length, size, walk, live);
      }
    } catch (Uncapturable reason) {
      throw reason;
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    try {
      int changes = (int) CHANGES.invokeExact(live);
      int size = (int) SIZE.invokeExact(live);
      @Nullable Object[] from = (@Nullable Object[]) (Object) TABLE.invokeExact(live);
      SET_LOAD.invokeExact(copy, (float) LOAD.invokeExact(live));
      SET_LIMIT.invokeExact(copy, (int) LIMIT.invokeExact(live));
      KeyMoves moves = new KeyMoves(this, copy);
      BucketCopy nodes = new BucketCopy(size, linked, keysOnly, moves, walk);
      Buckets to = from == null ? null : Buckets.of(from.length, size, HashNodes::table);
      if (!copyNodes(live, copy, from, to, nodes) || !nodes.isComplete()) {
        return false;
      }
      SET_TABLE.invokeExact(copy, (Object) (to == null ? null : to.table()));
      SET_SIZE.invokeExact(copy, size);
      SET_CHANGES.invokeExact(copy, changes);
      if ((int) CHANGES.invokeExact(live) != changes) {
        return false;
      }
      if (!walk.isPending()) {
        moves.finish(to, table -> setTable(copy, table), walk);
      }
      return true;
    } catch (Uncapturable reason) {
      throw reason;
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  private boolean copyNodes(
      Object live,
      Object copy,
      @Nullable Object @Nullable [] from,
      @Nullable Buckets to,
      BucketCopy nodes)
      throws Throwable {
    if (linked) {
      SET_ACCESS.invokeExact(copy, (boolean) ACCESS.invokeExact(live));
    }
    if (from == null || to == null) {
      return true;
    }
    @Nullable Object[] table = to.table();
    if (linked && table != null && LinkedCopy.isPossible(from)) {
      LinkedCopy entries = new LinkedCopy(nodes, from, table);
      boolean same = entries.copy(HEAD.get(live));
      HEAD.set(copy, entries.first());
      TAIL.set(copy, entries.last());
      return same;
    }
    return nodes.copy(from, to) && (!linked || link(live, copy, nodes));
  }

  private static void setTable(Object copy, @Nullable Object[] table) {
    try {
      SET_TABLE.invokeExact(copy, (Object) table);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  /** Links the copies in the order of the original; false if the order is being changed. */
  private static boolean link(Object live, Object copy, BucketCopy nodes) {
    Object last = null;
    Object first = null;
    int n = 0;
    for (Object at = HEAD.get(live); at != null; at = HashNodes.after(at)) {
      Object next = nodes.copyOf(at);
      if (next == null || n++ == nodes.size()) {
        return false;
      }
      if (last == null) {
        first = next;
      } else {
        HashNodes.link(last, next);
      }
      last = next;
    }
    HEAD.set(copy, first);
    TAIL.set(copy, last);
    return n == nodes.size();
  }

  @Override
  public int stored(int hashCode) {
    return hashCode ^ (hashCode >>> 16);
  }

  @Override
  public int hash(Object node) {
    return HashNodes.hash(node);
  }

  @Override
  public @Nullable Object key(Object node) {
    return ((Map.Entry<?, ?>) node).getKey();
  }

  @Override
  public void move(Object copy, Object node, int stored) throws Uncapturable {
    @Nullable Object[] table = table(copy);
    int from = HashNodes.hash(node) & (table.length - 1);
    int to = stored & (table.length - 1);
    HashNodes.setHash(node, stored);
    if (from == to) {
      return;
    }
    if (isTree(table[from]) || isTree(table[to])) {
      throw new Uncapturable(
          copy.getClass().getName()
              + " has a key whose hash code depends on its identity, beside many colliding keys");
    }
    table[from] = HashNodes.without(table[from], node);
    table[to] = HashNodes.append(table[to], node);
  }

  private static boolean isTree(@Nullable Object first) {
    return first != null && first.getClass() == HashNodes.TREE_NODE;
  }

  private static @Nullable Object[] table(Object copy) {
    try {
      return (@Nullable Object[]) (Object) TABLE.invokeExact(copy);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }
}
