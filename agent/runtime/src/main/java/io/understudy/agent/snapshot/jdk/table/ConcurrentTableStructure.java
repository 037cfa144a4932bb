package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies a {@code ConcurrentHashMap}: the same number of buckets, the same chains, trees and hash
 * codes. Like its iterators, it shows some of the changes that other threads make meanwhile. While
 * the table is being resized, the copy has the old number of buckets.
 */
public final class ConcurrentTableStructure extends Structure implements KeyMoves.Table {
  private static final Layout LAYOUT = new Layout(ConcurrentHashMap.class);
  private static final RefField TABLE = LAYOUT.ref(ConcurrentHashMap.class, "table");
  private static final IntField CONTROL = LAYOUT.number(ConcurrentHashMap.class, "sizeCtl");
  private static final MethodHandle COUNT =
      LAYOUT.getter(ConcurrentHashMap.class, "baseCount", long.class);
  private static final MethodHandle SET_COUNT =
      LAYOUT.setter(ConcurrentHashMap.class, "baseCount", long.class);

  private final boolean keysOnly;

  /**
   * Creates the structure of the class and its subclasses.
   *
   * @param keysOnly whether the copy has {@code true} in place of each value
   */
  public ConcurrentTableStructure(boolean keysOnly) {
    this.keysOnly = keysOnly;
  }

  @Override
  public void check(Class<?> type) throws Uncapturable {
    LAYOUT.check(type);
    ConcurrentNodes.LAYOUT.check(type);
  }

  // The entries are metered one by one, since their number is known only afterwards.
  @Override
  public void meter(Object live, CopyWalk walk) throws Uncapturable {
    Object table = TABLE.get(live);
    if (table != null) {
      int length = Array.getLength(table);
      Buckets.meter(length, count(live, length), walk, live);
    }
  }

  /** An estimate of the number of entries; other threads keep counters of their own. */
  private static int count(Object live, int length) {
    try {
      return (int) Math.max(0, Math.min(length, (long) COUNT.invokeExact(live)));
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    @Nullable Object[] from = (@Nullable Object[]) TABLE.get(live);
    KeyMoves moves = new KeyMoves(this, copy);
    ConcurrentBins bins = new ConcurrentBins(moves, walk, keysOnly);
    Buckets to = null;
    if (from == null) {
      CONTROL.set(copy, Math.max(0, CONTROL.get(live)));
    } else {
      to = Buckets.of(from.length, count(live, from.length), ConcurrentNodes::table);
      bins.copy(from, to);
      CONTROL.set(copy, from.length - (from.length >>> 2));
    }
    TABLE.set(copy, to == null ? null : to.table());
    setCount(copy, bins.count());
    if (!walk.isPending()) {
      moves.finish(to, table -> TABLE.set(copy, table), walk);
    }
    return true;
  }

  private static void setCount(Object copy, long count) {
    try {
      SET_COUNT.invokeExact(copy, count);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  @Override
  public int stored(int hashCode) {
    return (hashCode ^ (hashCode >>> 16)) & Integer.MAX_VALUE;
  }

  @Override
  public int hash(Object node) {
    return ConcurrentNodes.HASH.get(node);
  }

  @Override
  public @Nullable Object key(Object node) {
    return ((Map.Entry<?, ?>) node).getKey();
  }

  @Override
  public void move(Object copy, Object node, int stored) throws Uncapturable {
    @Nullable Object[] table = (@Nullable Object[]) TABLE.get(copy);
    if (table == null) {
      return;
    }
    int from = ConcurrentNodes.HASH.get(node) & (table.length - 1);
    int to = stored & (table.length - 1);
    ConcurrentNodes.HASH.set(node, stored);
    if (from != to) {
      if (isTree(table[from]) || isTree(table[to])) {
        throw new Uncapturable(
            copy.getClass().getName()
                + " has a key whose hash code depends on its identity, beside many colliding keys");
      }
      Chains.move(table, node, ConcurrentNodes.NEXT, from, to);
    }
  }

  private static boolean isTree(@Nullable Object first) {
    return first != null && first.getClass() == ConcurrentNodes.TREE;
  }
}
