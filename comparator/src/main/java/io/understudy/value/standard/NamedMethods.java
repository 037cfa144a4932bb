package io.understudy.value.standard;

import io.understudy.value.shape.Accessors;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Calls public methods of JDK classes by name. Code that names classes of java.util.logging or of
 * JMX could initialise these frameworks before the application configures them, and not every JVM
 * has their modules. Stateless.
 */
final class NamedMethods {
  private NamedMethods() {}

  /**
   * Calls a method.
   *
   * @param live an object of the owner or of a subclass
   * @param owner the name of the public class that declares the method
   * @param arguments texts only
   * @throws Accessors.UnreadableException when the method throws, or cannot be called
   */
  static @Nullable Object call(Object live, String owner, String name, String... arguments) {
    Class<?>[] types = new Class<?>[arguments.length];
    Arrays.fill(types, String.class);
    try {
      Method method = owner(live.getClass(), owner).getMethod(name, types);
      return method.invoke(live, (Object[]) arguments);
    } catch (InvocationTargetException thrown) {
      throw new Accessors.UnreadableException(thrown.getTargetException());
    } catch (ReflectiveOperationException impossible) {
      throw new Accessors.UnreadableException(impossible);
    }
  }

  private static Class<?> owner(Class<?> type, String name) {
    Class<?> at = type;
    while (!at.getName().equals(name) && at.getSuperclass() != null) {
      at = at.getSuperclass();
    }
    return at;
  }
}
