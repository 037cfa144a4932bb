package io.understudy.value.library;

import io.understudy.value.Origin;
import io.understudy.value.document.DomShapes;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeSource;
import io.understudy.value.standard.StandardTypes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Supplies the shapes of library types. Thread-safe. */
public final class LibraryShapes implements ShapeSource {
  /** A source of the shapes; it has no state of its own. */
  public LibraryShapes() {}

  @Override
  public @Nullable Shape ofValue(Class<?> type) {
    Shape value = StandardTypes.ofValue(type);
    if (value == null) {
      value = DomShapes.ofValue(type);
    }
    if (value != null) {
      return value;
    }
    try {
      return ofDate(type);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      // An unknown version of the library: its values are compared by their equals.
      return null;
    }
  }

  /** The shape of a library's date or of a Joda-Money currency; null for every other class. */
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
    Shape standard = Origin.isJdk(type) ? StandardTypes.of(type) : StandardTypes.ofSubclass(type);
    return standard == null ? LibraryTypes.of(type, names) : standard;
  }

  @Override
  public @Nullable Shape ofLazy(Class<?> type, Set<String> names, Shape loaded) {
    return Persistence.collection(type, names, loaded);
  }

  @Override
  public boolean isBag(Set<String> names) {
    return names.contains("com.google.common.collect.Multiset")
        || names.contains("org.eclipse.collections.api.bag.Bag")
        || names.contains("com.gs.collections.api.bag.Bag");
  }
}
