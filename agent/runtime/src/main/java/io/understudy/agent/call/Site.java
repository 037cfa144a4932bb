package io.understudy.agent.call;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A woven method of a class in one class loader. It identifies the deployment of a call if several
 * deployments have the same class. The loader is referenced weakly: it is collected after its
 * application is undeployed, and then the site is {@linkplain #isGone gone}. Thread-safe.
 */
public final class Site {
  private final String className;
  private final String methodName;
  private final String descriptor;
  private final boolean bootstrap;
  private final WeakReference<ClassLoader> loader;
  private volatile @Nullable WeakReference<Class<?>> found;

  /**
   * Creates the site of a woven method.
   *
   * @param className binary name of the class
   * @param descriptor descriptor of the method, as in its class file
   * @param loader its defining loader; null for the bootstrap loader
   */
  public Site(
      String className, String methodName, String descriptor, @Nullable ClassLoader loader) {
    this.className = className;
    this.methodName = methodName;
    this.descriptor = descriptor;
    this.bootstrap = loader == null;
    this.loader = new WeakReference<>(loader);
  }

  /** Returns the binary name of the class. */
  public String className() {
    return className;
  }

  /** Returns its defining loader; null for the bootstrap loader, and if it has been collected. */
  public @Nullable ClassLoader loader() {
    return loader.get();
  }

  /** Returns the method's name. */
  public String methodName() {
    return methodName;
  }

  /** Returns the method's descriptor. */
  public String descriptor() {
    return descriptor;
  }

  /** Whether the class loader has been collected. */
  public boolean isGone() {
    return !bootstrap && loader.get() == null;
  }

  /** Whether this is the given method of the given class, which was woven again. */
  public boolean is(
      String className, String methodName, String descriptor, @Nullable ClassLoader loader) {
    return this.className.equals(className)
        && this.methodName.equals(methodName)
        && this.descriptor.equals(descriptor)
        && bootstrap == (loader == null)
        && this.loader.get() == loader;
  }

  /**
   * Returns the class, after it is loaded. Must not run on the application's threads, since it may
   * call a class loader.
   *
   * @return null if the site is gone, or the class is not loaded yet
   */
  public @Nullable Class<?> type() {
    WeakReference<Class<?>> last = found;
    Class<?> known = last == null ? null : last.get();
    return known != null ? known : find();
  }

  private @Nullable Class<?> find() {
    ClassLoader from = loader.get();
    if (from == null && !bootstrap) {
      return null;
    }
    try {
      Class<?> type = Class.forName(className, false, from);
      found = new WeakReference<>(type);
      return type;
    } catch (ClassNotFoundException | LinkageError goneOrNotYetThere) {
      return null;
    } catch (RuntimeException stopped) {
      // Loaders of application servers refuse like this after their application was stopped.
      return null;
    }
  }

  @Override
  public String toString() {
    return className + "#" + methodName + descriptor;
  }
}
