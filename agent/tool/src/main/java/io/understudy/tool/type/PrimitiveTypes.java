package io.understudy.tool.type;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Boxing (5.1.7) and widening (5.1.2) of primitive types after the Java Language Specification.
 * Stateless.
 */
public final class PrimitiveTypes {
  private static final List<String> WIDENING =
      Arrays.asList("byte", "short", "int", "long", "float", "double");
  private static final Map<String, String> BOXES = new HashMap<>();
  private static final Map<String, String> DESCRIPTORS = new HashMap<>();

  static {
    put("boolean", "java.lang.Boolean", "Z");
    put("byte", "java.lang.Byte", "B");
    put("char", "java.lang.Character", "C");
    put("short", "java.lang.Short", "S");
    put("int", "java.lang.Integer", "I");
    put("long", "java.lang.Long", "J");
    put("float", "java.lang.Float", "F");
    put("double", "java.lang.Double", "D");
  }

  private PrimitiveTypes() {}

  private static void put(String primitive, String box, String descriptor) {
    BOXES.put(primitive, box);
    DESCRIPTORS.put(primitive, descriptor);
  }

  /** Returns {@code I} for {@code int}; null for other than primitive types. */
  static @Nullable String descriptor(String name) {
    return DESCRIPTORS.get(name);
  }

  /** Whether this is the name of a primitive type; false for {@code void}. */
  public static boolean isPrimitive(String name) {
    return BOXES.containsKey(name);
  }

  /** Returns {@code java.lang.Integer} for {@code int}; any other name unchanged. */
  public static String boxed(String name) {
    return BOXES.getOrDefault(name, name);
  }

  /** Returns {@code int} for {@code java.lang.Integer}; any other name unchanged. */
  static String unboxed(String name) {
    for (Map.Entry<String, String> each : BOXES.entrySet()) {
      if (each.getValue().equals(name)) {
        return each.getKey();
      }
    }
    return name;
  }

  /** Whether a primitive type widens to another; false for the same type. */
  static boolean widens(String from, String to) {
    int start = from.equals("char") ? 1 : WIDENING.indexOf(from);
    return start >= 0 && WIDENING.indexOf(to) > start;
  }
}
