package io.understudy.value.standard;

import io.understudy.value.shape.Shape;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of open types and of composite data of JMX. The equals of an open type ignores its
 * description. Stateless.
 */
final class OpenTypes {
  private static final String PACKAGE = "javax.management.openmbean.";
  private static final String DATA = PACKAGE + "CompositeDataSupport";
  private static final String TYPE = PACKAGE + "CompositeType";

  private OpenTypes() {}

  /** The shape of a class of JMX; null if the class is none of these. */
  static @Nullable Shape of(Class<?> type) throws ReflectiveOperationException {
    switch (type.getName()) {
      case DATA:
        return new Parts(type)
            .named("compositeType")
            .with("contents", OpenTypes::contents)
            .changing(type);
      case TYPE:
        return new Parts(type)
            .named("typeName", "description")
            .with("items", OpenTypes::items)
            .changing(type);
      case PACKAGE + "TabularType":
        return new Parts(type)
            .named("typeName", "description", "rowType", "indexNames")
            .changing(type);
      case PACKAGE + "ArrayType":
        return new Parts(type)
            .named("dimension", "elementOpenType", "primitiveArray", "description")
            .changing(type);
      default:
        return null;
    }
  }

  private static Object items(Object type) {
    Map<String, Object> items = new LinkedHashMap<>();
    for (String key : keys(type)) {
      items.put(
          key,
          Arrays.asList(
              NamedMethods.call(type, TYPE, "getDescription", key),
              NamedMethods.call(type, TYPE, "getType", key)));
    }
    return items;
  }

  // The values come in the order of the sorted keys.
  private static Object contents(Object data) {
    Object type = Objects.requireNonNull(NamedMethods.call(data, DATA, "getCompositeType"));
    Collection<?> all =
        (Collection<?>) Objects.requireNonNull(NamedMethods.call(data, DATA, "values"));
    Map<String, @Nullable Object> contents = new LinkedHashMap<>();
    Iterator<?> values = all.iterator();
    for (String key : keys(type)) {
      contents.put(key, values.next());
    }
    return contents;
  }

  private static Iterable<String> keys(Object type) {
    TreeSet<String> keys = new TreeSet<>();
    for (Object key :
        (Collection<?>) Objects.requireNonNull(NamedMethods.call(type, TYPE, "keySet"))) {
      keys.add((String) key);
    }
    return keys;
  }
}
