package io.understudy.agent.isolated;

import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.call.PerDeployment;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.IsolationConfig;
import io.understudy.agent.thread.AgentThread;
import io.understudy.journal.CodeIdentity;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The class loaders of the isolated candidates of one configuration: one for each class path in
 * each deployment, which call points share. A loader is made at the first call. It is collected
 * with the application, or after {@link #close}. Thread-safe.
 */
public final class IsolatedLoaders {
  /** The longest time in ms for what the candidates' classes do when they are closed. */
  private static final long CLOSE_MILLIS = 2_000;

  private final Map<IsolationConfig, IsolatedClassPath> paths = new HashMap<>();
  private final List<WeakReference<IsolatedLoader>> made = new ArrayList<>();
  private final PerDeployment<Map<IsolationConfig, IsolatedLoader>> loaders =
      new PerDeployment<>(HashMap::new);
  private boolean closed;

  /** Creates an empty collection. */
  public IsolatedLoaders() {}

  /**
   * Returns why a class path of a configuration cannot be used, with the file; null if all can.
   * Reads only the directories of the jars.
   */
  public static @Nullable String findObstacle(Config config) {
    for (CallConfig call : config.calls()) {
      IsolationConfig isolation = call.isolation();
      String obstacle =
          isolation == null ? null : IsolatedClassPath.findObstacle(isolation.classPath());
      if (obstacle != null) {
        return "the classpath: of the call point " + call.name() + ": " + obstacle;
      }
    }
    return null;
  }

  /**
   * Returns the loader of a class path, for the deployment of a control. The first call opens the
   * class path and runs the initialisers of its JDBC drivers.
   *
   * @throws IOException if the class path cannot be opened; the message names the file
   */
  public IsolatedLoader of(Class<?> control, IsolationConfig config) throws IOException {
    Map<IsolationConfig, IsolatedLoader> ofDeployment = loaders.of(control);
    IsolatedLoader loader;
    synchronized (this) {
      IsolatedLoader known = ofDeployment.get(config);
      loader = known != null ? known : make(control, config);
      ofDeployment.put(config, loader);
    }
    // Not under the lock: it runs code of the candidate, which may never return.
    loader.start();
    return loader;
  }

  private IsolatedLoader make(Class<?> control, IsolationConfig config) throws IOException {
    if (closed) {
      throw new IOException("the configuration has been replaced");
    }
    IsolatedClassPath path = paths.get(config);
    if (path == null) {
      path = IsolatedClassPath.open(config.classPath());
      paths.put(config, path);
    }
    IsolatedLoader loader = new IsolatedLoader(path, config, control.getClassLoader());
    made.removeIf(reference -> reference.get() == null);
    made.add(new WeakReference<>(loader));
    return loader;
  }

  /** Returns the build of the code on a class path; null as long as it has not been opened. */
  public synchronized @Nullable CodeIdentity identity(IsolationConfig config) {
    IsolatedClassPath path = paths.get(config);
    return path == null ? null : path.identity();
  }

  /**
   * Closes all loaders, after the last call of their candidates.
   *
   * @param scope knows the threads of candidates
   * @return a text for people about threads that keep classes of candidates in memory; empty if
   *     there are none
   */
  public String close(CandidateScope scope) {
    List<IsolatedLoader> open = new ArrayList<>();
    List<IsolatedClassPath> opened;
    synchronized (this) {
      closed = true;
      for (WeakReference<IsolatedLoader> each : made) {
        IsolatedLoader loader = each.get();
        if (loader != null) {
          open.add(loader);
        }
      }
      made.clear();
      opened = new ArrayList<>(paths.values());
    }
    if (!open.isEmpty()) {
      runLimited(
          () -> {
            scope.markThread();
            open.forEach(IsolatedLoader::close);
          });
    }
    opened.forEach(IsolatedClassPath::close);
    return describe(threads(scope, open));
  }

  // Not on a thread of the candidates: these may not remove drivers.
  private static void runLimited(Runnable task) {
    try {
      Thread thread = new AgentThread(task, "understudy-close");
      thread.start();
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** The threads of candidates that would load classes by one of these loaders. */
  private static TreeSet<String> threads(CandidateScope scope, List<IsolatedLoader> of) {
    TreeSet<String> names = new TreeSet<>();
    for (Thread each : of.isEmpty() ? new ArrayList<Thread>() : scope.threads()) {
      ClassLoader context = each.getContextClassLoader();
      if (context != null && of.contains(context)) {
        names.add(each.getName());
      }
    }
    return names;
  }

  private static String describe(TreeSet<String> threads) {
    return threads.isEmpty()
        ? ""
        : "threads that isolated candidates have started still run, and keep their classes in"
            + " memory until they end: "
            + String.join(", ", threads);
  }
}
