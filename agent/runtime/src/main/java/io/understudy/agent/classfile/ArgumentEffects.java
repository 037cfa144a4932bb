package io.understudy.agent.classfile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;

/**
 * Finds void methods with a mutable argument, whose effect is visible only in their arguments. It
 * reads only the descriptor, since no class may be loaded while a class is woven. Immutable classes
 * that are not listed here are found later, since capture shares their objects at each call.
 * Stateless.
 */
public final class ArgumentEffects {
  /** Prefixes of packages whose classes are all immutable. */
  private static final String[] IMMUTABLE_PACKAGES = {"java.time."};

  private static final Set<String> IMMUTABLE =
      new HashSet<>(
          Arrays.asList(
              "java.lang.String",
              "java.lang.Boolean",
              "java.lang.Byte",
              "java.lang.Character",
              "java.lang.Short",
              "java.lang.Integer",
              "java.lang.Long",
              "java.lang.Float",
              "java.lang.Double",
              "java.lang.Void",
              "java.lang.Class",
              "java.lang.Enum",
              "java.math.BigDecimal",
              "java.math.BigInteger",
              "java.util.UUID",
              "java.util.Locale",
              "java.util.Currency",
              "java.util.OptionalInt",
              "java.util.OptionalLong",
              "java.util.OptionalDouble",
              "java.util.regex.Pattern",
              "java.net.URI",
              "java.net.URL"));

  private ArgumentEffects() {}

  /** Whether the method is void and takes a mutable argument. */
  public static boolean areOnlyEffects(String descriptor) {
    if (Type.getReturnType(descriptor).getSort() != Type.VOID) {
      return false;
    }
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      if (isMutable(argument)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMutable(Type type) {
    if (type.getSort() != Type.OBJECT) {
      return type.getSort() == Type.ARRAY;
    }
    return !isImmutable(type.getClassName());
  }

  /** Whether objects of this class are immutable, by the name of the class. */
  public static boolean isImmutable(String className) {
    for (String immutable : IMMUTABLE_PACKAGES) {
      if (className.startsWith(immutable)) {
        return true;
      }
    }
    return IMMUTABLE.contains(className);
  }
}
