package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.snapshot.plan.BeanCopier;
import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/**
 * Copies with handles that are variables to the JIT compiler: each is called, and none is inlined.
 * Counts how often, since {@link ConstantCopier} needs a class of its own for each class that is
 * copied, so that only those which are copied often get one.
 */
final class CountingCopier extends BeanCopier {
  private final CopierParts parts;
  private final int often;
  private final Runnable reached;

  /** Threads lose counts of each other, which only delays what follows. */
  private int made;

  /**
   * A copier of one class.
   *
   * @param often a number of copies
   * @param reached walk when so many were made, on the calling thread
   */
  CountingCopier(CopierParts parts, int often, Runnable reached) {
    this.parts = parts;
    this.often = often;
    this.reached = reached;
  }

  @Override
  public Object empty() throws Uncapturable {
    if (++made == often) {
      reached.run();
    }
    return empty(parts.constructor);
  }

  @Override
  public long leaves(Object from, Object to) {
    return leaves(parts.leaves, from, to);
  }

  @Override
  public void open(Object from, Object to, Object walk) throws Uncapturable {
    open(parts.open, from, to, walk);
  }

  @Override
  public int row(@Nullable Object[] row, int from, FingerprintTable seen, Meter meter) {
    return from;
  }
}
