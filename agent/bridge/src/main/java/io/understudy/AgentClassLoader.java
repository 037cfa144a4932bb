package io.understudy;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent and its libraries from {@code inst/} in the agent's jar, where no other class
 * loader finds them. Of all other classes it finds only those of the JDK and the bridge, none of
 * the application. Parallel capable.
 *
 * <p>Public, since {@link Premain} is in the same package but in another class loader.
 */
public final class AgentClassLoader extends ClassLoader implements Closeable {
  private static final String INST = "inst/";
  private static final String BRIDGE = "io.understudy.bridge.";

  /**
   * The packages of the JDK. A list of names, since the platform loader of a modular application
   * also finds the application's modules, and other agents add classes to the bootstrap loader.
   */
  private static final String[] JDK = {
    "java.",
    "javax.management.",
    "javax.naming.",
    "javax.net.",
    "javax.crypto.",
    "javax.security.",
    "javax.xml.",
    "javax.script.",
    "org.xml.sax.",
    "org.w3c.dom.",
    "jdk.",
    "sun.",
    "com.sun."
  };

  static {
    registerAsParallelCapable();
  }

  /** The packages that have a version. */
  private final Set<String> packages = ConcurrentHashMap.newKeySet();

  private final JarFile jar;
  private final ProtectionDomain domain;

  /**
   * Opens the agent's jar; {@link #close} closes it.
   *
   * @throws IOException if the jar cannot be read
   */
  public AgentClassLoader(File file) throws IOException {
    super(platform());
    // Without verification: it is slow before the JIT compiler starts, and the jar is not signed.
    jar = new JarFile(file, false);
    Permissions all = new Permissions();
    all.add(new AllPermission());
    domain = new ProtectionDomain(new CodeSource(file.toURI().toURL(), (Certificate[]) null), all);
  }

  /**
   * Returns the platform loader; on Java 8 null, which means the bootstrap loader. It is the last
   * parent of the system loader. The method that returns it cannot be compiled for Java 8, and its
   * first call by reflection loads a hundred classes.
   */
  private static @Nullable ClassLoader platform() {
    ClassLoader last = ClassLoader.getSystemClassLoader();
    for (ClassLoader parent = last; parent != null; parent = parent.getParent()) {
      last = parent;
    }
    if (last.getClass().getName().equals("jdk.internal.loader.ClassLoaders$PlatformClassLoader")) {
      return last;
    }
    try {
      return (ClassLoader) ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
    } catch (ReflectiveOperationException java8) {
      return null;
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isOfJdk(name)) {
      return super.loadClass(name, resolve);
    }
    if (name.startsWith(BRIDGE)) {
      // The loader of this class: the bootstrap loader, after the jar is appended to it.
      return Class.forName(name, false, AgentClassLoader.class.getClassLoader());
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  private static boolean isOfJdk(String name) {
    for (String prefix : JDK) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    JarEntry entry = jar.getJarEntry(INST + name.replace('.', '/') + ".classdata");
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    try {
      byte[] bytes = read(entry);
      declarePackage(name);
      return defineClass(name, bytes, 0, bytes.length, domain);
    } catch (IOException e) {
      throw new ClassNotFoundException(
          name + " cannot be read from " + jar.getName() + "; was the jar replaced?", e);
    }
  }

  private byte[] read(JarEntry entry) throws IOException {
    byte[] bytes = new byte[(int) entry.getSize()];
    try (InputStream in = jar.getInputStream(entry)) {
      for (int at = 0; at < bytes.length; ) {
        int n = in.read(bytes, at, bytes.length - at);
        if (n < 0) {
          throw new EOFException(entry.getName() + " ends early");
        }
        at += n;
      }
    }
    return bytes;
  }

  // Without asking the parents, which takes longer than loading a small class.
  private void declarePackage(String className) {
    String name = className.substring(0, Math.max(0, className.lastIndexOf('.')));
    if (packages.contains(name)) {
      return;
    }
    try {
      // The journal and the command line show this version as the agent's version.
      definePackage(name, null, null, null, null, version(name), null, null);
    } catch (IllegalArgumentException declaredByAnotherThread) {
      // That one has the same version.
    }
    // Not earlier: another thread must not define a class before the package has its version.
    packages.add(name);
  }

  private @Nullable String version(String packageName) {
    if (!packageName.startsWith("io.understudy")) {
      return null; // a library, which has a version of its own
    }
    try {
      Manifest manifest = jar.getManifest();
      return manifest == null
          ? null
          : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    } catch (IOException unreadable) {
      return null;
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    return isOfJdk(name.replace('/', '.')) ? super.getResource(name) : findResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (isOfJdk(name.replace('/', '.'))) {
      return super.getResources(name);
    }
    URL own = findResource(name);
    return own == null
        ? Collections.<URL>emptyEnumeration()
        : Collections.enumeration(Collections.singleton(own));
  }

  @Override
  protected @Nullable URL findResource(String name) {
    JarEntry entry = entry(name);
    return entry == null ? null : JarEntryHandler.url(jar, entry);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    if (isOfJdk(name.replace('/', '.'))) {
      return super.getResourceAsStream(name);
    }
    JarEntry entry = entry(name);
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** Returns the jar entry of a resource; null if there is none. */
  private @Nullable JarEntry entry(String name) {
    if (name.startsWith(BRIDGE.replace('.', '/'))) {
      return jar.getJarEntry(name);
    }
    String data = name.endsWith(".class") ? name + "data" : name;
    return jar.getJarEntry(INST + data);
  }

  /** Closes the jar. Loaded classes continue to work; no further class can be loaded. */
  @Override
  public void close() throws IOException {
    jar.close();
  }
}
