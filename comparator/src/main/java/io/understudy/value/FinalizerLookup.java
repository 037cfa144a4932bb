package io.understudy.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Finds the class that overrides {@code Object.finalize}. An empty method counts too: the JVM does
 * not call it, but its body may differ in another version of the class. Stateless.
 */
final class FinalizerLookup {
  private static final MethodType NOTHING = MethodType.methodType(void.class);

  private FinalizerLookup() {}

  /** The class itself or the nearest superclass with a finalizer; null if there is none. */
  static @Nullable Class<?> owner(Class<?> type) {
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      try {
        for (Method method : at.getDeclaredMethods()) {
          if (isFinalizer(method)) {
            return at;
          }
        }
      } catch (LinkageError missing) {
        // Another method has a parameter type that cannot be loaded.
        return ofLookup(at);
      }
    }
    return null;
  }

  /** The methods that a class declares; empty if a type in their signatures is missing. */
  static Collection<Method> methods(Class<?> at) {
    try {
      return Arrays.asList(at.getDeclaredMethods());
    } catch (LinkageError missing) {
      return Collections.emptyList();
    }
  }

  private static boolean isFinalizer(Method method) {
    return method.getName().equals("finalize")
        && method.getParameterCount() == 0
        && method.getReturnType() == void.class;
  }

  /** Asks the JVM for this method alone; the class itself when the JVM refuses the answer. */
  private static @Nullable Class<?> ofLookup(Class<?> type) {
    try {
      MethodHandles.Lookup lookup = lookup(type);
      MethodHandle method = lookup.findVirtual(type, "finalize", NOTHING);
      Class<?> owner = lookup.revealDirect(method).getDeclaringClass();
      return owner == Object.class ? null : owner;
    } catch (NoSuchMethodException none) {
      return null;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError refused) {
      return type;
    }
  }

  // MethodHandles.privateLookupIn exists since Java 9. On Java 8 the field is open to everybody.
  private static MethodHandles.Lookup lookup(Class<?> type) throws ReflectiveOperationException {
    try {
      Method in =
          MethodHandles.class.getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class);
      return (MethodHandles.Lookup) in.invoke(null, type, MethodHandles.lookup());
    } catch (NoSuchMethodException java8) {
      Field trusted = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
      trusted.setAccessible(true);
      return (MethodHandles.Lookup) trusted.get(null);
    }
  }
}
