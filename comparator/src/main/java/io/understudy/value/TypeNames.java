package io.understudy.value;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions on names of classes in the form of {@code Class.getName()}. */
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

  /** The name of the wrapper class of this primitive type; null for every other name. */
  public static @Nullable String wrapper(String name) {
    return WRAPPERS.get(name);
  }

  /** The simple name of a class: the text after the last dot or dollar sign. */
  public static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
