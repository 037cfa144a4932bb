package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Sentinels;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.DeferredFill;
import io.understudy.value.RacyReads;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies a {@code WeakHashMap} without its methods, which first remove stale entries: the same
 * buckets, chains and hash codes. Entries whose key is gone are left out. The copy of a key stays
 * reachable until the call is finished.
 */
public final class WeakTableStructure extends Structure implements KeyMoves.Table {
  private static final Layout LAYOUT = new Layout(WeakHashMap.class);
  private static final Class<?> ENTRY = LAYOUT.inner("Entry");
  private static final RefField TABLE = LAYOUT.ref(WeakHashMap.class, "table");
  private static final RefField QUEUE = LAYOUT.ref(WeakHashMap.class, "queue");
  private static final IntField SIZE = LAYOUT.number(WeakHashMap.class, "size");
  private static final IntField CHANGES = LAYOUT.number(WeakHashMap.class, "modCount");
  private static final IntField LIMIT = LAYOUT.number(WeakHashMap.class, "threshold");
  private static final MethodHandle LOAD =
      LAYOUT.getter(WeakHashMap.class, "loadFactor", float.class);
  private static final MethodHandle SET_LOAD =
      LAYOUT.setter(WeakHashMap.class, "loadFactor", float.class);
  private static final IntField HASH = LAYOUT.number(ENTRY, "hash");
  private static final RefField NEXT = LAYOUT.ref(ENTRY, "next");
  private static final RefField VALUE = LAYOUT.ref(ENTRY, "value");
  private static final MethodHandle MAKE =
      LAYOUT.maker(ENTRY, Object.class, Object.class, ReferenceQueue.class, int.class, ENTRY);

  @Override
  public void check(Class<?> type) throws Uncapturable {
    LAYOUT.check(type);
  }

  @Override
  public void meter(Object live, CopyWalk walk) throws Uncapturable {
    Object table = TABLE.get(live);
    int size = walk.meterElements(Math.max(0, SIZE.get(live)));
    if (table != null) {
      Buckets.meter(Array.getLength(table), size, walk, live);
    }
  }

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    int changes = CHANGES.get(live);
    int size = SIZE.get(live);
    RacyReads.fence();
    @Nullable Object[] from = (@Nullable Object[]) TABLE.get(live);
    copySettings(live, copy);
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    QUEUE.set(copy, queue);
    KeyMoves moves = new KeyMoves(this, copy);
    List<Object> keys = new ArrayList<>();
    Buckets to = from == null ? null : Buckets.of(from.length, size, WeakTableStructure::table);
    int read = 0;
    int kept = 0;
    for (int i = 0; from != null && to != null && i < from.length; i++) {
      Object last = null;
      for (Object at = from[i]; at != null; at = NEXT.get(at)) {
        if (++read > size + 1) {
          return false;
        }
        Object key = ((Reference<?>) at).get();
        Object entry = key == null ? null : entry(at, key, queue, keys, moves, walk);
        if (entry == null) {
          continue;
        }
        kept++;
        if (last == null) {
          to.add(i, entry);
        } else {
          NEXT.set(last, entry);
        }
        last = entry;
      }
    }
    TABLE.set(copy, to == null ? null : to.table());
    SIZE.set(copy, kept);
    CHANGES.set(copy, changes);
    RacyReads.fence();
    if (CHANGES.get(live) != changes || kept > size) {
      return false;
    }
    if (!walk.isPending()) {
      moves.finish(to, table -> TABLE.set(copy, table), walk);
      walk.completeLater(new KeyHolder(keys));
    }
    return true;
  }

  private static @Nullable Object entry(
      Object live,
      Object key,
      ReferenceQueue<Object> queue,
      List<Object> keys,
      KeyMoves moves,
      CopyWalk walk)
      throws Uncapturable {
    Object copiedKey = Sentinels.is(key) ? key : walk.copyPart(key);
    Object value = walk.copyPart(VALUE.get(live));
    if (copiedKey == null) {
      return null; // It is pending.
    }
    Object copy = make(copiedKey, value, queue, HASH.get(live));
    keys.add(copiedKey);
    if (copiedKey != key) {
      moves.add(copy, key, copiedKey);
    }
    return copy;
  }

  private static @Nullable Object[] table(int length) {
    return (@Nullable Object[]) Array.newInstance(ENTRY, length);
  }

  private static Object make(
      Object key, @Nullable Object value, ReferenceQueue<Object> queue, int hash) {
    try {
      return (Object) MAKE.invokeExact(key, (Object) value, (Object) queue, hash, (Object) null);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  private static void copySettings(Object live, Object copy) {
    LIMIT.set(copy, LIMIT.get(live));
    try {
      SET_LOAD.invokeExact(copy, (float) LOAD.invokeExact(live));
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  @Override
  public int stored(int hashCode) {
    int spread = hashCode ^ (hashCode >>> 20) ^ (hashCode >>> 12);
    return spread ^ (spread >>> 7) ^ (spread >>> 4);
  }

  @Override
  public int hash(Object node) {
    return HASH.get(node);
  }

  @Override
  public @Nullable Object key(Object node) {
    return ((Reference<?>) node).get();
  }

  @Override
  public void move(Object copy, Object node, int stored) {
    @Nullable Object[] table = (@Nullable Object[]) TABLE.get(copy);
    if (table != null) {
      int mask = table.length - 1;
      Chains.move(table, node, NEXT, HASH.get(node) & mask, stored & mask);
      HASH.set(node, stored);
    }
  }

  /** Keeps copied keys reachable as long as the copies are in use. */
  private static final class KeyHolder implements DeferredFill {
    private final List<Object> keys;

    KeyHolder(List<Object> keys) {
      this.keys = keys;
    }

    @Override
    public void run() {}

    @Override
    public String toString() {
      return keys.size() + " keys";
    }
  }
}
