package io.understudy.agent.snapshot;

import io.understudy.value.FingerprintTable;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of one class of the application and copies their fields. Thread-safe.
 *
 * <p>There are two kinds. {@link JoinedCopier} holds its method handles in fields of its own, which
 * the JIT compiler takes for variables: each is called, and none is inlined. {@link ConstantCopier}
 * holds the same handles in constants, and compiles to the moves that one would write by hand; it
 * has a class of its own for each class that is copied, so only those that are copied often get
 * one.
 *
 * <p>Public, with protected methods, for the loaders of those classes are not this one's.
 */
public abstract class BeanCopier {
  /** For the two kinds. */
  protected BeanCopier() {}

  /** What a copier of one class works with. Immutable. */
  public static final class Parts {
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

    Parts(
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

  /** A copy without contents. */
  protected abstract Object empty() throws Uncapturable;

  /** Copies the leaves; gives their {@linkplain io.understudy.value.Leaves tally}. */
  protected abstract long leaves(Object from, Object to);

  /**
   * Copies the parts that are no leaves, and the leaves that may hold an exception.
   *
   * @param run the {@link Copying} that copies the parts' own contents
   */
  protected abstract void open(Object from, Object to, Object run) throws Uncapturable;

  /**
   * Replaces the objects of a row by their copies, as long as they are of this class and complete
   * with their leaves.
   *
   * @param from where in the row to begin
   * @param seen the copies that were made in this walk
   * @return where it stopped
   */
  protected abstract int row(@Nullable Object[] row, int from, FingerprintTable seen, Meter meter)
      throws Uncapturable;

  /** What a handle that declares no checked exception has thrown. */
  protected static RuntimeException thrown(Throwable thrown) throws Uncapturable {
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
