package io.understudy.value.library;

import io.understudy.value.document.DomShapes;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How types of libraries are seen. The lists of them are made when the first class is asked for.
 * Thread-safe.
 */
public final class LibraryShapes implements ShapeSource {
  /** A source that has looked at no class. */
  public LibraryShapes() {}

  @Override
  public @Nullable Shape ofValue(Class<?> type) {
    Shape node = DomShapes.ofValue(type);
    if (node != null) {
      return node;
    }
    try {
      return ofDate(type);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      // Some other version than those that are known: compared by its equals.
      return null;
    }
  }

  /** Dates of libraries, and Joda-Money's currencies. */
  private static @Nullable Shape ofDate(Class<?> type) throws ReflectiveOperationException {
    String name = type.getName();
    if (name.contains(".Mutable")
        || name.contains("Builder")
        || Enum.class.isAssignableFrom(type)) {
      return null;
    }
    if (name.startsWith("org.joda.time.")) {
      return JodaTime.of(type);
    }
    if (name.equals("org.joda.money.CurrencyUnit")) {
      return Money.jodaCurrency(type);
    }
    return name.startsWith("org.threeten.bp.") ? ThreeTen.of(type) : null;
  }

  @Override
  public @Nullable Shape ofProxy(Class<?> type, Set<String> names) {
    return Persistence.proxy(type, names);
  }

  @Override
  public @Nullable Shape ofLibrary(Class<?> type, Set<String> names) {
    return LibraryTypes.of(type, names);
  }

  @Override
  public @Nullable Shape ofLazy(Class<?> type, Set<String> names, Shape loaded) {
    return Persistence.collection(type, names, loaded);
  }

  @Override
  public boolean isBag(Set<String> names) {
    return names.contains("com.google.common.collect.Multiset");
  }
}
