package io.understudy.tool.check;

import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import java.util.function.Predicate;

/**
 * The classes that a control sees. A candidate with a class path of its own sees others, some of
 * the same names. Not thread-safe.
 */
final class ControlSide {
  final TypeLookup types;
  final TypePartsFinder parts;
  private final Predicate<String> isForeign;

  /** The candidate sees the same classes. */
  ControlSide(TypeLookup types, TypePartsFinder parts) {
    this(types, parts, name -> false);
  }

  /**
   * The candidate sees some other classes.
   *
   * @param isForeign whether the candidate does not see the control's class of this name
   */
  ControlSide(TypeLookup types, TypePartsFinder parts, Predicate<String> isForeign) {
    this.types = types;
    this.parts = parts;
    this.isForeign = isForeign;
  }

  /** Whether a type of the control, as source code writes it, has a class that is foreign. */
  boolean isForeign(String type) {
    for (String name : type.split("[^\\p{L}\\p{N}_.$]+")) {
      if (isForeign.test(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the candidate may take objects of a foreign class of the control as they are. */
  boolean isPassed(StaticType from, StaticType to) {
    return isPassed(from.rawName(), to.rawName()) && to.toString().equals(to.rawName());
  }

  /** As {@link #isPassed(StaticType, StaticType)}, for types without type arguments. */
  boolean isPassed(String from, String to) {
    return to.equals("java.lang.Object") || (!isForeign(to) && types.closure(from).contains(to));
  }
}
