package io.understudy.agent.modules;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens the named modules of a modular application to the agent's loader only, as {@code
 * --add-opens} would, so that the agent can read the fields of its objects. {@link JdkPackages}
 * opens a few packages of the JDK.
 *
 * <p>Uses reflection, since Java 8 has no modules. Stateless.
 */
public final class ApplicationModules {
  private ApplicationModules() {}

  /** Opens the modules of the boot layer; does nothing on Java 8. */
  public static void open(Instrumentation instrumentation) {
    try {
      Class<?> module = Class.forName("java.lang.Module");
      Object agent = Class.class.getMethod("getModule").invoke(ApplicationModules.class);
      Class<?> layer = Class.forName("java.lang.ModuleLayer");
      Object boot = layer.getMethod("boot").invoke(null);
      for (Object candidate : (Set<?>) layer.getMethod("modules").invoke(boot)) {
        if (isOfApplication(module, candidate)) {
          open(instrumentation, module, candidate, agent);
        }
      }
    } catch (ClassNotFoundException java8) {
      return;
    } catch (ReflectiveOperationException | RuntimeException refused) {
      // Then calls with objects from closed modules are uncaptured, with that reason.
      return;
    }
  }

  private static boolean isOfApplication(Class<?> module, Object candidate)
      throws ReflectiveOperationException {
    String name = (String) module.getMethod("getName").invoke(candidate);
    @Nullable Object loader = module.getMethod("getClassLoader").invoke(candidate);
    // Some modules of the JDK, such as jdk.compiler, belong to the application's loader.
    return loader != null && !name.startsWith("java.") && !name.startsWith("jdk.");
  }

  private static void open(
      Instrumentation instrumentation, Class<?> module, Object candidate, Object agent)
      throws ReflectiveOperationException {
    Map<String, Set<?>> opens = new HashMap<>();
    for (Object name : (Set<?>) module.getMethod("getPackages").invoke(candidate)) {
      opens.put((String) name, Collections.singleton(agent));
    }
    redefine(instrumentation, module, candidate, opens);
  }

  /** Opens further packages of a module to modules. */
  static void redefine(
      Instrumentation instrumentation, Class<?> module, Object named, Map<String, Set<?>> opens)
      throws ReflectiveOperationException {
    Method redefine =
        Instrumentation.class.getMethod(
            "redefineModule", module, Set.class, Map.class, Map.class, Set.class, Map.class);
    redefine.invoke(
        instrumentation,
        named,
        Collections.emptySet(),
        Collections.emptyMap(),
        opens,
        Collections.emptySet(),
        Collections.emptyMap());
  }
}
