package io.understudy.tool.type;

import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** How well what the control is called with goes into a parameter of the candidate. */
public enum ArgumentFit {
  /** Same type, a supertype, or a wider primitive. */
  SUBTYPE,
  /** After boxing or unboxing, and widening. */
  BOXED,
  /** Only some objects of the type fit; that shows with each call. */
  CAST,
  /** An id, converted: a number for a text, and so on; whether it can be shows with each call. */
  CONVERTED,
  /** A class is not on the class path, so nobody can tell. */
  UNKNOWN,
  /** None can. */
  NEVER;

  private static final List<String> ID_TYPES =
      Arrays.asList(
          "java.lang.String",
          "java.lang.CharSequence",
          "java.lang.Long",
          "java.lang.Integer",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Double",
          "java.lang.Float",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "java.util.UUID");

  /** How well an argument of type {@code from} goes into a parameter of type {@code to}. */
  public static ArgumentFit of(String from, String to, TypeLookup types) {
    if (from.equals(to) || PrimitiveTypes.widens(from, to)) {
      return SUBTYPE;
    }
    if (PrimitiveTypes.widens(PrimitiveTypes.unboxed(from), PrimitiveTypes.unboxed(to))) {
      return BOXED;
    }
    boolean plain = PrimitiveTypes.isPrimitive(from) || PrimitiveTypes.isPrimitive(to);
    ArgumentFit fit = ofReferences(PrimitiveTypes.boxed(from), PrimitiveTypes.boxed(to), types);
    return fit == SUBTYPE && plain ? BOXED : fit;
  }

  /** How well an id of type {@code from} goes into a parameter of type {@code to}. */
  public static ArgumentFit ofId(String from, String to, TypeLookup types) {
    ArgumentFit fit = of(from, to, types);
    return fit == NEVER && holdsIds(from) && holdsIds(to) ? CONVERTED : fit;
  }

  private static boolean holdsIds(String type) {
    return ID_TYPES.contains(PrimitiveTypes.boxed(type));
  }

  private static ArgumentFit ofReferences(String from, String to, TypeLookup types) {
    if (from.equals(to) || to.equals("java.lang.Object")) {
      return SUBTYPE;
    }
    if (from.equals("java.lang.Object")) {
      return CAST;
    }
    boolean arrays = from.endsWith("[]") && to.endsWith("[]");
    if (arrays) {
      return ofElements(element(from), element(to), types);
    }
    TypeDescription source = types.find(from);
    TypeDescription target = types.find(to);
    if (types.closure(from).contains(to)) {
      return SUBTYPE;
    }
    if (types.closure(to).contains(from)) {
      return CAST;
    }
    if (source == null || target == null) {
      return UNKNOWN;
    }
    return mayMeet(source, target) ? CAST : NEVER;
  }

  private static ArgumentFit ofElements(String from, String to, TypeLookup types) {
    if (PrimitiveTypes.isPrimitive(from) || PrimitiveTypes.isPrimitive(to)) {
      return from.equals(to) ? SUBTYPE : NEVER;
    }
    return ofReferences(from, to, types);
  }

  private static String element(String array) {
    return array.substring(0, array.length() - 2);
  }

  /** An interface and a class that is not final may meet in a subclass. */
  private static boolean mayMeet(TypeDescription a, TypeDescription b) {
    return (a.isInterface() && !closed(b)) || (b.isInterface() && !closed(a));
  }

  private static boolean closed(TypeDescription type) {
    return type.isFinal() || type.isArray();
  }

  /** The worse of two; null counts as nothing. */
  public static ArgumentFit worse(@Nullable ArgumentFit a, ArgumentFit b) {
    return a == null || b.compareTo(a) > 0 ? b : a;
  }
}
