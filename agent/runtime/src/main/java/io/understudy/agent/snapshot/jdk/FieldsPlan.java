package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.compiled.Allocation;
import io.understudy.agent.snapshot.compiled.FieldCopies;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.InstanceFields;
import io.understudy.value.JdkFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Copies an object of a JDK class field by field, without a constructor: wrappers, views and other
 * small classes, of which every field is content. A view of a map that is copied too shows the copy
 * of that map.
 */
final class FieldsPlan extends Plan {
  /** Fields of maps that keep a view for the next caller. They are empty in a copy. */
  private static final List<String> KEPT_VIEWS =
      Arrays.asList(
          "keySet",
          "values",
          "entrySet",
          "navigableKeySet",
          "descendingMap",
          "descendingMapView",
          "entrySetView",
          "keySetView",
          "navigableKeySetView",
          "valuesView");

  private final Allocation allocation;
  private final FieldCopies fields;
  private final int bytes;

  /** Creates the plan of a class of the JDK, or of a class of the application that extends one. */
  FieldsPlan(Class<?> type, PlanSource plans) throws Uncapturable {
    List<Field> all = fields(type);
    allocation = Allocation.of(type);
    fields = FieldCopies.of(type, all, plans);
    bytes = 16 + 6 * all.size();
  }

  /**
   * Returns the opened fields that hold the state of an object.
   *
   * @throws Uncapturable if this JVM does not open them
   */
  static List<Field> fields(Class<?> type) throws Uncapturable {
    return fields(type, Object.class);
  }

  /** Returns the opened fields that a class and its superclasses add to {@code base}. */
  static List<Field> fields(Class<?> type, Class<?> base) throws Uncapturable {
    List<Field> all = new ArrayList<>();
    for (Class<?> at = type; at != null && at != base; at = at.getSuperclass()) {
      boolean jdk = Origin.isJdk(at);
      if (jdk && at.getName().startsWith("java.lang.reflect.")) {
        throw new Uncapturable(type.getName() + " cannot be copied: reflection hides its fields");
      }
      for (Field field : InstanceFields.declared(at)) {
        if (!Modifier.isStatic(field.getModifiers())
            && !(jdk ? isKeptView(field) : isUnused(field))) {
          // Other fields of the JDK are read without the language's means.
          if (!jdk || JdkFields.isOpen(at)) {
            InstanceFields.open(field);
          }
          all.add(field);
        }
      }
    }
    return all;
  }

  /**
   * The object around an anonymous collection does not belong to its contents, unless a method of
   * the class may use it.
   */
  static boolean isUnused(Field field) {
    if (!field.getName().startsWith("this$")) {
      return false;
    }
    try {
      for (Method method : field.getDeclaringClass().getDeclaredMethods()) {
        if (!method.isSynthetic()) {
          return false;
        }
      }
      return true;
    } catch (LinkageError missing) {
      return false;
    }
  }

  private static boolean isKeptView(Field field) {
    return Map.class.isAssignableFrom(field.getDeclaringClass())
        && KEPT_VIEWS.contains(field.getName());
  }

  @Override
  public int bytes() {
    return bytes;
  }

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    return allocation.make();
  }

  @Override
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {
    fields.copy(live, copy, walk);
  }
}
