package io.understudy.agent.snapshot.jdk;

import io.understudy.value.JdkFields;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Gives a copy, which may be of a subclass, the fields of a new object of the JDK's class: free
 * locks, their conditions, and nodes that only the new object has. Immutable and thread-safe.
 */
final class Fresh {
  private final Function<Object, Object> maker;
  private final List<Field> fields = new ArrayList<>();
  private boolean complete = true;

  /**
   * Prepares the fields.
   *
   * @param base the JDK's class
   * @param maker makes the new object; its argument is the original
   */
  Fresh(Class<?> base, Function<Object, Object> maker) {
    this.maker = maker;
    for (Class<?> at = base; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field declared : at.getDeclaredFields()) {
        if (!Modifier.isStatic(declared.getModifiers())) {
          Field field = JdkFields.of(at, declared.getName());
          complete &= field != null;
          if (field != null) {
            fields.add(field);
          }
        }
      }
    }
  }

  void check(Class<?> type) throws Uncapturable {
    if (!complete) {
      throw new Uncapturable(
          type.getName() + " cannot be copied: this JVM does not open its fields");
    }
  }

  /** Makes a new object for an original and moves its state into the copy. */
  void copy(Object live, Object copy) throws Uncapturable {
    move(maker.apply(live), copy);
  }

  /** Moves the state of an object, which nothing else uses, into the copy. */
  void move(Object from, Object copy) throws Uncapturable {
    try {
      for (Field field : fields) {
        field.set(copy, field.get(from));
      }
    } catch (IllegalAccessException impossible) {
      throw new Uncapturable(copy.getClass().getName() + " cannot be copied");
    }
  }
}
