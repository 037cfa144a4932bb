package io.understudy.agent.call;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A method of a class of one class loader, into which a call point was woven. By it a call knows
 * which deployment it came from, where several have the same class. The loader is held weakly: it
 * is collected once its application is undeployed, and then the site is {@linkplain #isGone gone}.
 * Thread-safe.
 */
public final class Site {
  private final String className;
  private final String methodName;
  private final String descriptor;
  private final boolean bootstrap;
  private final WeakReference<ClassLoader> loader;
  private volatile @Nullable WeakReference<Class<?>> found;

  /**
   * A woven method.
   *
   * @param className binary name of the class
   * @param descriptor of the method, as in its class file
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

  /** The method's name. */
  public String methodName() {
    return methodName;
  }

  /** The method's descriptor. */
  public String descriptor() {
    return descriptor;
  }

  /** Whether the class loader has been collected. */
  public boolean isGone() {
    return !bootstrap && loader.get() == null;
  }

  /** Whether this is the same method of the same class, which was woven once more. */
  public boolean is(
      String className, String methodName, String descriptor, @Nullable ClassLoader loader) {
    return this.className.equals(className)
        && this.methodName.equals(methodName)
        && this.descriptor.equals(descriptor)
        && bootstrap == (loader == null)
        && this.loader.get() == loader;
  }

  /**
   * The class, once it is loaded. Not for the application's threads: it may ask a class loader.
   *
   * @return null when the site is gone, or the class is not loaded yet
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
      // Application servers' loaders refuse so when their application has been stopped.
      return null;
    }
  }

  @Override
  public String toString() {
    return className + "#" + methodName + descriptor;
  }
}
