package io.understudy.value.container;

import io.understudy.value.Supertypes;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of HPPC's hash maps and hash sets, read by their fields: a private copy would need a
 * copy of the library's shared generator of hash seeds. An empty slot has the key 0 or null; the
 * entry with that key has a slot of its own behind the table.
 */
final class HppcTables {
  private static final String PACKAGE = "com.carrotsearch.hppc.";

  private HppcTables() {}

  /**
   * The shape of a hash map or hash set; null for every other container.
   *
   * @param elements the names of the element types, such as {@code IntObject}
   */
  static @Nullable Shape of(Class<?> type, String elements)
      throws ReflectiveOperationException, Uncapturable {
    Class<?> map = Supertypes.named(type, PACKAGE + elements + "HashMap");
    Class<?> set = Supertypes.named(type, PACKAGE + elements + "HashSet");
    Class<?> table = map == null ? set : map;
    if (table == null) {
      return null;
    }
    Function<Object, @Nullable Object> keys = Accessors.of(table, "keys");
    Function<Object, @Nullable Object> mask = Accessors.of(table, "mask");
    Function<Object, @Nullable Object> hasEmptyKey = Accessors.of(table, "hasEmptyKey");
    if (map == null) {
      return ShapeFactory.setByFields(
          type.getName(),
          live -> {
            Collection<@Nullable Object> found = new ArrayList<>();
            Object all = Accessors.present(keys.apply(live));
            visit(all, mask.apply(live), hasEmptyKey.apply(live), (i, key) -> found.add(key));
            return found;
          });
    }
    Function<Object, @Nullable Object> values = Accessors.of(table, "values");
    return ShapeFactory.mapByFields(
        type.getName(),
        live -> {
          Collection<Map.Entry<?, ?>> found = new ArrayList<>();
          Object all = Accessors.present(keys.apply(live));
          Object of = Accessors.present(values.apply(live));
          visit(
              all,
              mask.apply(live),
              hasEmptyKey.apply(live),
              (i, key) -> found.add(Contents.entry(key, Array.get(of, i))));
          return found;
        });
  }

  /** Passes each occupied slot and its key. */
  private static void visit(
      Object keys,
      @Nullable Object mask,
      @Nullable Object hasEmptyKey,
      BiConsumer<Integer, @Nullable Object> each) {
    int behind = (Integer) Accessors.present(mask) + 1;
    Object free = Array.get(Array.newInstance(keys.getClass().getComponentType(), 1), 0);
    for (int i = 0; i < behind; i++) {
      Object key = Array.get(keys, i);
      if (free == null ? key != null : !free.equals(key)) {
        each.accept(i, key);
      }
    }
    if (Boolean.TRUE.equals(hasEmptyKey)) {
      each.accept(behind, free);
    }
  }
}
