package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.classfile.ClassFiles;
import io.understudy.agent.classfile.InitializationCycles;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.log.Log;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Initialises candidate classes whose static initialisers belong to a cycle, before the
 * application's {@code main} runs. Later, a thread of the application and a thread of the pool
 * could each initialise one class of the cycle, and wait for each other for ever.
 *
 * <p>Other candidates are initialised at their first call, since the initialiser may need what the
 * application sets up before. Runs on a thread of the candidates; an initialiser that fails makes
 * the calls unanswered.
 */
final class CandidateInitialization {
  /** The longest time in ms for which the start of the application waits for the initialisers. */
  private static final long MOST_MILLIS = 5_000;

  private final CandidateScope scope;
  private final Log log;

  CandidateInitialization(CandidateScope scope, Log log) {
    this.scope = scope;
    this.log = log;
  }

  /** Whether this thread runs before the application's {@code main}. */
  static boolean isBeforeMain() {
    for (StackTraceElement frame : Thread.currentThread().getStackTrace()) {
      if (frame.getMethodName().equals("loadClassAndCallPremain")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Initialises the classes among these that need it, and waits for them for a limited time. An
   * error, such as no memory for a thread, does not end the start of the agent: the classes are
   * initialised at their first call then.
   */
  void run(Collection<CallPoint> points) {
    try {
      initialiseAndWait(points);
    } catch (ThreadDeath stop) {
      throw stop;
    } catch (Throwable failure) {
      log.warn("the candidates are not initialised before the application starts", failure);
    }
  }

  private void initialiseAndWait(Collection<CallPoint> points) {
    Set<String> names = new LinkedHashSet<>();
    points.forEach(point -> addClasses(point.config(), names));
    Set<String> own = new LinkedHashSet<>(names);
    points.forEach(point -> own.add(point.config().control().className()));
    ClassPrefixes prefixes = new ClassPrefixes(own);
    Thread thread = scope.newThread(() -> initialise(names, prefixes), "understudy-initialisation");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    try {
      thread.join(MOST_MILLIS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn(
          "the static initialisers of the candidates take more than "
              + TimeUnit.MILLISECONDS.toSeconds(MOST_MILLIS)
              + " s; the application starts without waiting for them");
    }
  }

  private static void addClasses(CallConfig call, Set<String> into) {
    if (call.isolation() != null || !call.isHere()) {
      return; // no class of the application can be part of such a cycle
    }
    if (!call.candidate().isOpen()) {
      into.add(call.candidate().className());
    }
    MethodRef factory = call.factory();
    if (factory != null) {
      into.add(factory.className());
    }
  }

  private void initialise(Set<String> names, ClassPrefixes own) {
    scope.markThread();
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    InitializationCycles cycles = new InitializationCycles(files(loader), own::cover);
    for (String name : names) {
      try {
        if (cycles.isReachableFrom(name)) {
          Class.forName(name, true, loader);
          log.info(
              name
                  + " was initialised at the start, since its static initialiser belongs to a cycle");
        }
      } catch (ClassNotFoundException elsewhere) {
        // The class belongs to another loader, such as the one of a deployed application.
        continue;
      } catch (Throwable failure) {
        log.warn(name + " cannot be initialised; its calls will be unanswered", failure);
      }
    }
  }

  private static ClassFiles files(ClassLoader loader) {
    return internalName -> {
      try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
        return in == null ? null : bytes(in);
      } catch (IOException unreadable) {
        return null;
      }
    };
  }

  private static byte[] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  /** The code of the application, by the first two parts of the packages of known classes. */
  private static final class ClassPrefixes {
    private final Set<String> prefixes = new LinkedHashSet<>();

    ClassPrefixes(Set<String> classNames) {
      for (String name : classNames) {
        String[] parts = name.split("\\.");
        int count = Math.min(2, parts.length - 1);
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < count; i++) {
          prefix.append(parts[i]).append('/');
        }
        prefixes.add(prefix.toString());
      }
    }

    boolean cover(String internalName) {
      for (String prefix : prefixes) {
        if (prefix.isEmpty() ? internalName.indexOf('/') < 0 : internalName.startsWith(prefix)) {
          return !internalName.startsWith("[");
        }
      }
      return false;
    }
  }
}
