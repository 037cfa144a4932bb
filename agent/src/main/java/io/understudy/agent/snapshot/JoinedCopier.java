package io.understudy.agent.snapshot;

import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Copies with handles that are variables to the JIT compiler; counts how often. */
final class JoinedCopier extends BeanCopier {
  private static final Object[] NONE = {};

  private final CopierParts parts;
  private final MethodHandle leaves;
  private final @Nullable MethodHandle open;
  private final int often;
  private final Runnable reached;

  /** Threads lose counts of each other, which only delays what follows. */
  private int made;

  /**
   * A copier of one class.
   *
   * @param often a number of copies
   * @param reached run when so many were made, on the calling thread
   */
  JoinedCopier(CopierParts parts, int often, Runnable reached) {
    this.parts = parts;
    this.leaves = parts.leaves;
    this.open = parts.open;
    this.often = often;
    this.reached = reached;
  }

  @Override
  public Object empty() throws Uncapturable {
    if (++made == often) {
      reached.run();
    }
    try {
      return parts.constructor.newInstance(NONE);
    } catch (Throwable failure) {
      throw thrown(failure);
    }
  }

  @Override
  public long leaves(Object from, Object to) {
    try {
      return (long) leaves.invokeExact(to, from);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void open(Object from, Object to, Object run) throws Uncapturable {
    if (open == null) {
      return;
    }
    try {
      open.invokeExact(to, from, run);
    } catch (Throwable failure) {
      throw thrown(failure);
    }
  }

  @Override
  public int row(@Nullable Object[] row, int from, FingerprintTable seen, Meter meter) {
    return from;
  }
}
