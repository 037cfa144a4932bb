package io.understudy.agent.snapshot.plan;

import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Tally;
import io.understudy.value.Uncapturable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Copies an object of the application field by field: first its leaves, then the other fields.
 * Leaves need no other copy, and their fingerprint distinguishes objects of the same class. A
 * {@link BeanCopier} copies the fields. Thread-safe.
 */
public final class BeanPlan extends Plan {
  private final boolean flat;
  private final int bytes;

  /** The timer's thread replaces it at most once. */
  private volatile BeanCopier copier;

  /**
   * Creates the plan of a class.
   *
   * @param flat whether a copy is complete after its leaves, unless they hold exceptions
   * @param bytes approximate size of a copy in bytes, without the characters of its texts
   * @param copier creates the first copier of this plan
   */
  public BeanPlan(boolean flat, int bytes, Function<BeanPlan, BeanCopier> copier) {
    this.flat = flat;
    this.bytes = bytes;
    this.copier = copier.apply(this);
  }

  @Override
  public int bytes() {
    return bytes;
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    BeanCopier current = copier;
    Object shell = current.empty();
    current.leaves(live, shell);
    return shell;
  }

  /** Returns the copier that is in use now. */
  public BeanCopier copier() {
    return copier;
  }

  /** Switches to another copier, which must make the same copies. */
  public void copyBy(BeanCopier next) {
    copier = next;
  }

  /** Whether a copy with this tally is complete after its leaves. */
  boolean isComplete(long tally) {
    return flat && !Tally.hasExceptions(tally);
  }

  /** Replaces objects of a row by their copies; see {@link BeanCopier#row}. */
  int row(@Nullable Object[] row, int from, FingerprintTable seen, Meter meter)
      throws Uncapturable {
    return copier.row(row, from, seen, meter);
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    copier.open(live, copy, walk);
  }
}
