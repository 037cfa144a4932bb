package io.understudy.tool.type;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.type.TypeDescription;

/** The sorts of values that a declared type may hold, as far as conversions distinguish them. */
public enum ValueSort {
  /** A text, a character, or a constant of an enum. */
  TEXT,
  BOOLEAN,
  NUMBER,
  /** A point in time, a day or a time of day. */
  TIME,
  LIST,
  SET,
  /** A collection that may be a list or a set. */
  COLLECTION,
  MAP,
  OPTIONAL,
  /** An object of the application with named parts. */
  RECORD,
  /** Another value of the JDK. */
  OTHER,
  /** Any object, or not known. */
  OPEN;

  private static final List<String> TIMES =
      Arrays.asList(
          "java.util.Date", "java.util.Calendar", "java.time.temporal.TemporalAccessor");
  private static final List<String> TEXTS =
      Arrays.asList("java.lang.CharSequence", "java.lang.Character", "java.lang.Enum");

  /** Returns the sort of a declared type. */
  public static ValueSort of(StaticType type, TypeLookup types) {
    if (type == StaticType.UNKNOWN) {
      return OPEN;
    }
    if (type.isArray()) {
      return LIST;
    }
    String name = PrimitiveTypes.boxed(type.name());
    Set<String> above = types.closure(name);
    if (!Collections.disjoint(above, TEXTS)) {
      return TEXT;
    }
    if (name.equals("java.lang.Boolean") || above.contains("java.util.concurrent.atomic.AtomicBoolean")) {
      return BOOLEAN;
    }
    if (above.contains("java.lang.Number")) {
      return NUMBER;
    }
    if (!Collections.disjoint(above, TIMES)) {
      return TIME;
    }
    if (above.contains("java.util.Optional")) {
      return OPTIONAL;
    }
    if (above.contains("java.util.Map")) {
      return MAP;
    }
    if (above.contains("java.lang.Iterable")) {
      boolean isList = above.contains("java.util.List");
      return isList ? LIST : above.contains("java.util.Set") ? SET : COLLECTION;
    }
    return ofOther(name, types);
  }

  private static ValueSort ofOther(String name, TypeLookup types) {
    TypeDescription found = types.find(name);
    if (found == null || name.equals("java.lang.Object")) {
      return OPEN;
    }
    if (name.startsWith("java.")) {
      return found.isFinal() ? OTHER : OPEN;
    }
    return found.isAbstract() ? OPEN : RECORD;
  }

  /** Whether values of this sort may become values of another. */
  public boolean mayBecome(ValueSort other) {
    if (this == OPEN || other == OPEN || this == OPTIONAL || other == OPTIONAL) {
      return true;
    }
    switch (this) {
      case COLLECTION:
        return other == LIST || other == SET || other == COLLECTION;
      case LIST:
      case SET:
        return other == this || other == COLLECTION;
      case RECORD:
        return other == RECORD || other == MAP;
      default:
        return this == other && this != OTHER;
    }
  }
}
