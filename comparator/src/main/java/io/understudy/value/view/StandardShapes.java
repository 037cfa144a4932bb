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

/**
 * The shapes that objects have where a user says nothing: as docs/comparing.md says. Puts together
 * where they come from: the JDK, its collections read without their locks, and the libraries.
 * Thread-safe.
 */
public final class StandardShapes {
  static final Shapes ALL =
      new Shapes(
          new LibraryShapes(),
          new CollectionReader() {
            @Override
            public Function<Object, Collection<?>> elementsOf(Class<?> type) {
              return Unlocked.elementsOf(type);
            }

            @Override
            public Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entriesOf(
                Class<?> type) {
              return Properties.class.isAssignableFrom(type)
                  ? FieldReaders.ofProperties()
                  : Unlocked.entriesOf(type);
            }
          });

  private StandardShapes() {}

  /**
   * The shape of an object.
   *
   * @param object a live object, or a {@link Frozen}, which gives the shape it was frozen with
   */
  public static Shape of(Object object) {
    return ALL.of(object);
  }

  /**
   * The shape that objects of a class have, apart from what depends on the single object: a lazy
   * collection or a future is {@link Kind#OPAQUE} until it is there.
   */
  public static Shape ofInstances(Class<?> type) {
    return ALL.ofInstances(type);
  }
}
