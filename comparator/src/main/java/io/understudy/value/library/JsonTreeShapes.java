package io.understudy.value.library;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of JSON trees: a node stands for a map, list, text, number, boolean or null. */
final class JsonTreeShapes {
  private JsonTreeShapes() {}

  /** The nodes of Jackson 2 and 3. */
  static Shape jackson(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> kind = Accessors.method(api, "getNodeType");
    Function<Object, @Nullable Object> members =
        Accessors.method(api, has(api, "fieldNames") ? "fieldNames" : "propertyNames");
    BiFunction<Object, Object, @Nullable Object> member =
        Accessors.method(api, "get", String.class);
    BiFunction<Object, Object, @Nullable Object> element = Accessors.method(api, "get", int.class);
    Function<Object, @Nullable Object> size = Accessors.method(api, "size");
    Function<Object, @Nullable Object> text =
        Accessors.method(api, has(api, "stringValue") ? "stringValue" : "textValue");
    Function<Object, @Nullable Object> number = Accessors.method(api, "numberValue");
    Function<Object, @Nullable Object> bool = Accessors.method(api, "booleanValue");
    Function<Object, @Nullable Object> bytes = Accessors.method(api, "binaryValue");
    Function<Object, @Nullable Object> pojo =
        has(type, "getPojo") ? Accessors.method(type, "getPojo") : bool;
    return ShapeFactory.standIn(
        type.getName(),
        node -> {
          switch (String.valueOf(kind.apply(node))) {
            case "OBJECT":
              return object(node, members.apply(node), member);
            case "ARRAY":
              return array(node, (Integer) Accessors.present(size.apply(node)), element);
            case "STRING":
              return text.apply(node);
            case "NUMBER":
              return number.apply(node);
            case "BOOLEAN":
              return bool.apply(node);
            case "BINARY":
              return bytes.apply(node);
            case "POJO":
              return pojo.apply(node);
            default:
              return null;
          }
        });
  }

  private static boolean has(Class<?> api, String method) {
    try {
      api.getMethod(method);
      return true;
    } catch (NoSuchMethodException other) {
      return false;
    }
  }

  private static Map<Object, @Nullable Object> object(
      Object node, @Nullable Object names, BiFunction<Object, Object, @Nullable Object> member) {
    Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
    Iterator<?> each =
        names instanceof Iterator
            ? (Iterator<?>) names
            : ((Collection<?>) Accessors.present(names)).iterator();
    while (each.hasNext()) {
      Object name = Accessors.present(each.next());
      entries.put(name, member.apply(node, name));
    }
    return entries;
  }

  private static List<@Nullable Object> array(
      Object node, int size, BiFunction<Object, Object, @Nullable Object> element) {
    List<@Nullable Object> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      elements.add(element.apply(node, i));
    }
    return elements;
  }

  /** The values of JSON-P. Its objects and arrays implement Map and List: null for them. */
  static @Nullable Shape jsonp(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    if (names.contains("java.util.Map") || names.contains("java.util.List")) {
      return null;
    }
    Function<Object, @Nullable Object> kind = Accessors.method(api, "getValueType");
    Function<Object, @Nullable Object> text =
        has(type, "getString") ? Accessors.method(type, "getString") : kind;
    Function<Object, @Nullable Object> number =
        has(type, "bigDecimalValue") ? Accessors.method(type, "bigDecimalValue") : kind;
    return ShapeFactory.standIn(
        type.getName(),
        value -> {
          switch (String.valueOf(kind.apply(value))) {
            case "STRING":
              return text.apply(value);
            case "NUMBER":
              return number.apply(value);
            case "TRUE":
              return true;
            case "FALSE":
              return false;
            default:
              return null;
          }
        });
  }
}
