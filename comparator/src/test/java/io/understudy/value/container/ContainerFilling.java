package io.understudy.value.container;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills a container of any library by its own methods, which it finds by name. Numbers stand for
 * elements, and for keys and values.
 */
final class ContainerFilling {
  private static final List<String> ADDING =
      Arrays.asList(
          "put",
          "add",
          "addElement",
          "addOne",
          "$plus$eq",
          "push",
          "addLast",
          "enqueue",
          "offer",
          "set",
          "append");

  private static final List<String> REMOVING =
      Arrays.asList("removeKey", "remove", "removeAll", "subtractOne", "$minus$eq", "rem");

  /** How a number becomes an element where a method takes any object. */
  private enum Form {
    INT,
    LONG,
    TEXT
  }

  private final Class<?> type;
  private final Method adding;
  private final @Nullable Method removing;
  private final Form form;

  private ContainerFilling(Class<?> type, Method adding, @Nullable Method removing, Form form) {
    this.type = type;
    this.adding = adding;
    this.removing = removing;
    this.form = form;
  }

  /** How to fill objects of a class; null if no method of the class adds elements or entries. */
  static @Nullable ContainerFilling of(Class<?> type) {
    for (Method adding : addingMethods(type)) {
      for (Form form : Form.values()) {
        ContainerFilling filling = new ContainerFilling(type, adding, removing(type, adding), form);
        try {
          filling.filled(1, 2, 3);
          return filling;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unfit) {
          continue;
        }
      }
    }
    return null;
  }

  private static List<Method> addingMethods(Class<?> type) {
    List<Method> found = new ArrayList<>();
    for (String name : ADDING) {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name) && isAdding(method)) {
          boolean primitive = method.getParameterTypes()[0].isPrimitive();
          found.add(primitive ? 0 : found.size(), method);
        }
      }
    }
    return found;
  }

  private static boolean isAdding(Method method) {
    boolean pair = method.getName().equals("put") || method.getName().equals("set");
    return !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == (pair ? 2 : 1);
  }

  private static @Nullable Method removing(Class<?> type, Method adding) {
    for (String name : REMOVING) {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name)
            && !Modifier.isStatic(method.getModifiers())
            && method.getParameterCount() == 1
            && method.getParameterTypes()[0] == adding.getParameterTypes()[0]) {
          return method;
        }
      }
    }
    return null;
  }

  /** A new container with these numbers. */
  Object filled(int... numbers) throws ReflectiveOperationException {
    return add(type.getConstructor().newInstance(), numbers);
  }

  /**
   * As {@link #filled}; other elements were added before and removed. Null if that is impossible.
   */
  @Nullable Object used(int... numbers) {
    // A list removes an int by index.
    if (removing == null || (removing.getParameterTypes()[0] == int.class && !isMap())) {
      return null;
    }
    try {
      Object container = type.getConstructor().newInstance();
      int[] others = new int[40];
      Arrays.setAll(others, i -> 20 + i);
      add(container, others);
      for (int other : others) {
        removing.setAccessible(true);
        removing.invoke(container, value(removing.getParameterTypes()[0], other));
      }
      return add(container, numbers);
    } catch (ReflectiveOperationException | RuntimeException impossible) {
      return null;
    }
  }

  /** As {@link #filled}, with another value for the last key; null if this is no map. */
  @Nullable Object withOtherValue(int... numbers) {
    if (!isMap()) {
      return null;
    }
    try {
      Object container = filled(numbers);
      Class<?>[] types = adding.getParameterTypes();
      adding.invoke(container, value(types[0], numbers[numbers.length - 1]), value(types[1], 7));
      return container;
    } catch (ReflectiveOperationException | RuntimeException impossible) {
      return null;
    }
  }

  private boolean isMap() {
    return adding.getParameterCount() == 2;
  }

  private Object add(Object container, int... numbers) throws ReflectiveOperationException {
    adding.setAccessible(true);
    for (int number : numbers) {
      Object[] arguments = new Object[adding.getParameterCount()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = value(adding.getParameterTypes()[i], number);
      }
      adding.invoke(container, arguments);
    }
    return container;
  }

  private Object value(Class<?> type, int number) {
    if (type == int.class || type == Integer.class || type == Number.class) {
      return number;
    }
    if (type == long.class || type == Long.class) {
      return (long) number;
    }
    if (type == short.class) {
      return (short) number;
    }
    if (type == byte.class) {
      return (byte) number;
    }
    if (type == char.class) {
      return (char) ('A' + number);
    }
    if (type == double.class) {
      return (double) number;
    }
    if (type == float.class) {
      return (float) number;
    }
    if (type == boolean.class) {
      return number % 2 == 0;
    }
    return form == Form.INT ? number : form == Form.LONG ? (Object) (long) number : "t" + number;
  }
}
