package io.understudy.value.compiled;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a reader of one class uses. Immutable.
 *
 * <p>The fields are public, since a {@link ConstantReader} has a loader of its own and so belongs
 * to another run-time package.
 */
public final class ReaderParts {
  /** The class whose objects are read. */
  public final Class<?> type;

  /** The number of parts. */
  public final int size;

  /** {@code (Object[] parts, Object live) -> long}: stores the leaves and returns their tally. */
  public final MethodHandle leaves;

  /**
   * {@code (Object live, Object walk, Object[] parts) -> void}: freezes the other parts, and the
   * leaves that may hold an exception; null if there are none.
   */
  public final @Nullable MethodHandle rest;

  /** {@code (Object[] parts) -> Object}: makes the frozen form. */
  public final MethodHandle frozen;

  /** Whether an object is complete after its leaves, unless they hold exceptions. */
  public final boolean flat;

  /** Estimated bytes of a frozen form, without the characters of its texts. */
  public final int bytes;

  /** Sets the parts; see the fields. */
  public ReaderParts(
      Class<?> type,
      int size,
      MethodHandle leaves,
      @Nullable MethodHandle rest,
      MethodHandle frozen,
      boolean flat,
      int bytes) {
    this.type = type;
    this.size = size;
    this.leaves = leaves;
    this.rest = rest;
    this.frozen = frozen;
    this.flat = flat;
    this.bytes = bytes;
  }
}
