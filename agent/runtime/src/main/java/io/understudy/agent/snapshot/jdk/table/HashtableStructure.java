package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.RacyReads;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.Hashtable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a {@code Hashtable}, without its monitor: the same buckets, chains and hash codes. */
public final class HashtableStructure extends Structure implements KeyMoves.Table {
  private static final Layout LAYOUT = new Layout(Hashtable.class);
  private static final Class<?> ENTRY = LAYOUT.inner("Entry");
  private static final RefField TABLE = LAYOUT.ref(Hashtable.class, "table");
  private static final IntField COUNT = LAYOUT.number(Hashtable.class, "count");
  private static final IntField CHANGES = LAYOUT.number(Hashtable.class, "modCount");
  private static final IntField LIMIT = LAYOUT.number(Hashtable.class, "threshold");
  private static final MethodHandle LOAD =
      LAYOUT.getter(Hashtable.class, "loadFactor", float.class);
  private static final MethodHandle SET_LOAD =
      LAYOUT.setter(Hashtable.class, "loadFactor", float.class);
  private static final IntField HASH = LAYOUT.number(ENTRY, "hash");
  private static final RefField NEXT = LAYOUT.ref(ENTRY, "next");
  private static final MethodHandle MAKE =
      LAYOUT.maker(ENTRY, int.class, Object.class, Object.class, ENTRY);

  @Override
  public void check(Class<?> type) throws Uncapturable {
    LAYOUT.check(type);
  }

  @Override
  public void meter(Object live, CopyWalk walk) throws Uncapturable {
    Object table = TABLE.get(live);
    int size = walk.meterElements(Math.max(0, COUNT.get(live)));
    if (table != null) {
      Buckets.meter(Array.getLength(table), size, walk, live);
    }
  }

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    int changes = CHANGES.get(live);
    int size = COUNT.get(live);
    RacyReads.fence();
    @Nullable Object[] from = (@Nullable Object[]) TABLE.get(live);
    LIMIT.set(copy, LIMIT.get(live));
    copyLoadFactor(live, copy);
    KeyMoves moves = new KeyMoves(this, copy);
    Buckets to = from == null ? null : Buckets.of(from.length, size, HashtableStructure::table);
    int read = 0;
    for (int i = 0; from != null && to != null && i < from.length; i++) {
      Object last = null;
      for (Object at = from[i]; at != null; at = NEXT.get(at)) {
        if (++read > size) {
          return false;
        }
        Object entry = entry(at, moves, walk);
        if (last == null) {
          to.add(i, entry);
        } else {
          NEXT.set(last, entry);
        }
        last = entry;
      }
    }
    TABLE.set(copy, to == null ? null : to.table());
    COUNT.set(copy, size);
    CHANGES.set(copy, changes);
    RacyReads.fence();
    if (read != size || CHANGES.get(live) != changes || COUNT.get(live) != size) {
      return false;
    }
    if (!walk.isPending()) {
      moves.finish(to, table -> TABLE.set(copy, table), walk);
    }
    return true;
  }

  private static Object entry(Object live, KeyMoves moves, CopyWalk walk) throws Uncapturable {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) live;
    Object key = entry.getKey();
    Object copiedKey = walk.copyPart(key);
    Object copy = make(HASH.get(live), copiedKey, walk.copyPart(entry.getValue()));
    if (copiedKey != key && copiedKey != null) {
      moves.add(copy, key, copiedKey);
    }
    return copy;
  }

  private static @Nullable Object[] table(int length) {
    return (@Nullable Object[]) Array.newInstance(ENTRY, length);
  }

  private static Object make(int hash, @Nullable Object key, @Nullable Object value) {
    try {
      return (Object) MAKE.invokeExact(hash, (Object) key, (Object) value, (Object) null);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  private static void copyLoadFactor(Object live, Object copy) {
    try {
      SET_LOAD.invokeExact(copy, (float) LOAD.invokeExact(live));
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  @Override
  public int stored(int hashCode) {
    return hashCode;
  }

  @Override
  public int hash(Object node) {
    return HASH.get(node);
  }

  @Override
  public @Nullable Object key(Object node) {
    return ((Map.Entry<?, ?>) node).getKey();
  }

  @Override
  public void move(Object copy, Object node, int stored) {
    @Nullable Object[] table = (@Nullable Object[]) TABLE.get(copy);
    if (table != null) {
      Chains.move(
          table,
          node,
          NEXT,
          (HASH.get(node) & Integer.MAX_VALUE) % table.length,
          (stored & Integer.MAX_VALUE) % table.length);
      HASH.set(node, stored);
    }
  }
}
