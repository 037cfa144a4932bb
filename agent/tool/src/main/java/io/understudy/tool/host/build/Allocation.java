package io.understudy.tool.host.build;

import io.understudy.value.InstanceFields;
import io.understudy.value.Uncapturable;
import io.understudy.value.contents.StateFields;
import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How objects of one class are made: the names and types of its parts. Immutable. */
final class Allocation {
  final List<String> names = new ArrayList<>();
  final List<Type> types = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private @Nullable Constructor<?> constructor;

  private Allocation() {}

  /**
   * Looks at a class.
   *
   * @param withoutConstructor whether objects are made without running a constructor, since the
   *     control's class is the same one
   * @throws ReflectiveOperationException when objects cannot be made; the message says why
   */
  static Allocation of(Class<?> type, boolean withoutConstructor)
      throws ReflectiveOperationException {
    Allocation made = new Allocation();
    if (type.getSuperclass() != null && type.getSuperclass().getName().equals("java.lang.Record")) {
      made.record(type);
      return made;
    }
    List<Field> state;
    try {
      state = StateFields.ofRecord(InstanceFields.opened(type));
    } catch (Uncapturable closed) {
      throw new ReflectiveOperationException(closed.reason());
    }
    List<String> known = StandardShapes.ofInstances(type).names();
    if (known.size() != state.size()) {
      throw new ReflectiveOperationException("a class whose parts are not its fields");
    }
    made.names.addAll(known);
    for (Field field : state) {
      made.fields.add(field);
      made.types.add(field.getGenericType());
    }
    made.constructor = withoutConstructor ? serial(type) : empty(type);
    return made;
  }

  /** Java 8 does not know records, so their methods are called by name. */
  private void record(Class<?> type) throws ReflectiveOperationException {
    Object[] components = (Object[]) Class.class.getMethod("getRecordComponents").invoke(type);
    Class<?>[] raw = new Class<?>[components.length];
    for (int i = 0; i < raw.length; i++) {
      Class<?> component = Class.forName("java.lang.reflect.RecordComponent");
      names.add((String) component.getMethod("getName").invoke(components[i]));
      types.add((Type) component.getMethod("getGenericType").invoke(components[i]));
      raw[i] = (Class<?>) component.getMethod("getType").invoke(components[i]);
    }
    constructor = type.getDeclaredConstructor(raw);
    constructor.setAccessible(true);
  }

  private static Constructor<?> empty(Class<?> type) throws ReflectiveOperationException {
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new ReflectiveOperationException("an abstract type");
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException missing) {
      throw new ReflectiveOperationException("a class without a constructor without parameters");
    }
  }

  /** The constructor that serialization uses, which runs no code of the class. */
  private static Constructor<?> serial(Class<?> type) throws ReflectiveOperationException {
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new ReflectiveOperationException("an abstract type");
    }
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    Object instance = factory.getMethod("getReflectionFactory").invoke(null);
    Method maker =
        factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
    Object made = maker.invoke(instance, type, Object.class.getDeclaredConstructor());
    return (Constructor<?>) made;
  }

  /** Whether the object exists before its parts, so that these may refer to it. */
  boolean isFilledLater() {
    return !fields.isEmpty() || types.isEmpty();
  }

  /**
   * Makes an object.
   *
   * @param parts the parts of a record; empty for every other class
   */
  Object make(@Nullable Object[] parts) throws ReflectiveOperationException {
    Constructor<?> maker = constructor;
    if (maker == null) {
      throw new ReflectiveOperationException("a class without a constructor");
    }
    return maker.newInstance(isFilledLater() ? new Object[0] : parts);
  }

  /** Sets part {@code i} of an object that is {@linkplain #isFilledLater filled later}. */
  void set(Object made, int i, @Nullable Object value) throws IllegalAccessException {
    fields.get(i).set(made, value);
  }
}
