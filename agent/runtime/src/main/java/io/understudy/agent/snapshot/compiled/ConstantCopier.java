package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.snapshot.plan.BeanCopier;
import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Tally;
import io.understudy.value.Uncapturable;
import io.understudy.value.compiled.ConstantLoader;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects of one class: the class for which this class's loader was made. Its handles are
 * constants, so the JIT compiler inlines them: reads and writes become plain moves, also for final
 * and private fields. The methods of {@link BeanCopier} that call the handles are inlined here
 * together with the constants.
 *
 * <p>Only a {@link ConstantLoader} initialises this class. It defines the class again for each
 * class that is copied.
 */
final class ConstantCopier extends BeanCopier {
  /** Meters once for so many objects, so a bound may be exceeded by that many small objects. */
  private static final int METER_EVERY = 32;

  /** Shorter runs are copied one by one. */
  private static final int FEWEST = 2;

  /** A longer run is copied in parts, since a leaf that is an exception ends a part. */
  private static final int MOST = 128;

  private static final CopierParts PARTS = (CopierParts) ConstantLoader.parts(ConstantCopier.class);
  private static final Class<?> TYPE = PARTS.type;
  private static final MethodHandle LEAVES = PARTS.leaves;
  private static final @Nullable MethodHandle OPEN = PARTS.open;
  private static final boolean FLAT = PARTS.flat;
  private static final int BYTES = PARTS.bytes;

  ConstantCopier() {}

  @Override
  public Object empty() throws Uncapturable {
    return empty(TYPE);
  }

  @Override
  public long leaves(Object from, Object to) {
    return leaves(LEAVES, from, to);
  }

  @Override
  public void open(Object from, Object to, Object walk) throws Uncapturable {
    open(OPEN, from, to, walk);
  }

  // One loop, so that the JIT compiler keeps type information from one object to the next.
  @Override
  public int row(@Nullable Object[] row, int from, FingerprintTable seen, Meter meter)
      throws Uncapturable {
    int count = FLAT ? run(row, from) : 0;
    if (count < FEWEST) {
      return from;
    }
    int base = seen.startRow(row, from, 1, count);
    int done = 0;
    int unmetered = 0;
    long bytes = 0;
    for (; done < count; done++) {
      Object live = row[from + done];
      if (live == null || live.getClass() != TYPE) {
        break; // Never, but the compiler learns the class.
      }
      Object copy = empty(TYPE);
      long tally = leaves(LEAVES, live, copy);
      if (Tally.hasExceptions(tally)) {
        break;
      }
      int known = seen.positionOf(live, Tally.fingerprint(tally), base + done);
      if (known >= 0) {
        row[from + done] = known < base ? seen.copyAt(known) : row[from + known - base];
        continue;
      }
      row[from + done] = copy;
      bytes += BYTES + Character.BYTES * Tally.characters(tally);
      if (++unmetered == METER_EVERY) {
        meter.nodes(unmetered, bytes);
        unmetered = 0;
        bytes = 0;
      }
    }
    seen.endRow(row, from, 1, done);
    meter.nodes(unmetered, bytes);
    return from + done;
  }

  /** The number of objects of the class in a run that begins at {@code from}. */
  private static int run(@Nullable Object[] row, int from) {
    int end = Math.min(row.length, from + MOST);
    int to = from;
    for (; to < end; to++) {
      Object live = row[to];
      if (live == null || live.getClass() != TYPE) {
        break;
      }
    }
    return to - from;
  }
}
