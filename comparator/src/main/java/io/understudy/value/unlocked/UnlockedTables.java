package io.understudy.value.unlocked;

import io.understudy.value.JdkFields;
import io.understudy.value.RacyReads;
import java.lang.ref.Reference;
import java.util.Collection;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads hash tables whose methods lock, and {@code WeakHashMap}. Each method of a weak map first
 * removes stale entries; two threads that do this at once may corrupt the map.
 */
final class UnlockedTables {
  private static final String WEAK = "java.util.WeakHashMap$";

  private UnlockedTables() {}

  /** The function that reads a class; null if its own methods are used. */
  static @Nullable Function<Object, Collection<?>> of(Class<?> type) {
    if (Properties.class.isAssignableFrom(type)) {
      RacyReads.Ref map = RacyReads.refField(Properties.class, "map"); // Since Java 9.
      if (map != null) {
        return live -> {
          Object entries = map.get(live);
          return entries == null ? Collections.emptySet() : ((Map<?, ?>) entries).entrySet();
        };
      }
    }
    if (Hashtable.class.isAssignableFrom(type)) {
      return entries(table(Hashtable.class, "count", "key"));
    }
    if (WeakHashMap.class.isAssignableFrom(type)) {
      return entries(weak());
    }
    return type.getName().startsWith(WEAK) && Collection.class.isAssignableFrom(type)
        ? viewOfWeak(type)
        : null;
  }

  private static @Nullable Function<Object, Collection<?>> entries(@Nullable FieldReader reader) {
    return reader == null ? null : live -> FieldReader.entries(reader, live);
  }

  private static @Nullable FieldReader weak() {
    return table(WeakHashMap.class, "size", null);
  }

  /**
   * The reader of a table of chained entries; null if its fields cannot be read.
   *
   * @param size the name of the field that counts the entries
   * @param key the name of the field that holds the key of an entry; null if the entry is a weak
   *     reference to its key
   */
  private static @Nullable FieldReader table(Class<?> type, String size, @Nullable String key) {
    Class<?> entry = JdkFields.inner(type, "Entry");
    RacyReads.Ref table = RacyReads.refField(type, "table");
    RacyReads.Int count = RacyReads.intField(type, size);
    RacyReads.Int changes = RacyReads.intField(type, "modCount");
    if (entry == null || table == null || count == null || changes == null) {
      return null;
    }
    RacyReads.Ref value = RacyReads.refField(entry, "value");
    RacyReads.Ref next = RacyReads.refField(entry, "next");
    RacyReads.Ref strong = key == null ? null : RacyReads.refField(entry, key);
    return value == null || next == null || (key != null && strong == null)
        ? null
        : new UnlockedTable(table, count, changes, strong, value, next);
  }

  /** Reads the key set, the values or the entry set of a weak map. */
  private static @Nullable Function<Object, Collection<?>> viewOfWeak(Class<?> type) {
    RacyReads.Ref map = RacyReads.refField(type, "this$0");
    FieldReader reader = weak();
    if (map == null || reader == null) {
      return null;
    }
    String name = type.getSimpleName();
    boolean keys = name.equals("KeySet");
    if (!keys && !name.equals("Values")) {
      return view -> FieldReader.entries(reader, Objects.requireNonNull(map.get(view)));
    }
    FieldReader selected = new KeysOrValues(reader, map, keys ? 0 : 1);
    return view -> FieldReader.elements(selected, view);
  }

  /** Reads the keys or the values of a map, given a view of the map. */
  private static final class KeysOrValues implements FieldReader {
    private final FieldReader both;
    private final RacyReads.Ref map;
    private final int from;

    KeysOrValues(FieldReader both, RacyReads.Ref map, int from) {
      this.both = both;
      this.map = map;
      this.from = from;
    }

    @Override
    public int size(Object view) {
      return both.size(Objects.requireNonNull(map.get(view)));
    }

    @Override
    public @Nullable Object[] read(Object view) {
      @Nullable Object[] pairs = both.read(Objects.requireNonNull(map.get(view)));
      @Nullable Object[] half = new @Nullable Object[pairs.length / 2];
      for (int i = 0; i < half.length; i++) {
        half[i] = pairs[2 * i + from];
      }
      return half;
    }
  }

  /** The key of an entry of a weak map; null if it was collected. */
  static @Nullable Object weakKey(Object entry) {
    return ((Reference<?>) entry).get();
  }
}
