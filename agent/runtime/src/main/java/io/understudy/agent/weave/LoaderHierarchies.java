package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.WeakLoaderKey;
import io.understudy.agent.classfile.Hierarchy;
import io.understudy.agent.classfile.NamedMethod;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Caches the class hierarchy of each class loader. Loaders are referenced weakly and by identity,
 * since their {@code equals} is application code. The cached data is referenced softly, since class
 * files can be read again. Thread-safe and lock-free, since it runs while the JVM holds locks of
 * class loaders.
 */
final class LoaderHierarchies {
  private final ConcurrentMap<WeakLoaderKey, SoftReference<OfLoader>> loaders =
      new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final boolean followsJdk;

  /** Creates an empty cache; see {@link Hierarchy#Hierarchy}. */
  LoaderHierarchies(boolean followsJdk) {
    this.followsJdk = followsJdk;
  }

  /** The cached data of one loader's classes; it holds only names. */
  static final class OfLoader {
    final Hierarchy hierarchy;

    /** The methods that the points refer to in this loader. */
    final ConcurrentMap<CallPoint, NamedMethod> methods = new ConcurrentHashMap<>();

    OfLoader(boolean followsJdk) {
      hierarchy = new Hierarchy(followsJdk);
    }
  }

  /** Returns the cached data of a loader; null means the bootstrap loader. */
  OfLoader of(@Nullable ClassLoader loader) {
    for (Reference<?> dead = gone.poll(); dead != null; dead = gone.poll()) {
      loaders.remove(dead);
    }
    WeakLoaderKey key = new WeakLoaderKey(loader, gone);
    SoftReference<OfLoader> known = loaders.get(key);
    OfLoader found = known == null ? null : known.get();
    if (found == null) {
      found = new OfLoader(followsJdk);
      loaders.put(key, new SoftReference<>(found));
    }
    return found;
  }

  int size() {
    return loaders.size();
  }
}
