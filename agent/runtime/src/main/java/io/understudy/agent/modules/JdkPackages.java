package io.understudy.agent.modules;

import io.understudy.value.JdkFields;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets the agent, and nobody else, read the fields of a few classes of the JDK: of collections
 * whose methods would make the calling thread wait for a lock, of what is wrapped in others, and of
 * exceptions; and make objects as deserialisation does where the application has no module for
 * that. Opened are these packages and no more, to the unnamed module of the agent's own loader;
 * when that loader goes, so does the opening.
 *
 * <p>By reflection, since Java 8 has no modules; there nothing needs to be opened.
 */
public final class JdkPackages {
  private static final List<String> OF_BASE =
      Arrays.asList("java.lang", "java.util", "java.util.concurrent", "java.util.function");

  /** What {@code sun.reflect.ReflectionFactory} of the module jdk.unsupported stands before. */
  private static final String REFLECTION = "jdk.internal.reflect";

  private JdkPackages() {}

  /**
   * Opens them; to be called before any object is looked at. Where the JVM refuses, objects are
   * read by their public methods instead.
   */
  public static void open(Instrumentation instrumentation) {
    try {
      Class<?> module = Class.forName("java.lang.Module");
      Object ours = Class.class.getMethod("getModule").invoke(JdkFields.class);
      Map<String, Set<?>> opens = new HashMap<>();
      for (String name : OF_BASE) {
        opens.put(name, Collections.singleton(ours));
      }
      if (!hasUnsupported()) {
        opens.put(REFLECTION, Collections.singleton(ours));
      }
      Object base = Class.class.getMethod("getModule").invoke(Object.class);
      ApplicationModules.redefine(instrumentation, module, base, opens);
      JdkFields.opened();
    } catch (ClassNotFoundException java8) {
      return;
    } catch (ReflectiveOperationException | RuntimeException refused) {
      return;
    }
  }

  /** Whether jdk.unsupported is here: a JVM started with {@code -m} has what is required alone. */
  private static boolean hasUnsupported() {
    try {
      Class.forName("sun.reflect.ReflectionFactory");
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
