package io.understudy.agent.modules;

import io.understudy.agent.raw.FieldMentions;
import io.understudy.agent.raw.RawObjects;
import io.understudy.value.JdkFields;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens a few packages of the JDK to the agent, so that it can read fields of collections whose
 * methods take a lock, of wrappers, and of exceptions, and can make objects without constructors.
 * The packages are opened only to the unnamed module of the agent's loader, and the opening ends
 * when that loader is collected.
 *
 * <p>Uses reflection, since Java 8 has no modules and needs no opening. Stateless.
 */
public final class JdkPackages {
  private static final List<String> OF_BASE =
      Arrays.asList(
          "java.lang",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "jdk.internal.misc",
          "jdk.internal.reflect");

  private JdkPackages() {}

  /**
   * Opens the packages. Call it before any object is read. If the JVM refuses, objects are read by
   * their public methods, and objects of the application cannot be copied.
   */
  public static void open(Instrumentation instrumentation) {
    try {
      Class<?> module = Class.forName("java.lang.Module");
      Object ours = Class.class.getMethod("getModule").invoke(JdkFields.class);
      Map<String, Set<?>> opens = new HashMap<>();
      for (String name : OF_BASE) {
        opens.put(name, Collections.singleton(ours));
      }
      Object base = Class.class.getMethod("getModule").invoke(Object.class);
      ApplicationModules.redefine(instrumentation, module, base, opens);
      JdkFields.opened(OF_BASE);
    } catch (ClassNotFoundException java8) {
      return;
    } catch (ReflectiveOperationException | RuntimeException refused) {
      return;
    } finally {
      // These find their means now, while no code of the application is running.
      RawObjects.isAvailable();
      FieldMentions.isFast();
    }
  }
}
