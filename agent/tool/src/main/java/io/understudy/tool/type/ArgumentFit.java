package io.understudy.tool.type;

import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** How well an argument of the control fits a parameter of the candidate, the best first. */
public enum ArgumentFit {
  /** Same type, a supertype, or a wider primitive. */
  SUBTYPE,
  /** After boxing or unboxing, and widening. */
  BOXED,
  /** Only some objects of the type fit; each call decides. */
  CAST,
  /** An id that is converted, for example a number to text; each call decides whether it can be. */
  CONVERTED,
  /** Unknown, because a class is not on the class path. */
  UNKNOWN,
  /** No argument fits. */
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

  /** Returns how well an argument of type {@code from} fits a parameter of type {@code to}. */
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

  /** Returns how well an id of type {@code from} fits a parameter of type {@code to}. */
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
    return mayHaveCommonSubtype(source, target) ? CAST : NEVER;
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

  /** Whether a subclass may have both types: one is an interface, and the other is not final. */
  private static boolean mayHaveCommonSubtype(TypeDescription a, TypeDescription b) {
    return (a.isInterface() && !isClosed(b)) || (b.isInterface() && !isClosed(a));
  }

  private static boolean isClosed(TypeDescription type) {
    return type.isFinal() || type.isArray();
  }

  /** Returns the worse of two; null is ignored. */
  public static ArgumentFit worse(@Nullable ArgumentFit a, ArgumentFit b) {
    return a == null || b.compareTo(a) > 0 ? b : a;
  }
}
