package io.understudy.agent.isolated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The JDBC drivers of an isolated candidate. {@code DriverManager} exists once in the JVM: it loads
 * drivers by itself only at its first use, through the context class loader of that moment. So the
 * agent registers the candidate's drivers, and removes them again. Thread-safe.
 */
final class JdbcDrivers {
  static final String SERVICES = "META-INF/services/java.sql.Driver";

  private static final String REMOVAL = "io.understudy.agent.isolated.DriverRemoval";

  private final IsolatedLoader loader;
  private final AtomicBoolean isUsed = new AtomicBoolean();

  JdbcDrivers(IsolatedLoader loader) {
    this.loader = loader;
  }

  /**
   * Lets {@code DriverManager} find the drivers of the application, before a candidate uses it:
   * otherwise, if the candidate is the first to use it, it would never look for them again.
   */
  void protectApplication() {
    if (!isUsed.compareAndSet(false, true)) {
      return;
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader application = loader.application();
    thread.setContextClassLoader(
        application == null ? ClassLoader.getSystemClassLoader() : application);
    try {
      DriverManager.getDrivers();
    } catch (Exception | LinkageError withoutJdbc) {
      // A JVM without the module java.sql; then no candidate can use it either.
      return;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Loads the drivers that service files name. They register themselves.
   *
   * @param files the contents of the files
   */
  void register(List<byte[]> files) {
    protectApplication();
    for (byte[] file : files) {
      for (String line : new String(file, StandardCharsets.UTF_8).split("\r?\n|\r")) {
        String name = line.replaceAll("#.*", "").trim();
        if (!name.isEmpty()) {
          load(name);
        }
      }
    }
  }

  private void load(String name) {
    try {
      Class.forName(name, true, loader);
    } catch (Exception | LinkageError unusable) {
      // As DriverManager does: a driver that cannot be loaded is left out. Who needs it is told
      // that there is no suitable driver.
      return;
    }
  }

  /** Removes the drivers of the candidate's classes, if it has used {@code DriverManager}. */
  void deregister() {
    if (!isUsed.get()) {
      return;
    }
    try {
      // DriverManager accepts this only from a class that sees the drivers.
      Class<?> removal = loader.defineOwn(REMOVAL, classFile());
      ((Runnable) removal.getConstructor().newInstance()).run();
    } catch (Exception | LinkageError refused) {
      // Best effort: a driver that stays keeps the candidate's classes in memory.
      return;
    }
  }

  private static byte[] classFile() throws IOException {
    String name = REMOVAL.substring(REMOVAL.lastIndexOf('.') + 1) + ".class";
    try (InputStream in = JdbcDrivers.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the agent's jar has no " + name);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    }
  }
}
