package io.understudy.agent.snapshot.compiled;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a copier of one class uses. Immutable.
 *
 * <p>Public with public fields, since {@link ConstantCopier} has a loader of its own and so belongs
 * to another run-time package.
 */
public final class CopierParts {
  /** The class whose objects are copied. */
  public final Class<?> type;

  /** Makes objects of this class; not for a {@link ConstantCopier}, which has a faster way. */
  final Allocation allocation;

  /** {@code (Object to, Object from) -> long}: copies the leaves and returns their tally. */
  public final MethodHandle leaves;

  /**
   * {@code (Object to, Object from, Object walk) -> void}: copies the other fields; null if there
   * are none.
   */
  public final @Nullable MethodHandle open;

  /** Whether a copy is complete after its leaves, unless they hold exceptions. */
  public final boolean flat;

  /** Approximate size of a copy in bytes, without the characters of its texts. */
  public final int bytes;

  CopierParts(
      Class<?> type,
      Allocation allocation,
      LeafCopies leaves,
      FieldCopies open,
      boolean flat,
      int bytes) {
    this.type = type;
    this.allocation = allocation;
    this.leaves = leaves.handle();
    this.open = open.handle();
    this.flat = flat;
    this.bytes = bytes;
  }
}
