package io.understudy.value.view;

import io.understudy.value.Kind;
import io.understudy.value.library.LibraryShapes;
import io.understudy.value.shape.CollectionReader;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.Shapes;
import io.understudy.value.unlocked.FieldReaders;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The shapes that objects have without views; docs/comparing.md lists them. Combines the sources of
 * shapes: JDK classes, JDK collections read without their locks, and library types. Thread-safe.
 */
public final class StandardShapes {
  private static final CollectionReader COLLECTIONS =
      new CollectionReader() {
        @Override
        public Function<Object, Collection<?>> elementsOf(Class<?> type) {
          return Unlocked.elementsOf(type);
        }

        @Override
        public @Nullable Predicate<Object> foreignOf(Class<?> type) {
          return Unlocked.foreignOf(type);
        }

        @Override
        public Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entriesOf(
            Class<?> type) {
          return Properties.class.isAssignableFrom(type)
              ? FieldReaders.ofProperties()
              : Unlocked.entriesOf(type);
        }
      };

  /** A class whose objects were frozen so often gets a reader of its own. */
  private static final int READS_TO_COMPILE = 1000;

  static final Shapes ALL = shapes(READS_TO_COMPILE);

  private StandardShapes() {}

  /** Shapes of their own, with another number of frozen objects that make a class frequent. */
  static Shapes shapes(int readsToCompile) {
    return new Shapes(new LibraryShapes(), COLLECTIONS, readsToCompile);
  }

  /**
   * The shape of an object.
   *
   * @param object a live object, or a {@link Frozen}, which keeps the shape of its live object
   */
  public static Shape of(Object object) {
    return ALL.of(object);
  }

  /**
   * The shape of a class. It does not show what depends on the single object: a lazy collection is
   * {@link Kind#OPAQUE} until it is loaded, a future until it is complete.
   */
  public static Shape ofInstances(Class<?> type) {
    return ALL.ofInstances(type);
  }
}
