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
 * What is known of each class loader's classes. Loaders are held weakly and by identity, since
 * their {@code equals} is code of the application; what is known of them softly, since class files
 * can be read again. Thread-safe and lock-free: classes are loaded with locks held.
 */
final class LoaderHierarchies {
  private final ConcurrentMap<WeakLoaderKey, SoftReference<OfLoader>> loaders =
      new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final boolean intoJdk;

  /** Nothing is known; see {@link Hierarchy#Hierarchy}. */
  LoaderHierarchies(boolean intoJdk) {
    this.intoJdk = intoJdk;
  }

  /** What is known of one loader's classes; holds names alone. */
  static final class OfLoader {
    final Hierarchy hierarchy;

    /** What the points' names mean here. */
    final ConcurrentMap<CallPoint, NamedMethod> methods = new ConcurrentHashMap<>();

    OfLoader(boolean intoJdk) {
      hierarchy = new Hierarchy(intoJdk);
    }
  }

  /** What is known of a loader's classes, null for the bootstrap loader. */
  OfLoader of(@Nullable ClassLoader loader) {
    for (Reference<?> dead = gone.poll(); dead != null; dead = gone.poll()) {
      loaders.remove(dead);
    }
    WeakLoaderKey key = new WeakLoaderKey(loader, gone);
    SoftReference<OfLoader> known = loaders.get(key);
    OfLoader found = known == null ? null : known.get();
    if (found == null) {
      found = new OfLoader(intoJdk);
      loaders.put(key, new SoftReference<>(found));
    }
    return found;
  }

  int size() {
    return loaders.size();
  }
}
