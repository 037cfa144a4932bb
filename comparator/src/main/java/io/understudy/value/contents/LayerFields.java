package io.understudy.value.contents;

import io.understudy.value.JdkFields;
import io.understudy.value.Origin;
import io.understudy.value.RemovableClassValue;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The fields of a collection or map that hold another one, from which it may read: of a wrapper, a
 * view, the values of a map.
 */
final class LayerFields {
  /** The fields of JDK classes that hold the collection or map below. */
  private static final String[] OF_JDK = {"c", "m", "q", "base", "map", "this$0", "this$1"};

  private static final RemovableClassValue<List<Field>> FIELDS =
      new RemovableClassValue<List<Field>>() {
        @Override
        protected List<Field> compute(Class<?> type) {
          List<Field> found = new ArrayList<>();
          for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            if (Origin.isJdk(at)) {
              addOfJdk(at, found);
            } else {
              addDeclared(at, found);
            }
          }
          return Collections.unmodifiableList(found);
        }
      };

  private LayerFields() {}

  /** Whether objects of a class have such fields, as far as they can be read. */
  static boolean areAmong(Class<?> type) {
    return !FIELDS.get(type).isEmpty();
  }

  /** The objects in these fields, without nulls. */
  static List<Object> valuesOf(Object object) {
    List<Object> values = new ArrayList<>();
    for (Field field : FIELDS.get(object.getClass())) {
      try {
        Object value = field.get(object);
        if (value != null) {
          values.add(value);
        }
      } catch (IllegalAccessException impossible) {
        continue;
      }
    }
    return values;
  }

  private static void addOfJdk(Class<?> at, List<Field> found) {
    for (String name : OF_JDK) {
      Field field = JdkFields.of(at, name);
      if (field != null && isLayer(field.getType())) {
        found.add(field);
      }
    }
  }

  private static void addDeclared(Class<?> at, List<Field> found) {
    try {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && isLayer(field.getType())) {
          field.setAccessible(true);
          found.add(field);
        }
      }
    } catch (RuntimeException | LinkageError closed) {
      // The module does not open the package, or a class is missing: the order stays unknown.
      found.clear();
    }
  }

  private static boolean isLayer(Class<?> declared) {
    String name = declared.getName();
    return Collection.class.isAssignableFrom(declared)
        || Map.class.isAssignableFrom(declared)
        || name.endsWith("Multimap")
        || name.endsWith("MultiValuedMap");
  }
}
