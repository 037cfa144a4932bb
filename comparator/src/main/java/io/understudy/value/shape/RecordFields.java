package io.understudy.value.shape;

import io.understudy.value.contents.StateFields;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Names the fields of a class that are parts of its objects. */
final class RecordFields {
  private RecordFields() {}

  /** The fields that are parts of an object in addition to what is read in another way. */
  static List<Field> parts(List<Field> fields) {
    return StateFields.of(fields);
  }

  /** The shape of objects whose class is a part of their content, in addition to their fields. */
  static Shape withClass(Class<?> type, List<Field> parts, Shapes shapes)
      throws ReflectiveOperationException {
    Shape fields = RecordShape.of(type, parts, shapes);
    String className = type.getName();
    List<String> names = new ArrayList<>();
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    names.add("class");
    accessors.add(object -> className);
    for (int i = 0; i < parts.size(); i++) {
      int at = i;
      names.add(fields.names().get(i));
      accessors.add(object -> fields.part(object, at));
    }
    return new AccessorShape(className, Collections.unmodifiableList(names), accessors, null);
  }

  /** A name for each field: {@code Class.field} for a field that a subclass hides. */
  static List<String> names(List<Field> parts) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      last.put(parts.get(i).getName(), i);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Field field = parts.get(i);
      String name = field.getName();
      boolean isHidden = last.getOrDefault(name, i) != i;
      names.add(isHidden ? field.getDeclaringClass().getSimpleName() + "." + name : name);
    }
    return names;
  }
}
