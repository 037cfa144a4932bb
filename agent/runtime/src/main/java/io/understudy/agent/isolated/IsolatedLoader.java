package io.understudy.agent.isolated;

import io.understudy.agent.config.IsolationConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of a candidate with a class path of its own. The same class and library names in
 * other versions as in the application are the normal case.
 *
 * <p>A class comes from, in this order: the JDK (and what is appended to the bootstrap loader, such
 * as the agent's bridge); the application, if the class lies in a shared package; the own class
 * path. This is what {@code java -cp} with that class path would give. A resource comes from the
 * own class path, then from the application if it lies in the directory of a shared package, then
 * from the JDK. Files under {@code META-INF} never come from the application: they would name
 * classes that are not visible here.
 *
 * <p>Parallel capable. After {@link #close} it finds nothing more; loaded classes continue to work.
 */
public final class IsolatedLoader extends ClassLoader {
  private static final String DRIVER_MANAGER = "java.sql.DriverManager";

  /** The longest wait for another thread that loads the JDBC drivers. */
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(5);

  static {
    registerAsParallelCapable();
  }

  private final IsolatedClassPath path;
  private final IsolationConfig config;
  private final @Nullable ClassLoader application;
  private final ConcurrentMap<CodeSource, ProtectionDomain> domains = new ConcurrentHashMap<>();
  private final PackageDefinitions packages = new PackageDefinitions();
  private final JdbcDrivers drivers;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean started;
  private volatile boolean closed;

  /**
   * Creates a loader that has loaded nothing yet.
   *
   * @param path the open class path; several loaders may share it
   * @param application the class loader of the control; null for the bootstrap loader
   */
  IsolatedLoader(
      IsolatedClassPath path, IsolationConfig config, @Nullable ClassLoader application) {
    super(PlatformLoader.get());
    this.path = path;
    this.config = config;
    this.application = application;
    this.drivers = new JdbcDrivers(this);
  }

  /** Whether a loader is isolated, or a candidate has made it below an isolated one. */
  public static boolean isIsolated(@Nullable ClassLoader loader) {
    try {
      for (ClassLoader each = loader; each != null; each = each.getParent()) {
        if (each instanceof IsolatedLoader) {
          return true;
        }
      }
    } catch (SecurityException hidden) {
      // A security manager hides the parents of the application's loaders.
      return false;
    }
    return false;
  }

  /** Returns the class loader of the control. */
  @Nullable ClassLoader application() {
    return application;
  }

  /**
   * Registers the JDBC drivers of the class path; runs their initialisers. The first thread does
   * so, and others wait for it.
   *
   * @throws IOException if the initialisers take long
   */
  void start() throws IOException {
    if (begun.compareAndSet(false, true)) {
      try {
        if (path.find(JdbcDrivers.SERVICES) != null) {
          drivers.register(services());
        }
      } finally {
        started = true;
      }
      return;
    }
    long since = System.nanoTime();
    while (!started) {
      if (System.nanoTime() - since > START_NANOS || Thread.currentThread().isInterrupted()) {
        throw new IOException("the JDBC drivers on it are still being loaded");
      }
      LockSupport.parkNanos(this, 1_000_000);
    }
  }

  private List<byte[]> services() {
    List<byte[]> files = new ArrayList<>();
    for (IsolatedClassPath.Found each : path.findAll(JdbcDrivers.SERVICES)) {
      try {
        files.add(each.entry.read(each.located));
      } catch (IOException unreadable) {
        // The drivers of the other files are registered; this one fails when it is used.
        continue;
      }
    }
    return files;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> found = ofPlatform(name);
    if (found != null) {
      if (name.equals(DRIVER_MANAGER)) {
        drivers.protectApplication();
      }
      return found;
    }
    if (config.shares(name)) {
      return Class.forName(name, false, application);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  /**
   * Returns a class of the JDK; null if there is none. In a modular application, the loader of the
   * JDK finds the application's modules too.
   */
  private static @Nullable Class<?> ofPlatform(String name) {
    try {
      Class<?> found = Class.forName(name, false, PlatformLoader.get());
      return PlatformLoader.isOwner(found) ? found : null;
    } catch (ClassNotFoundException none) {
      return null;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    IsolatedClassPath.Found found = closed ? null : path.find(fileName(name));
    if (found == null) {
      throw new ClassNotFoundException(closed ? name + ": " + this + " is closed" : name);
    }
    try {
      byte[] bytes = found.entry.read(found.located);
      packages.define(name, found.entry, this::definePackage);
      CodeSource source = found.entry.codeSource(found.located);
      return defineClass(
          name, bytes, 0, bytes.length, domains.computeIfAbsent(source, this::domain));
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private static String fileName(String className) {
    return className.replace('.', '/') + ".class";
  }

  // With the permissions that the policy of the application gives to the jar.
  private ProtectionDomain domain(CodeSource source) {
    return new ProtectionDomain(source, null, this, null);
  }

  /** Defines a class of the agent among those of the candidate. */
  Class<?> defineOwn(String name, byte[] bytes) {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null
          ? loaded
          : defineClass(name, bytes, 0, bytes.length, getClass().getProtectionDomain());
    }
  }

  private boolean isShared(String resource) {
    return !resource.startsWith("META-INF/") && config.shares(resource.replace('/', '.'));
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    if (own == null && isShared(name)) {
      own =
          application == null ? ClassLoader.getSystemResource(name) : application.getResource(name);
    }
    return own != null ? own : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> all = Collections.list(findResources(name));
    if (isShared(name)) {
      all.addAll(
          Collections.list(
              application == null
                  ? ClassLoader.getSystemResources(name)
                  : application.getResources(name)));
    }
    ClassLoader platform = PlatformLoader.get();
    if (platform != null) {
      all.addAll(Collections.list(platform.getResources(name)));
    }
    return Collections.enumeration(all);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    IsolatedClassPath.Found found = closed ? null : path.find(name);
    try {
      if (found != null) {
        return new ByteArrayInputStream(found.entry.read(found.located));
      }
      URL other = getResource(name);
      return other == null ? null : other.openStream();
    } catch (IOException unreadable) {
      return null;
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    Enumeration<URL> all = findResources(name);
    return all.hasMoreElements() ? all.nextElement() : null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    List<URL> urls = new ArrayList<>();
    if (!closed) {
      for (IsolatedClassPath.Found each : path.findAll(name)) {
        try {
          urls.add(each.entry.url(each.located));
        } catch (IOException unnamable) {
          continue;
        }
      }
    }
    return Collections.enumeration(urls);
  }

  /**
   * Finds nothing more from now on, and takes back what the candidate's classes have registered in
   * the JVM: its JDBC drivers, and its resource bundles. Runs code of the candidate.
   */
  void close() {
    drivers.deregister();
    java.util.ResourceBundle.clearCache(this);
    closed = true;
  }

  @Override
  public String toString() {
    return "the class loader of " + path;
  }
}
