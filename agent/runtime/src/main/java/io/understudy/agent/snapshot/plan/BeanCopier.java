package io.understudy.agent.snapshot.plan;

import io.understudy.agent.raw.RawObjects;
import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of one class of the application and copies their fields. Thread-safe.
 *
 * <p>The package {@code compiled} has the two implementations: one for every class, and a faster
 * one for classes that are copied often.
 */
public abstract class BeanCopier {
  /** For the implementations. */
  protected BeanCopier() {}

  /** Makes a copy without contents. */
  public abstract Object empty() throws Uncapturable;

  /**
   * Copies the leaves and returns the {@linkplain io.understudy.value.shape.ScalarFields tally} of
   * the copy.
   */
  public abstract long leaves(Object from, Object to);

  /**
   * Copies the fields that are no leaves, and the leaves that may hold an exception.
   *
   * @param walk the {@link CopyWalk} that copies the field values
   */
  public abstract void open(Object from, Object to, Object walk) throws Uncapturable;

  /**
   * Replaces the objects of a row by their copies. Stops at the first object that has another class
   * or is not complete after its leaves.
   *
   * @param from the index to begin at
   * @param seen the copies that this walk has made
   * @return the index of the first object that was not replaced
   */
  public abstract int row(@Nullable Object[] row, int from, FingerprintTable seen, Meter meter)
      throws Uncapturable;

  /** Makes an object without contents; fastest if the class is a constant. */
  protected static Object empty(Class<?> type) throws Uncapturable {
    try {
      return (Object) RawObjects.ALLOCATE.invokeExact(type);
    } catch (Throwable failure) {
      throw thrown(failure);
    }
  }

  /** Calls a handle that {@linkplain #leaves copies the leaves}. */
  protected static long leaves(MethodHandle leaves, Object from, Object to) {
    try {
      return (long) leaves.invokeExact(to, from);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Calls a handle that {@linkplain #open copies the parts that are no leaves}, if there is one.
   */
  protected static void open(@Nullable MethodHandle open, Object from, Object to, Object walk)
      throws Uncapturable {
    if (open == null) {
      return;
    }
    try {
      open.invokeExact(to, from, walk);
    } catch (Throwable failure) {
      throw thrown(failure);
    }
  }

  /** Converts a throwable of a method handle to an exception that the caller may throw. */
  private static RuntimeException thrown(Throwable thrown) throws Uncapturable {
    if (thrown instanceof Uncapturable) {
      throw (Uncapturable) thrown;
    }
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return thrown instanceof RuntimeException
        ? (RuntimeException) thrown
        : new IllegalStateException(thrown);
  }
}
