package io.understudy.value.compiled;

import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Tally;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of one class: the class for which this class's loader was made. Its handles are
 * constants, so the JIT compiler inlines them: reads become plain moves, also of private fields.
 *
 * <p>Only a {@link ConstantLoader} initialises this class. It defines the class again for each
 * class that is read.
 */
final class ConstantReader extends RecordReader {
  /** Meters once for so many objects, so a bound may be exceeded by that many small objects. */
  private static final int METER_EVERY = 32;

  /** Shorter runs are read one by one. */
  private static final int FEWEST = 2;

  /** A longer run is read in parts, since a leaf that is an exception ends a part. */
  private static final int MOST = 128;

  private static final ReaderParts PARTS = (ReaderParts) ConstantLoader.parts(ConstantReader.class);
  private static final Class<?> TYPE = PARTS.type;
  private static final int SIZE = PARTS.size;
  private static final MethodHandle LEAVES = PARTS.leaves;
  private static final @Nullable MethodHandle REST = PARTS.rest;
  private static final MethodHandle FROZEN = PARTS.frozen;
  private static final boolean FLAT = PARTS.flat;
  private static final int BYTES = PARTS.bytes;

  ConstantReader() {}

  @Override
  public long leaves(Object live, @Nullable Object[] parts) {
    return leaves(LEAVES, live, parts);
  }

  @Override
  public void rest(Object live, Object walk, @Nullable Object[] parts) throws Uncapturable {
    rest(REST, live, walk, parts);
  }

  // One loop, so that the JIT compiler keeps type information from one object to the next.
  @Override
  public int row(@Nullable Object[] row, int from, int step, FingerprintTable seen, Meter meter)
      throws Uncapturable {
    int count = FLAT ? run(row, from, step) : 0;
    if (count < FEWEST) {
      return from;
    }
    int base = seen.startRow(row, from, step, count);
    int done = 0;
    int at = from;
    int unmetered = 0;
    long bytes = 0;
    for (; done < count; done++, at += step) {
      Object live = row[at];
      if (live == null || live.getClass() != TYPE) {
        break; // Never, but the compiler learns the class.
      }
      @Nullable Object[] parts = new @Nullable Object[SIZE];
      long tally = leaves(LEAVES, live, parts);
      if (Tally.hasExceptions(tally)) {
        break;
      }
      int known = seen.positionOf(live, Tally.fingerprint(tally), base + done);
      if (known >= 0) {
        row[at] = known < base ? seen.copyAt(known) : row[from + (known - base) * step];
        continue;
      }
      row[at] = frozen(FROZEN, parts);
      bytes += BYTES + Character.BYTES * Tally.characters(tally);
      if (++unmetered == METER_EVERY) {
        meter.nodes(unmetered, bytes);
        unmetered = 0;
        bytes = 0;
      }
    }
    seen.endRow(row, from, step, done);
    meter.nodes(unmetered, bytes);
    return at;
  }

  /** The number of objects of the class in a run that begins at {@code from}. */
  private static int run(@Nullable Object[] row, int from, int step) {
    int count = 0;
    for (int at = from; at < row.length && count < MOST; at += step) {
      Object live = row[at];
      if (live == null || live.getClass() != TYPE) {
        break;
      }
      count++;
    }
    return count;
  }
}
