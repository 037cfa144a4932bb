package io.understudy.agent.replay.target;

import io.understudy.compare.identity.Id;
import io.understudy.value.view.ExactNumbers;
import java.lang.invoke.MethodType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Converts the control's arguments to the parameter types of the candidate. Stateless. */
final class ParameterConversion {
  private static final Class<?>[] WIDENING = {
    byte.class, short.class, int.class, long.class, float.class, double.class
  };

  private ParameterConversion() {}

  /** How well an argument of a static type fits a parameter, best first. */
  enum Fit {
    /** Same type, a supertype, or a wider primitive. */
    SUBTYPE,
    /** After boxing or unboxing, and widening. */
    BOXED,
    /** Only some objects of the type fit, as after erasure of generics; checked at each call. */
    CAST,
    /**
     * The argument is an id that may be converted, such as a number to a UUID; checked at each
     * call.
     */
    CONVERTED,
    /** No object of the type fits. */
    NEVER
  }

  /** How well arguments of type {@code from} fit parameters of type {@code to}. */
  static Fit fit(Class<?> from, Class<?> to) {
    if (to.isAssignableFrom(from) || widens(from, to)) {
      return Fit.SUBTYPE;
    }
    Class<?> plainFrom = unboxed(from);
    Class<?> plainTo = unboxed(to);
    if (boxed(to).isAssignableFrom(boxed(from)) || widens(plainFrom, plainTo)) {
      return Fit.BOXED;
    }
    boolean related = boxed(from).isAssignableFrom(boxed(to));
    // A subclass of a class that is not final may implement the interface.
    boolean mayMeet = (from.isInterface() && !isFinal(to)) || (to.isInterface() && !isFinal(from));
    return related || mayMeet ? Fit.CAST : Fit.NEVER;
  }

  private static boolean isFinal(Class<?> type) {
    return java.lang.reflect.Modifier.isFinal(type.getModifiers());
  }

  /** Widening of primitives, Java Language Specification 5.1.2; a type does not widen to itself. */
  private static boolean widens(Class<?> from, Class<?> to) {
    int start = from == char.class ? 1 : indexOf(from);
    return start >= 0 && indexOf(to) > start;
  }

  private static int indexOf(Class<?> type) {
    for (int i = 0; i < WIDENING.length; i++) {
      if (WIDENING[i] == type) {
        return i;
      }
    }
    return -1;
  }

  /** How well ids of type {@code from} fit parameters of type {@code to}. */
  static Fit fitOfIds(Class<?> from, Class<?> to) {
    Fit fit = fit(from, to);
    return fit == Fit.NEVER && holdsIds(from) && holdsIds(to) ? Fit.CONVERTED : fit;
  }

  private static boolean holdsIds(Class<?> type) {
    Class<?> boxed = boxed(type);
    return Number.class.isAssignableFrom(boxed)
        || CharSequence.class.isAssignableFrom(boxed)
        || boxed == UUID.class;
  }

  /**
   * Converts an argument as {@link #convert} does; an id is also converted between all classes that
   * hold ids.
   *
   * @throws UnansweredException as {@link #convert} does
   */
  static @Nullable Object convertId(@Nullable Object argument, Class<?> to, int index)
      throws UnansweredException {
    Id id = boxed(to).isInstance(argument) ? null : Id.of(argument);
    Object converted = id == null ? null : id.as(to);
    return converted == null ? convert(argument, to, index) : converted;
  }

  /**
   * Converts an argument to the type of a parameter.
   *
   * @param index from 0, for the reason
   * @throws UnansweredException when it does not fit: null for a primitive, or an object of another
   *     class, which may have the same name in another class loader
   */
  static @Nullable Object convert(@Nullable Object argument, Class<?> to, int index)
      throws UnansweredException {
    if (argument == null) {
      if (to.isPrimitive()) {
        throw new UnansweredException(
            "argument " + index + " is null and the candidate takes " + to);
      }
      return null;
    }
    if (boxed(to).isInstance(argument)) {
      return argument;
    }
    Class<?> from = argument.getClass();
    Class<?> plain = unboxed(to);
    if (widens(unboxed(from), plain)) {
      Object widened = widened(argument, plain);
      if (argument instanceof Character || ExactNumbers.equal(argument, widened)) {
        return widened;
      }
      throw new UnansweredException(
          "argument " + index + " is a " + from.getName() + " that no " + plain + " holds exactly");
    }
    String name = from.getName();
    String other = name.equals(to.getName()) ? " of another class loader" : "";
    throw new UnansweredException(
        "argument "
            + index
            + " is a "
            + name
            + " and the candidate takes a "
            + to.getName()
            + other);
  }

  private static Object widened(Object argument, Class<?> to) {
    Number number =
        argument instanceof Character ? (Number) (int) (Character) argument : (Number) argument;
    if (to == double.class) {
      return number.doubleValue();
    } else if (to == float.class) {
      return number.floatValue();
    } else if (to == long.class) {
      return number.longValue();
    } else if (to == int.class) {
      return number.intValue();
    }
    return number.shortValue();
  }

  private static Class<?> boxed(Class<?> type) {
    return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
  }

  private static Class<?> unboxed(Class<?> type) {
    return MethodType.methodType(type).unwrap().returnType();
  }
}
