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
  private final int number;
  private final long code;
  private volatile @Nullable WeakReference<Class<?>> found;

  /**
   * Creates the site of a woven method without a number.
   *
   * @param className binary name of the class
   * @param descriptor descriptor of the method, as in its class file
   * @param loader its defining loader; null for the bootstrap loader
   */
  public Site(
      String className, String methodName, String descriptor, @Nullable ClassLoader loader) {
    this(-1, 0, className, methodName, descriptor, loader);
  }

  /**
   * Creates the site of a woven method.
   *
   * @param number its number in woven code
   * @param code a hash of the class file; 0 if it is unknown
   * @param className binary name of the class
   * @param descriptor descriptor of the method, as in its class file
   * @param loader its defining loader; null for the bootstrap loader
   */
  public Site(
      int number,
      long code,
      String className,
      String methodName,
      String descriptor,
      @Nullable ClassLoader loader) {
    this.number = number;
    this.code = code;
    this.className = className;
    this.methodName = methodName;
    this.descriptor = descriptor;
    this.bootstrap = loader == null;
    this.loader = new WeakReference<>(loader);
  }

  /** Returns the number of the method in woven code; -1 if it has none. */
  public int number() {
    return number;
  }

  /** Whether this is the body of the same method of the same class. */
  public boolean isSameBody(Site other) {
    ClassLoader from = loader.get();
    return isSameName(other) && bootstrap == other.bootstrap && from == other.loader.get();
  }

  /**
   * Whether this is the same method of another class with the same name and an equal class file.
   */
  public boolean isSameCode(Site other) {
    return !isSameBody(other) && isSameName(other) && code != 0 && code == other.code;
  }

  private boolean isSameName(Site other) {
    return className.equals(other.className)
        && methodName.equals(other.methodName)
        && descriptor.equals(other.descriptor);
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
