package io.understudy.agent.call;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A weak key for a class loader. Two keys are equal while they refer to the same loader object; the
 * loader's own {@code equals} is not used, since it is application code. A key stays equal to
 * itself after its loader is collected, so that it can be removed. Immutable.
 */
public final class WeakLoaderKey extends WeakReference<ClassLoader> {
  private final int hash;
  private final boolean bootstrap;

  /**
   * Creates a key.
   *
   * @param loader the loader; null for the bootstrap loader
   * @param queue receives the key after the loader is collected
   */
  public WeakLoaderKey(@Nullable ClassLoader loader, ReferenceQueue<ClassLoader> queue) {
    super(loader, queue);
    hash = System.identityHashCode(loader);
    bootstrap = loader == null;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof WeakLoaderKey)) {
      return false;
    }
    ClassLoader own = get();
    return own == null
        ? bootstrap && ((WeakLoaderKey) other).bootstrap
        : own == ((WeakLoaderKey) other).get();
  }
}
