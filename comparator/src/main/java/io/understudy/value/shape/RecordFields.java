package io.understudy.value.shape;

import io.understudy.value.NonStateTypes;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which fields of a class are parts of its objects, and what they are called. */
final class RecordFields {
  private RecordFields() {}

  /**
   * The fields that are parts: all but transient ones, those that a compiler or an enhancer added,
   * and the locks, loggers and observers beside the state.
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
    // What an anonymous or local class captured is its state, though a compiler wrote the field.
    boolean written = !field.isSynthetic() || field.getName().startsWith("val$");
    return written
        && !Modifier.isTransient(field.getModifiers())
        && !field.getName().startsWith("$$_")
        && !field.getDeclaringClass().getName().equals("java.util.Observable")
        && !NonStateTypes.is(field.getType());
  }

  /** A name for each field; a field that a subclass hides gets its class before it. */
  static List<String> of(List<Field> parts) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      last.put(parts.get(i).getName(), i);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Field field = parts.get(i);
      String name = field.getName();
      boolean hidden = last.getOrDefault(name, i) != i;
      names.add(hidden ? field.getDeclaringClass().getSimpleName() + "." + name : name);
    }
    return names;
  }
}
