package io.understudy.agent.convert;

import java.util.ArrayList;
import java.util.List;

/**
 * The components of a record in the order of its constructor. The order of its fields may be
 * another, in class files that a tool has changed. By name, since records exist since Java 16.
 * Stateless.
 */
final class RecordComponents {
  private RecordComponents() {}

  /** The names, in order. */
  static List<String> names(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Object each : all(type)) {
      names.add((String) read(each, "getName"));
    }
    return names;
  }

  /** The types, in order. */
  static Class<?>[] types(Class<?> type) {
    List<Class<?>> types = new ArrayList<>();
    for (Object each : all(type)) {
      types.add((Class<?>) read(each, "getType"));
    }
    return types.toArray(new Class<?>[0]);
  }

  private static Object[] all(Class<?> type) {
    try {
      Object[] found = (Object[]) Class.class.getMethod("getRecordComponents").invoke(type);
      // Null if a tool has removed what says that the class is a record.
      return found == null ? new Object[0] : found;
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("this Java has records without components", changed);
    }
  }

  private static Object read(Object component, String method) {
    try {
      return component.getClass().getMethod(method).invoke(component);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("this Java has records without components", changed);
    }
  }
}
