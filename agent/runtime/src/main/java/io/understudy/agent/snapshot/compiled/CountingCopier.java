package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.snapshot.plan.BeanCopier;
import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/**
 * Copies with handles that the JIT compiler cannot inline, since they are no constants. Counts the
 * copies: {@link ConstantCopier} costs a class for each copied class, so only classes that are
 * copied often get one.
 */
final class CountingCopier extends BeanCopier {
  private final CopierParts parts;
  private final int copiesToCompile;
  private final Runnable reached;

  /** Racy: lost counts only delay the switch to the faster copier. */
  private int made;

  /**
   * Creates a copier of one class.
   *
   * @param copiesToCompile number of copies after which {@code reached} runs
   * @param reached runs once, on the thread that makes the copy
   */
  CountingCopier(CopierParts parts, int copiesToCompile, Runnable reached) {
    this.parts = parts;
    this.copiesToCompile = copiesToCompile;
    this.reached = reached;
  }

  @Override
  public Object empty() throws Uncapturable {
    if (++made == copiesToCompile) {
      reached.run();
    }
    return parts.allocation.make();
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
