package io.understudy.value.shape;

import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import io.understudy.value.contents.ContainerLibraries;
import io.understudy.value.contents.StorageFields;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The fields that collection and map classes of the application add to their contents. For example,
 * {@code Page extends ArrayList} has a field {@code total}: two pages with the same elements and
 * different totals are not equal.
 *
 * <p>All such fields are read where a class of the JDK keeps the contents. Where the class itself
 * keeps them, the fields that store the elements are left out, see {@link StorageFields}; of a
 * class of a known library these are all fields.
 */
final class ExtraFields {
  static final Shape NOTHING =
      new AccessorShape("", Collections.emptyList(), Collections.emptyList(), null);

  private ExtraFields() {}

  /**
   * The shape of the fields that a class adds to its elements or entries.
   *
   * @throws Uncapturable when the fields cannot be opened
   */
  static Shape of(Class<?> type, Shapes shapes) throws Uncapturable, ReflectiveOperationException {
    Class<?> jdk = type;
    while (!Origin.isJdk(jdk)) {
      jdk = jdk.getSuperclass();
    }
    List<Field> added;
    if (keepsElements(jdk)) {
      added = new ArrayList<>(RecordFields.parts(InstanceFields.opened(type, jdk)));
      added.removeIf(ExtraFields::isOfLibrary);
    } else {
      Class<?> base = firstOfLibrary(type);
      added = RecordFields.parts(InstanceFields.opened(type, base));
      added = StorageFields.without(type, added);
    }
    return added.isEmpty() ? NOTHING : RecordShape.of(type, added, shapes);
  }

  private static Class<?> firstOfLibrary(Class<?> type) {
    Class<?> base = type;
    while (!Origin.isJdk(base) && !ContainerLibraries.contain(base.getName())) {
      base = base.getSuperclass();
    }
    return base;
  }

  private static boolean isOfLibrary(Field field) {
    return Modifier.isTransient(field.getModifiers())
        && ContainerLibraries.contain(field.getDeclaringClass().getName());
  }

  private static boolean keepsElements(Class<?> base) {
    return Origin.isJdk(base)
        && base != Object.class
        && !base.getName().startsWith("java.util.Abstract");
  }

  /** Freezes the extra fields of {@code live}. */
  static void freeze(Shape shape, Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    Shape extra = shape.beside();
    if (extra != NOTHING) {
      Frozen kept = new Frozen(extra);
      frozen.setExtraFields(kept);
      extra.freeze(live, kept, walk);
    }
  }
}
