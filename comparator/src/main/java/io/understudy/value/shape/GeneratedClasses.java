package io.understudy.value.shape;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Classes that were made at run time, whose fields are not what an object means. */
final class GeneratedClasses {
  private GeneratedClasses() {}

  /** Why an object of a generated class cannot be looked into; null for any other class. */
  static @Nullable String reason(Class<?> type) {
    String name = type.getName();
    if (Proxy.isProxyClass(type)) {
      return "a dynamic proxy" + ofInterface(type) + " cannot be looked into";
    }
    if (isLambda(type)) {
      return "a lambda" + ofInterface(type) + " cannot be looked into";
    }
    // CGLIB (Spring's too), javassist and Byte Buddy mark the names of what they make.
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

  /** Whether this is the class of a lambda expression or a method reference. */
  static boolean isLambda(Class<?> type) {
    return type.isSynthetic() && type.getName().contains("$$Lambda");
  }

  // The generated names themselves count up, and would make every reason a new one.
  private static String ofInterface(Class<?> type) {
    Class<?>[] interfaces = type.getInterfaces();
    return interfaces.length == 0 ? "" : " of " + interfaces[0].getName();
  }

  private static String superName(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return above == null || above == Object.class ? type.getSimpleName() : above.getName();
  }
}
