package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of a copied table. A large table with few entries is kept as a list of its used
 * buckets, so that it takes little memory in the queue; the pool makes the table. Not thread-safe.
 */
final class Buckets {
  /** Smaller tables are never kept as a list. */
  private static final int LARGE = 1 << 14;

  /** A table with more buckets than this for each entry is kept as a list. */
  private static final int SPARSE = 16;

  /** The largest table that the pool makes: 16 MiB with references of four bytes. */
  private static final int LARGEST = 1 << 22;

  private final int length;
  private final IntFunction<@Nullable Object[]> maker;
  private @Nullable Object @Nullable [] table;
  private int[] used = {};
  private @Nullable Object[] firsts = {};
  private int count;

  private Buckets(int length, boolean sparse, IntFunction<@Nullable Object[]> maker) {
    this.length = length;
    this.maker = maker;
    this.table = sparse ? null : maker.apply(length);
  }

  /**
   * Creates empty buckets.
   *
   * @param maker makes an empty table of a length
   */
  static Buckets of(int length, int size, IntFunction<@Nullable Object[]> maker) {
    return new Buckets(length, isSparse(length, size), maker);
  }

  private static boolean isSparse(int length, int size) {
    return length >= LARGE && length / SPARSE > size;
  }

  /** Meters the buckets of a table before {@link #of} allocates them. */
  static void meter(int length, int size, CopyWalk walk, Object live) throws Uncapturable {
    if (!isSparse(length, size)) {
      walk.meterBytes(4L * Math.max(0, length - 2 * size));
    } else if (length > LARGEST) {
      throw new Uncapturable(
          live.getClass().getName() + " has " + length + " buckets for " + size + " entries");
    }
  }

  /** Sets the first node of an empty bucket. */
  void add(int bucket, Object first) {
    if (table != null) {
      table[bucket] = first;
      return;
    }
    if (count == used.length) {
      used = Arrays.copyOf(used, 2 * count + 8);
      firsts = Arrays.copyOf(firsts, 2 * count + 8);
    }
    used[count] = bucket;
    firsts[count++] = first;
  }

  /** The table; null if the pool must make it. */
  @Nullable Object @Nullable [] table() {
    return table;
  }

  /** Makes the table on the pool. */
  @Nullable Object[] make() {
    @Nullable Object[] made = maker.apply(length);
    for (int i = 0; i < count; i++) {
      made[used[i]] = firsts[i];
    }
    return made;
  }
}
