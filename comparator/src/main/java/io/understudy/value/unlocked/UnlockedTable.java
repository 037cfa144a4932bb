package io.understudy.value.unlocked;

import io.understudy.value.JdkFields;
import io.understudy.value.RacyReads;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a hash table of chained entries, in the order of its own iterator. */
final class UnlockedTable implements FieldReader {
  /** The object that a weak map stores for the key null. */
  private static final @Nullable Object NO_KEY = noKey();

  private final RacyReads.Ref table;
  private final RacyReads.Int count;
  private final RacyReads.Int changes;
  private final RacyReads.@Nullable Ref key;
  private final RacyReads.Ref value;
  private final RacyReads.Ref next;

  /** Sets the fields to read; {@code key} is null if an entry is a weak reference to its key. */
  UnlockedTable(
      RacyReads.Ref table,
      RacyReads.Int count,
      RacyReads.Int changes,
      RacyReads.@Nullable Ref key,
      RacyReads.Ref value,
      RacyReads.Ref next) {
    this.table = table;
    this.count = count;
    this.changes = changes;
    this.key = key;
    this.value = value;
    this.next = next;
  }

  private static @Nullable Object noKey() {
    java.lang.reflect.Field field = JdkFields.of(java.util.WeakHashMap.class, "NULL_KEY");
    try {
      return field == null ? null : field.get(null);
    } catch (IllegalAccessException impossible) {
      return null;
    }
  }

  @Override
  public int size(Object live) {
    return count.get(live);
  }

  @Override
  public @Nullable Object[] read(Object live) {
    return RacyReads.readConsistently(() -> readOnce(live));
  }

  private @Nullable Object @Nullable [] readOnce(Object live) {
    int before = changes.get(live);
    int size = count.get(live);
    RacyReads.fence();
    List<@Nullable Object> all = new ArrayList<>(2 * size);
    int entries = addEntries(live, size, all);
    RacyReads.fence();
    return entries == size && changes.get(live) == before && count.get(live) == size
        ? all.toArray()
        : null;
  }

  /** Adds the keys and values; returns the number of entries, at most {@code most} + 1. */
  private int addEntries(Object live, int most, List<@Nullable Object> to) {
    @Nullable Object[] buckets = (@Nullable Object[]) table.get(live);
    int entries = 0;
    for (int i = buckets == null ? 0 : buckets.length; i-- > 0; ) {
      for (Object at = java.util.Objects.requireNonNull(buckets)[i]; at != null; ) {
        if (++entries > most) {
          return entries;
        }
        add(at, to);
        at = next.get(at);
      }
    }
    return entries;
  }

  private void add(Object entry, List<@Nullable Object> to) {
    if (key != null) {
      to.add(key.get(entry));
      to.add(value.get(entry));
      return;
    }
    Object referent = UnlockedTables.weakKey(entry);
    if (referent != null) { // Null if the key was collected; the entry is then stale.
      to.add(referent == NO_KEY ? null : referent);
      to.add(value.get(entry));
    }
  }
}
