package io.understudy.agent.call;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A class loader as a key that does not keep it. Two are equal while their loader lives and is the
 * same object, since a loader's own {@code equals} is code of the application; and each is equal to
 * itself for ever, so that it can be removed by {@code queue}.
 */
public final class WeakLoaderKey extends WeakReference<ClassLoader> {
  private final int hash;
  private final boolean bootstrap;

  /**
   * A key.
   *
   * @param loader null for the bootstrap loader
   * @param queue takes the key once the loader is collected
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
    ClassLoader mine = get();
    return mine == null
        ? bootstrap && ((WeakLoaderKey) other).bootstrap
        : mine == ((WeakLoaderKey) other).get();
  }
}
