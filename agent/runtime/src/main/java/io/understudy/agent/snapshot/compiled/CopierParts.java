package io.understudy.agent.snapshot.compiled;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * What a copier of one class works with. Immutable.
 *
 * <p>Public with public fields, since {@link ConstantCopier} is defined by a loader of its own and
 * so belongs to another run-time package.
 */
public final class CopierParts {
  /** The class. */
  public final Class<?> type;

  /** Makes objects whose own fields are null, zero and false; accessible. */
  public final Constructor<?> constructor;

  /** {@code (Object to, Object from) -> long}: copies the leaves and gives their tally. */
  public final MethodHandle leaves;

  /** {@code (Object to, Object from, Object run) -> void}: copies what is no closed leaf. */
  public final @Nullable MethodHandle open;

  /** Whether objects are complete with their leaves, unless these hold exceptions. */
  public final boolean flat;

  /** Roughly what a copy takes without its texts' characters, bytes. */
  public final int bytes;

  CopierParts(
      Class<?> type,
      Allocation allocation,
      LeafCopies leaves,
      FieldCopies open,
      boolean flat,
      int bytes) {
    this.type = type;
    this.constructor = allocation.constructor();
    this.leaves = leaves.handle();
    this.open = open.handle();
    this.flat = flat;
    this.bytes = bytes;
  }
}
