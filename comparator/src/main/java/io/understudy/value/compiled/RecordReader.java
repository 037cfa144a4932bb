package io.understudy.value.compiled;

import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of objects of one class into arrays of parts. Thread-safe.
 *
 * <p>There are two implementations: one for every class, and a faster one for classes that are
 * frozen often.
 */
public abstract class RecordReader {
  /** For the implementations. */
  protected RecordReader() {}

  /**
   * Stores the leaves of a live object in its parts; returns their {@linkplain
   * io.understudy.value.Tally tally}.
   */
  public abstract long leaves(Object live, @Nullable Object[] parts);

  /**
   * Freezes the parts that are no leaves, and the leaves that may hold an exception.
   *
   * @param walk the walk that freezes the field values
   */
  public abstract void rest(Object live, Object walk, @Nullable Object[] parts) throws Uncapturable;

  /**
   * Replaces the objects of a row by their frozen forms. Stops at the first object that has another
   * class or is not complete after its leaves.
   *
   * @param from the index to begin at
   * @param step the distance between two objects
   * @param seen the frozen forms that this walk has made
   * @return the index of the first object that was not replaced
   */
  public abstract int row(
      @Nullable Object[] row, int from, int step, FingerprintTable seen, Meter meter)
      throws Uncapturable;

  /** Calls a handle {@code (Object[] parts, Object live) -> long}. */
  protected static long leaves(MethodHandle leaves, Object live, @Nullable Object[] parts) {
    try {
      return (long) leaves.invokeExact(parts, live);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(live.getClass().getName(), impossible);
    }
  }

  /** Calls a handle {@code (Object live, Object walk, Object[] parts) -> void}, if there is one. */
  protected static void rest(
      @Nullable MethodHandle rest, Object live, Object walk, @Nullable Object[] parts)
      throws Uncapturable {
    if (rest == null) {
      return;
    }
    try {
      rest.invokeExact(live, walk, parts);
    } catch (Uncapturable | RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(live.getClass().getName(), impossible);
    }
  }

  /** Calls a handle {@code (Object[] parts) -> Object}. */
  protected static Object frozen(MethodHandle frozen, @Nullable Object[] parts) {
    try {
      return (Object) frozen.invokeExact(parts);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
