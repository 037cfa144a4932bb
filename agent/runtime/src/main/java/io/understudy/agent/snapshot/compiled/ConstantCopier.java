package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.snapshot.plan.BeanCopier;
import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.ScalarFields;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects of one class: the class for which this class's loader was made. Its handles are
 * constants, so the JIT compiler inlines them: reads and writes become plain moves, also for final
 * and private fields. The methods of {@link BeanCopier} that call the handles are inlined here
 * together with the constants.
 *
 * <p>Only a {@link CopierLoader} loads this class. It defines the class again for each class that
 * is copied.
 */
final class ConstantCopier extends BeanCopier {
  /** Meters once for so many objects, so a bound may be exceeded by that many small objects. */
  private static final int METER_EVERY = 32;

  private static final CopierParts PARTS =
      ((CopierLoader) ConstantCopier.class.getClassLoader()).parts();
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
    int at = from;
    int unmetered = 0;
    long bytes = 0;
    for (; FLAT && at < row.length; at++) {
      Object live = row[at];
      if (live == null || live.getClass() != TYPE) {
        break;
      }
      Object copy = empty();
      long tally = leaves(live, copy);
      if (ScalarFields.hasExceptions(tally)) {
        break;
      }
      Object known = seen.putIfAbsent(live, copy, ScalarFields.fingerprint(tally));
      row[at] = known == null ? copy : known;
      if (known == null) {
        bytes += BYTES + Character.BYTES * ScalarFields.characters(tally);
        if (++unmetered == METER_EVERY) {
          meter.nodes(unmetered, bytes);
          unmetered = 0;
          bytes = 0;
        }
      }
    }
    meter.nodes(unmetered, bytes);
    return at;
  }
}
