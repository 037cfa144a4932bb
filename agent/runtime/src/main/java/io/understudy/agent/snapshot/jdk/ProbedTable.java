package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.table.KeyHash;
import io.understudy.agent.snapshot.plan.CopyFailures;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of the sets and maps that {@code Set.of} and {@code Map.of} return. It stores no hash
 * codes. If the hash code of a copied key may depend on an identity, the pool places all keys anew.
 * Immutable and thread-safe.
 */
final class ProbedTable {
  private final Field table;
  private final int step;

  private ProbedTable(Field table, int step) {
    this.table = table;
    this.step = step;
  }

  /** The table among the fields of a class; null if it has none. */
  static @Nullable ProbedTable of(Class<?> type, List<Field> fields) {
    boolean map = Map.class.isAssignableFrom(type);
    if (map || Set.class.isAssignableFrom(type)) {
      for (Field field : fields) {
        if (field.getType() == Object[].class) {
          return new ProbedTable(field, map ? 2 : 1);
        }
      }
    }
    return null;
  }

  /** Places the keys of a copy anew, where that is necessary. */
  void moveKeys(Object live, Object copy, CopyWalk walk)
      throws Uncapturable, IllegalAccessException {
    @Nullable Object[] from = row(live);
    @Nullable Object[] to = row(copy);
    for (int i = 0; i < to.length; i += step) {
      Object key = to[i];
      if (key != null && key != from[i] && KeyHash.of(key.getClass()) != KeyHash.CONTENTS) {
        walk.completeLater(() -> placeAnew(copy));
        return;
      }
    }
  }

  private @Nullable Object[] row(Object owner) throws IllegalAccessException {
    Object row = table.get(owner);
    return row == null ? new @Nullable Object[0] : (@Nullable Object[]) row;
  }

  /** Runs on the pool, since hash codes of keys are code of the application. */
  private void placeAnew(Object copy) throws Uncapturable {
    try {
      @Nullable Object[] from = row(copy);
      @Nullable Object[] to = Arrays.copyOf(from, from.length);
      Arrays.fill(to, null);
      for (int i = 0; i < from.length; i += step) {
        Object key = from[i];
        if (key != null) {
          int at = Math.floorMod(key.hashCode(), to.length / step) * step;
          while (to[at] != null) {
            at = at + step < to.length ? at + step : 0;
          }
          for (int part = 0; part < step; part++) {
            to[at + part] = from[i + part];
          }
        }
      }
      table.set(copy, to);
    } catch (IllegalAccessException | RuntimeException | Error thrown) {
      throw CopyFailures.failed(copy, thrown);
    }
  }
}
