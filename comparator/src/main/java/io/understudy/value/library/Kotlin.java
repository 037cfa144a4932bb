package io.understudy.value.library;

import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Scalar;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of Kotlin types: value classes, unsigned numbers, lazy properties, durations,
 * instants. Data classes are not listed, because they are read by their fields.
 */
final class Kotlin {
  private Kotlin() {}

  /** An initialised lazy property is its value; others are opaque, and are not initialised. */
  static @Nullable Shape lazy(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    if (!type.getName().startsWith("kotlin.")) {
      return null; // The methods of an application's own Lazy class are not called.
    }
    Function<Object, @Nullable Object> made = Accessors.method(api, "isInitialized");
    Shape value = ShapeFactory.optional(type, Accessors.method(api, "getValue"));
    Shape missing =
        ShapeFactory.opaque(type.getName(), type.getName() + " was not asked for its value yet");
    return ShapeFactory.perObject(
        type.getName(), false, lazy -> Boolean.TRUE.equals(made.apply(lazy)) ? value : missing);
  }

  /** An unsigned number, whose class keeps its bits in a signed field. */
  static Shape number(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException, Uncapturable {
    Function<Object, @Nullable Object> bits = Accessors.of(type, "data");
    return ShapeFactory.scalar(
        type, Scalar.NUMBER, number -> unsigned(Accessors.present(bits.apply(number))));
  }

  private static Object unsigned(Object bits) {
    if (bits instanceof Long) {
      return (Long) bits < 0 ? new BigInteger(Long.toUnsignedString((Long) bits)) : bits;
    }
    if (bits instanceof Integer) {
      return Integer.toUnsignedLong((Integer) bits);
    }
    return bits instanceof Short
        ? Short.toUnsignedInt((Short) bits)
        : Byte.toUnsignedInt((Byte) bits);
  }

  /** A duration, read by the static methods that Kotlin compiles for the value class. */
  static Shape duration(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException, Uncapturable {
    Function<Object, @Nullable Object> raw = Accessors.of(type, "rawValue");
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    Function<Object, @Nullable Object> seconds =
        Accessors.through(lookup.unreflect(type.getMethod("getInWholeSeconds-impl", long.class)));
    Function<Object, @Nullable Object> nanos =
        Accessors.through(
            lookup.unreflect(type.getMethod("getNanosecondsComponent-impl", long.class)));
    return ShapeFactory.scalar(
        type,
        Duration.class,
        of -> {
          Object value = Accessors.present(raw.apply(of));
          long whole = (Long) Accessors.present(seconds.apply(value));
          return Duration.ofSeconds(whole, (Integer) Accessors.present(nanos.apply(value)));
        });
  }

  static Shape instant(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> seconds = Accessors.method(type, "getEpochSeconds");
    Function<Object, @Nullable Object> nanos = Accessors.method(type, "getNanosecondsOfSecond");
    return ShapeFactory.scalar(
        type,
        Scalar.INSTANT,
        at ->
            Instant.ofEpochSecond(
                (Long) Accessors.present(seconds.apply(at)),
                (Integer) Accessors.present(nanos.apply(at))));
  }

  /** The shape of a value class: it stands for its one value. Null for every other class. */
  static @Nullable Shape inline(Class<?> type) {
    try {
      if (!isInline(type)) {
        return null;
      }
      List<Field> fields = InstanceFields.opened(type);
      return fields.size() == 1
          ? ShapeFactory.standInByField(type.getName(), Accessors.of(type, fields.get(0).getName()))
          : null;
    } catch (Uncapturable | ReflectiveOperationException unreadable) {
      return ShapeFactory.opaque(type.getName(), type.getName() + " cannot be read");
    }
  }

  private static boolean isInline(Class<?> type) {
    if (Origin.isJdk(type) || !Modifier.isFinal(type.getModifiers())) {
      return false;
    }
    // Its annotations would tell it too, but reading them may initialise classes that they name.
    try {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals("unbox-impl")) {
          return true;
        }
      }
    } catch (LinkageError missing) {
      return false;
    }
    return false;
  }
}
