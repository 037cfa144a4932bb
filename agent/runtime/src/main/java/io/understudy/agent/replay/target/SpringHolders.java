package io.understudy.agent.replay.target;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds contexts that were refreshed before the agent was attached: Spring Boot 2.5 and later keeps
 * those that it closes at the end of the JVM, and Spring MVC keeps the root context of each web
 * application. Stateless.
 */
final class SpringHolders {
  private static final String BOOT = "org.springframework.boot.SpringApplication";
  private static final String WEB = "org.springframework.web.context.ContextLoader";

  private SpringHolders() {}

  /** Adds the contexts that are not in the list, and that run. */
  static void addContexts(Class<?> control, List<Object> into) {
    List<Object> found = new ArrayList<>();
    Object hook = staticField(control, BOOT, "shutdownHook");
    Object ofBoot = hook == null ? null : field(hook.getClass(), "contexts", hook);
    if (ofBoot instanceof Collection) {
      copy((Collection<?>) ofBoot, found);
    }
    Object ofWeb = staticField(control, WEB, "currentContextPerThread");
    if (ofWeb instanceof Map) {
      copy(((Map<?, ?>) ofWeb).values(), found);
    }
    for (Object each : found) {
      if (!contains(into, each) && isRunning(each)) {
        into.add(each);
      }
    }
  }

  private static boolean contains(List<Object> all, Object context) {
    for (Object each : all) {
      if (each == context) {
        return true;
      }
    }
    return false;
  }

  private static void copy(Collection<?> from, List<Object> into) {
    try {
      into.addAll(from);
    } catch (RuntimeException changedMeanwhile) {
      // The next search finds them.
      return;
    }
  }

  private static @Nullable Object staticField(Class<?> control, String owner, String name) {
    ClassLoader loader = control.getClassLoader();
    try {
      Class<?> type =
          Class.forName(owner, false, loader == null ? ClassLoader.getSystemClassLoader() : loader);
      return field(type, name, null);
    } catch (ClassNotFoundException | LinkageError none) {
      return null;
    }
  }

  private static @Nullable Object field(Class<?> owner, String name, @Nullable Object of) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(of);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError otherVersion) {
      return null;
    }
  }

  /** Whether the refresh of a context is over: before, it has no lifecycle to ask. */
  private static boolean isRunning(Object context) {
    try {
      Class<?> lifecycle =
          Class.forName(
              "org.springframework.context.Lifecycle", false, context.getClass().getClassLoader());
      return Boolean.TRUE.equals(lifecycle.getMethod("isRunning").invoke(context));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notRefreshed) {
      return false;
    }
  }
}
