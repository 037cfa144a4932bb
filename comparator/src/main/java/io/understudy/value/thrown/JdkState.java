package io.understudy.value.thrown;

import io.understudy.value.Origin;
import io.understudy.value.RacyReads;
import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts that exception classes of the JDK add to {@code Throwable}, such as the SQLState of a
 * {@code SQLException}. Each instance field must be readable: by reflection, or through a public
 * getter of the same class. A class with another field has unknown state.
 */
final class JdkState {
  private static final MethodHandles.Lookup PUBLIC = MethodHandles.publicLookup();
  private static final MethodType READER = MethodType.methodType(Object.class, Object.class);

  /** Fields that are no content: what {@code NullPointerException} computes from its stack. */
  private static final Set<String> NO_CONTENT =
      new HashSet<>(
          Arrays.asList(
              "java.lang.NullPointerException.numStackTracesFilledIn",
              "java.lang.NullPointerException.extendedMessage",
              "java.lang.NullPointerException.extendedMessageState"));

  private JdkState() {}

  /**
   * The parts that the JDK superclasses of an exception add, superclasses first.
   *
   * @throws Uncapturable when one of their fields cannot be read
   */
  static List<ThrownPart> of(Class<?> type) throws Uncapturable {
    List<ThrownPart> parts = new ArrayList<>();
    collect(ThrownParts.firstOfJdk(type), type, parts);
    return parts;
  }

  private static void collect(Class<?> at, Class<?> type, List<ThrownPart> parts)
      throws Uncapturable {
    if (at == Throwable.class) {
      return;
    }
    collect(at.getSuperclass(), type, parts);
    for (Field field : declared(at, type)) {
      if (!Modifier.isStatic(field.getModifiers())
          && !CommonState.isCause(field)
          && !NO_CONTENT.contains(at.getName() + "." + field.getName())) {
        parts.add(part(field, type));
      }
    }
  }

  private static Field[] declared(Class<?> at, Class<?> type) throws Uncapturable {
    try {
      return at.getDeclaredFields();
    } catch (LinkageError missing) {
      throw new Uncapturable(type.getName() + " has state of a class that cannot be loaded");
    }
  }

  private static ThrownPart part(Field field, Class<?> type) throws Uncapturable {
    Class<?> owner = field.getDeclaringClass();
    Method getter = ExceptionGetters.of(field);
    String name = getter == null ? field.getName() : ExceptionGetters.partName(getter);
    RacyReads.Ref readable = RacyReads.refField(owner, field.getName());
    if (readable != null) {
      return new ThrownPart(name, readable::get);
    }
    try {
      if (Modifier.isPublic(field.getModifiers())) {
        return new ThrownPart(name, reader(PUBLIC.unreflectGetter(field)));
      }
      if (getter != null && isOfJdk(type, getter)) {
        return new ThrownPart(name, reader(PUBLIC.unreflect(getter)));
      }
    } catch (IllegalAccessException hidden) {
      // The module does not export the package of the class.
    }
    throw new Uncapturable(
        type.getName()
            + " has state that cannot be read: the field "
            + field.getName()
            + " of "
            + owner.getName());
  }

  /** Whether the method that runs for objects of the class belongs to the JDK. */
  private static boolean isOfJdk(Class<?> type, Method getter) {
    try {
      return Origin.isJdk(type.getMethod(getter.getName()).getDeclaringClass());
    } catch (NoSuchMethodException | LinkageError unknown) {
      return false;
    }
  }

  private static Function<Object, @Nullable Object> reader(MethodHandle handle) {
    MethodHandle untyped = handle.asType(READER);
    return thrown -> {
      try {
        return (@Nullable Object) untyped.invokeExact(thrown);
      } catch (RuntimeException | Error unreadable) {
        throw unreadable;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible); // The getters declare no checked exceptions.
      }
    };
  }
}
