package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.JdkFields;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the initial capacity that gives the copy of a {@code ConcurrentHashMap} the same number of
 * buckets. A table that grows reverses parts of its buckets, so the copy of a grown table must not
 * grow, or it would iterate in another order. Stateless.
 */
final class ConcurrentTableSize {
  private static final int BYTES_OF_A_BUCKET = 8;
  private static final int DEFAULT_BUCKETS = 16;
  private static final @Nullable Field TABLE = JdkFields.of(ConcurrentHashMap.class, "table");

  private ConcurrentTableSize() {}

  /** Returns the initial capacity for a copy, after its buckets are metered. */
  static int capacity(ConcurrentHashMap<?, ?> live, CopyWalk walk) throws Uncapturable {
    int buckets = buckets(live);
    walk.meterBytes((long) BYTES_OF_A_BUCKET * buckets);
    // All JDKs make n buckets from the capacity n / 2: they round 3 n / 4 + 1 or 2 n / 3 + 1 up.
    return buckets / 2;
  }

  private static int buckets(ConcurrentHashMap<?, ?> live) {
    try {
      Object table = TABLE == null ? null : TABLE.get(live);
      return table == null ? DEFAULT_BUCKETS : Array.getLength(table);
    } catch (IllegalAccessException closed) {
      return DEFAULT_BUCKETS;
    }
  }
}
