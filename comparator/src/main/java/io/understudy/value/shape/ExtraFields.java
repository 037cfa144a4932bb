package io.understudy.value.shape;

import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.List;

/**
 * What collections and maps of the application keep beside their contents. A class such as {@code
 * Page extends ArrayList} with a field {@code total} is more than its elements: two pages with the
 * same elements and other totals are not equal.
 *
 * <p>Looked at only where the JDK class above keeps the contents. Below {@code AbstractList} and
 * the like the fields are the contents.
 */
final class ExtraFields {
  static final Shape NOTHING =
      new AccessorShape("", Collections.emptyList(), Collections.emptyList());

  private ExtraFields() {}

  /**
   * The shape of what a class adds to a collection class of the JDK.
   *
   * @throws Uncapturable when its fields cannot be opened
   */
  static Shape of(Class<?> type, Shapes shapes) throws Uncapturable, ReflectiveOperationException {
    Class<?> base = type;
    while (!Origin.isJdk(base)) {
      base = base.getSuperclass();
    }
    if (base == type || base == Object.class || base.getName().startsWith("java.util.Abstract")) {
      return NOTHING;
    }
    List<Field> added = RecordFields.parts(InstanceFields.opened(type, base));
    return added.isEmpty() ? NOTHING : RecordShape.of(type, added, shapes);
  }

  /** Freezes what stands beside the contents of {@code live}. */
  static void freeze(Shape shape, Object live, Frozen frozen, FreezeWalk run) throws Uncapturable {
    Shape beside = shape.beside();
    if (beside != NOTHING) {
      Frozen kept = new Frozen(beside);
      frozen.beside(kept);
      beside.freeze(live, kept, run);
    }
  }
}
