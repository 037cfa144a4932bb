package io.understudy.value.contents;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Recognises classes that are generated at run time; their fields are no state of an object. */
public final class GeneratedClasses {
  private GeneratedClasses() {}

  /** Why objects of a generated class cannot be read; null for every other class. */
  public static @Nullable String reason(Class<?> type) {
    String name = type.getName();
    if (Proxy.isProxyClass(type)) {
      return "a dynamic proxy" + ofInterface(type) + " cannot be looked into";
    }
    if (isLambda(type)) {
      return "a lambda" + ofInterface(type) + " cannot be looked into";
    }
    // CGLIB (also Spring's), Javassist and Byte Buddy mark the names of the classes they generate.
    if (name.contains("$$EnhancerBy")
        || name.contains("$$SpringCGLIB$$")
        || name.contains("$$FastClassBy")
        || name.contains("_$$_jvst")
        || name.contains("_$$_javassist")
        || name.contains("$ByteBuddy$")
        || name.contains("$MockitoMock$")) {
      return "a generated proxy of " + superName(type) + " cannot be looked into";
    }
    return null;
  }

  /** Whether this is the class of a lambda expression or of a method reference. */
  static boolean isLambda(Class<?> type) {
    return type.isSynthetic() && type.getName().contains("$$Lambda");
  }

  // Generated names contain a counter, which would make each reason a different text.
  private static String ofInterface(Class<?> type) {
    Class<?>[] interfaces = type.getInterfaces();
    return interfaces.length == 0 ? "" : " of " + interfaces[0].getName();
  }

  private static String superName(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return above == null || above == Object.class ? type.getSimpleName() : above.getName();
  }
}
