package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import io.understudy.agent.snapshot.jdk.layout.Sentinels;
import io.understudy.agent.snapshot.jdk.layout.Structure;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies an {@code IdentityHashMap} to a table of the same length. Keys that are shared keep their
 * places; if a key is a copy, all keys are placed anew by their identity.
 */
public final class IdentityTableStructure extends Structure {
  private static final Layout LAYOUT = new Layout(IdentityHashMap.class);
  private static final RefField TABLE = LAYOUT.ref(IdentityHashMap.class, "table");
  private static final IntField SIZE = LAYOUT.number(IdentityHashMap.class, "size");
  private static final IntField CHANGES = LAYOUT.number(IdentityHashMap.class, "modCount");

  @Override
  public void check(Class<?> type) throws Uncapturable {
    LAYOUT.check(type);
  }

  @Override
  public void meter(Object live, CopyWalk walk) throws Uncapturable {
    @Nullable Object[] table = (@Nullable Object[]) TABLE.get(live);
    int size = walk.meterElements(Math.max(0, SIZE.get(live)));
    walk.meterBytes(4L * (table == null ? 0 : Math.max(0, table.length - 2 * size)));
  }

  @Override
  protected boolean tryCopy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    int changes = CHANGES.get(live);
    int size = SIZE.get(live);
    @Nullable Object[] from = (@Nullable Object[]) TABLE.get(live);
    if (from == null) {
      return false;
    }
    @Nullable Object[] to = new @Nullable Object[from.length];
    boolean placedAnew = false;
    int read = 0;
    for (int i = 0; i < from.length; i += 2) {
      Object key = from[i];
      if (key != null) {
        if (++read > size) {
          return false;
        }
        to[i] = Sentinels.is(key) ? key : walk.copyPart(key);
        to[i + 1] = walk.copyPart(from[i + 1]);
        placedAnew |= to[i] != key;
      }
    }
    if (read != size || CHANGES.get(live) != changes) {
      return false;
    }
    TABLE.set(copy, placedAnew ? placeAnew(to) : to);
    SIZE.set(copy, size);
    CHANGES.set(copy, changes);
    return true;
  }

  private static @Nullable Object[] placeAnew(@Nullable Object[] pairs) {
    int length = pairs.length;
    @Nullable Object[] table = new @Nullable Object[length];
    for (int i = 0; i < length; i += 2) {
      Object key = pairs[i];
      if (key != null) {
        int at = slot(key, length);
        while (table[at] != null) {
          at = at + 2 < length ? at + 2 : 0;
        }
        table[at] = key;
        table[at + 1] = pairs[i + 1];
      }
    }
    return table;
  }

  /** The first place of a key, as in {@code IdentityHashMap.hash}. */
  private static int slot(Object key, int length) {
    int hash = System.identityHashCode(key);
    return ((hash << 1) - (hash << 8)) & (length - 1);
  }
}
