package io.understudy.agent.classfile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;

/**
 * Whether all that can be seen of a method stands in its arguments: it returns nothing, and takes
 * what it may change. Told by its descriptor alone, since nothing may be loaded while a class is
 * being woven; what is immutable and not known by name is found so by being shared, not copied, at
 * each call.
 */
public final class ArgumentEffects {
  /** Of the packages below these classes need not be listed. */
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

  /** Whether that is so of a method with this descriptor. */
  public static boolean inArguments(String descriptor) {
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

  /** Whether nobody can change objects of this class, which is known by its name. */
  public static boolean isImmutable(String className) {
    for (String immutable : IMMUTABLE_PACKAGES) {
      if (className.startsWith(immutable)) {
        return true;
      }
    }
    return IMMUTABLE.contains(className);
  }
}
