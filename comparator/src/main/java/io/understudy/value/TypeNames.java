package io.understudy.value;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of classes as {@code Class.getName()} gives them. */
public final class TypeNames {
  private static final String PART = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
  private static final String CLASS = PART + "(\\." + PART + ")*";

  /** A class, or an array: {@code [B}, {@code [Ljava.lang.String;}. */
  private static final Pattern NAME = Pattern.compile(CLASS + "|\\[+([BCDFIJSZ]|L" + CLASS + ";)");

  private static final Map<String, String> WRAPPERS = new HashMap<>();

  static {
    WRAPPERS.put("boolean", "java.lang.Boolean");
    WRAPPERS.put("byte", "java.lang.Byte");
    WRAPPERS.put("char", "java.lang.Character");
    WRAPPERS.put("double", "java.lang.Double");
    WRAPPERS.put("float", "java.lang.Float");
    WRAPPERS.put("int", "java.lang.Integer");
    WRAPPERS.put("long", "java.lang.Long");
    WRAPPERS.put("short", "java.lang.Short");
  }

  private TypeNames() {}

  /** Whether a class could have this name. */
  public static boolean isTypeName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The class of boxed values of this primitive type; null for every other name. */
  public static @Nullable String wrapper(String name) {
    return WRAPPERS.get(name);
  }

  /** The last part of a class's name. */
  public static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
