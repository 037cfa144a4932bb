package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.snapshot.plan.BeanCopier;
import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.ScalarFields;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects of the one class that the loader of this class was made for. Its handles are
 * constants, so that the JIT compiler sees through them: reads and writes become plain moves, those
 * of final and private fields too. The methods of {@link BeanCopier} that call the handles are
 * inlined here, and take the constants along.
 *
 * <p>Never loaded but by a {@link CopierLoader}, which defines this class anew for each class that
 * is copied.
 */
final class ConstantCopier extends BeanCopier {
  /** A bound may be passed by so many objects, which are small. */
  private static final int METER_EVERY = 32;

  private static final CopierParts PARTS =
      ((CopierLoader) ConstantCopier.class.getClassLoader()).parts();
  private static final Class<?> TYPE = PARTS.type;
  private static final Constructor<?> MAKE = PARTS.constructor;
  private static final MethodHandle LEAVES = PARTS.leaves;
  private static final @Nullable MethodHandle OPEN = PARTS.open;
  private static final boolean FLAT = PARTS.flat;
  private static final int BYTES = PARTS.bytes;

  ConstantCopier() {}

  @Override
  public Object empty() throws Uncapturable {
    return empty(MAKE);
  }

  @Override
  public long leaves(Object from, Object to) {
    return leaves(LEAVES, from, to);
  }

  @Override
  public void open(Object from, Object to, Object walk) throws Uncapturable {
    open(OPEN, from, to, walk);
  }

  // One loop, so that the compiler keeps what it knows from one object to the next.
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
