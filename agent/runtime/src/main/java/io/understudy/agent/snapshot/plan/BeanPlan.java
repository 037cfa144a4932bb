package io.understudy.agent.snapshot.plan;

import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.ScalarFields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of the application, copied field by field: first its leaves, which need no other copy
 * and tell it apart from others of its class, then the rest. How the fields are copied is left to a
 * {@link BeanCopier}. Thread-safe.
 */
public final class BeanPlan extends Plan {
  private final boolean flat;
  private final int bytes;

  /** Replaced at most once, by the timer's thread. */
  private volatile BeanCopier copier;

  /**
   * The plan of a class.
   *
   * @param flat whether objects are complete with their leaves, unless these hold exceptions
   * @param bytes roughly what a copy takes without its texts' characters, bytes
   * @param copier gives the first copier of this plan
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
    BeanCopier by = copier;
    Object shell = by.empty();
    by.leaves(live, shell);
    return shell;
  }

  /** How its objects are copied at the moment. */
  public BeanCopier copier() {
    return copier;
  }

  /** Copies by another copier from now on; it must do the same as the one before. */
  public void copyBy(BeanCopier next) {
    copier = next;
  }

  /** Whether an object is complete with its leaves. */
  boolean isComplete(long tally) {
    return flat && !ScalarFields.hasExceptions(tally);
  }

  /** Replaces objects of a row by their copies; gives where it stopped, maybe at once. */
  int row(@Nullable Object[] row, int from, FingerprintTable seen, Meter meter)
      throws Uncapturable {
    return copier.row(row, from, seen, meter);
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    copier.open(live, copy, walk);
  }
}
