package io.understudy.value.library;

import io.understudy.value.Origin;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of lazy objects of persistence libraries. The libraries belong to the application, so
 * their types are recognised by name. The fields of an object show whether it is loaded; reading
 * them never loads it.
 */
final class Persistence {
  private static final String NOT_LOADED = " is lazy and not loaded";

  private Persistence() {}

  /**
   * The shape of a lazy collection; null for every other class.
   *
   * @param names the names of the class and all its supertypes
   * @param loaded its shape once it is loaded
   */
  static @Nullable Shape collection(Class<?> type, Set<String> names, Shape loaded) {
    String missing = type.getName() + NOT_LOADED;
    if (names.contains("org.hibernate.collection.spi.PersistentCollection")) {
      Field initialized = field(type, "initialized");
      return initialized == null
          ? ShapeFactory.opaque(type.getName(), type.getName() + " may be lazy, and does not say")
          : ShapeFactory.lazy(loaded, isTrue(initialized), missing);
    }
    if (names.contains("org.eclipse.persistence.indirection.IndirectContainer")
        || names.contains("org.eclipse.persistence.indirection.IndirectCollection")) {
      Field delegate = field(type, "delegate");
      return delegate == null
          ? ShapeFactory.opaque(type.getName(), type.getName() + " may be lazy, and does not say")
          : ShapeFactory.lazy(loaded, live -> read(delegate, live) != null, missing);
    }
    return null;
  }

  /**
   * The shape of an entity proxy: an optional of the loaded entity; null for every other class.
   *
   * @param names the names of the class and all its supertypes
   */
  static @Nullable Shape proxy(Class<?> type, Set<String> names) {
    if (!names.contains("org.hibernate.proxy.HibernateProxy")) {
      return null;
    }
    Class<?> entity = type.getSuperclass();
    String reason = "a proxy of " + (entity == null ? "?" : entity.getName()) + NOT_LOADED;
    Field handler = field(type, "$$_hibernate_interceptor");
    Field interceptor = handler == null ? field(type, "handler") : handler;
    if (interceptor == null) {
      return ShapeFactory.opaque(type.getName(), reason);
    }
    return ShapeFactory.lazy(
        ShapeFactory.optionalByField(type, live -> target(interceptor, live)),
        live -> target(interceptor, live) != null,
        reason);
  }

  private static @Nullable Object target(Field interceptor, Object live) {
    Object initializer = read(interceptor, live);
    if (initializer == null) {
      return null;
    }
    Field target = field(initializer.getClass(), "target");
    return target == null ? null : read(target, initializer);
  }

  private static Predicate<Object> isTrue(Field field) {
    return live -> Boolean.TRUE.equals(read(field, live));
  }

  private static @Nullable Object read(Field field, Object of) {
    try {
      return field.get(of);
    } catch (IllegalAccessException impossible) {
      return null; // Cannot happen, because the field is opened; counts as not loaded.
    }
  }

  /** The field of that name closest to the class, opened; null if there is none. */
  private static @Nullable Field field(Class<?> type, String name) {
    for (Class<?> at = type; at != null && !Origin.isJdk(at); at = at.getSuperclass()) {
      try {
        Field field = at.getDeclaredField(name);
        field.setAccessible(true);
        return field;
      } catch (NoSuchFieldException | RuntimeException elsewhere) {
        continue;
      }
    }
    return null;
  }
}
