package io.understudy.value.shape;

import io.understudy.value.NonStateTypes;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Selects the fields of a class that are parts of its objects, and names them. */
final class RecordFields {
  private RecordFields() {}

  /**
   * The fields that are parts. Transient fields, fields that a compiler or an enhancer added, and
   * fields for locks, loggers and observers are no parts.
   */
  static List<Field> parts(List<Field> fields) {
    List<Field> parts = new ArrayList<>();
    for (Field field : fields) {
      if (isPart(field)) {
        parts.add(field);
      }
    }
    return parts;
  }

  private static boolean isPart(Field field) {
    // A variable that an anonymous or local class captured is state, in a synthetic field.
    boolean isState = !field.isSynthetic() || field.getName().startsWith("val$");
    return isState
        && !Modifier.isTransient(field.getModifiers())
        && !field.getName().startsWith("$$_")
        && !field.getDeclaringClass().getName().equals("java.util.Observable")
        && !NonStateTypes.is(field.getType());
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
