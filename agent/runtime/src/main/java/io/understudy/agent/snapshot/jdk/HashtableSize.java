package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.JdkFields;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Gives the empty copy of a {@code Hashtable} the same number of buckets as the original, so that
 * both iterate in the same order. Immutable.
 */
final class HashtableSize {
  private static final int BYTES_OF_A_BUCKET = 8;

  private final Field table;
  private final List<Field> limits;

  private HashtableSize(Field table, List<Field> limits) {
    this.table = table;
    this.limits = limits;
  }

  /**
   * Reads the table fields of a JDK class; null if it keeps its entries elsewhere, as properties do
   * from Java 9 on.
   */
  static @Nullable HashtableSize of(Class<?> type) {
    if (Properties.class.isAssignableFrom(type) && JdkFields.of(Properties.class, "map") != null) {
      return null;
    }
    Field table = JdkFields.of(Hashtable.class, "table");
    List<@Nullable Field> limits =
        Arrays.asList(
            JdkFields.of(Hashtable.class, "threshold"),
            JdkFields.of(Hashtable.class, "loadFactor"));
    List<Field> found = new ArrayList<>();
    for (Field limit : limits) {
      if (limit != null) {
        found.add(limit);
      }
    }
    return table == null || found.size() < limits.size() ? null : new HashtableSize(table, found);
  }

  /** Replaces the table of the copy. */
  void copy(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    try {
      Object buckets = table.get(live);
      int length = buckets == null ? 0 : Array.getLength(buckets);
      walk.meterBytes((long) BYTES_OF_A_BUCKET * length);
      for (Field limit : limits) {
        limit.set(copy, limit.get(live));
      }
      table.set(copy, Array.newInstance(table.getType().getComponentType(), length));
    } catch (IllegalAccessException impossible) {
      throw new Uncapturable(live.getClass().getName() + " cannot be copied");
    }
  }
}
