package io.understudy.value.shape;

import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.List;

/**
 * The fields that collection and map classes of the application add to their contents. For example,
 * {@code Page extends ArrayList} has a field {@code total}: two pages with the same elements and
 * different totals are not equal.
 *
 * <p>Such fields are read only when a JDK superclass keeps the contents. In a subclass of {@code
 * AbstractList} or a similar class the fields are the contents.
 */
final class ExtraFields {
  static final Shape NOTHING =
      new AccessorShape("", Collections.emptyList(), Collections.emptyList(), null);

  private ExtraFields() {}

  /**
   * The shape of the fields that a class adds to a collection class of the JDK.
   *
   * @throws Uncapturable when the fields cannot be opened
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
