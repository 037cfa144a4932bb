package io.understudy.agent.snapshot.constant;

import io.understudy.agent.snapshot.plan.ImmutableTypes;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.NonStateTypes;
import io.understudy.value.Origin;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the static fields that may hold constants of a class, or constants to which a field may
 * refer. Initialises no class. Thread-safe.
 */
public final class ConstantSearch {
  private static final RemovableClassValue<Field[]> STATIC_FIELDS =
      new RemovableClassValue<Field[]>() {
        @Override
        protected Field[] compute(Class<?> type) {
          return staticFields(type);
        }
      };

  private ConstantSearch() {}

  private static Field[] staticFields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    try {
      for (Field field : type.getDeclaredFields()) {
        Class<?> declared = field.getType();
        if (Modifier.isStatic(field.getModifiers())
            && declared != String.class
            && declared != Class.class
            && !declared.isPrimitive()
            && !ImmutableTypes.includes(declared)
            && !NonStateTypes.is(declared)) {
          fields.add(field);
        }
      }
    } catch (LinkageError missing) {
      fields.clear(); // Reflection shows no field of such a class.
    }
    return fields.toArray(new Field[0]);
  }

  /**
   * Returns the plan that shares the constants of a class.
   *
   * @param copying the plan of its other objects
   * @return {@code copying} if no static field can hold an object of the class
   */
  public static Plan sharing(Class<?> type, Plan copying, PlanSource plans) {
    boolean controlled = InstanceControl.of(type);
    List<StaticField> fields = new ArrayList<>();
    for (Class<?> source : ConstantSources.of(type)) {
      for (Field field : STATIC_FIELDS.get(source)) {
        if (isFinal(field)
            ? mayHold(field.getType(), type)
            : controlled && field.getType() != Object.class && holds(field.getType(), type)) {
          add(field, fields);
        }
      }
    }
    if (fields.isEmpty()) {
      return copying;
    }
    Constants constants = new Constants(fields, value -> value.getClass() == type, plans);
    return constants.isEmpty() ? copying : new ConstantPlan(constants, copying);
  }

  /**
   * Returns the constants to which an instance field may refer, without those that the plan of
   * their own class shares.
   *
   * @return null if there is no such constant
   */
  public static @Nullable Constants ofField(Field field, PlanSource plans) {
    Class<?> declared = field.getType();
    List<StaticField> fields = new ArrayList<>();
    for (Class<?> source : ConstantSources.of(field.getDeclaringClass())) {
      for (Field each : STATIC_FIELDS.get(source)) {
        Class<?> type = each.getType();
        if (isFinal(each)
            && (holds(declared, type) || mayHold(type, declared))
            && !isKnownTo(type, source)) {
          add(each, fields);
        }
      }
    }
    if (fields.isEmpty()) {
      return null;
    }
    Constants constants =
        new Constants(fields, value -> declared.isInstance(value) && isOpen(value), plans);
    return constants.isEmpty() ? null : constants;
  }

  /** Whether the plan of the class finds the constants of that source itself. */
  private static boolean isKnownTo(Class<?> type, Class<?> source) {
    return !type.isArray() && !Origin.isJdk(type) && ConstantSources.of(type).contains(source);
  }

  private static boolean isFinal(Field field) {
    return Modifier.isFinal(field.getModifiers());
  }

  private static void add(Field field, List<StaticField> to) {
    StaticField added = StaticField.of(field);
    if (added != null) {
      to.add(added);
    }
  }

  private static boolean holds(Class<?> declared, Class<?> type) {
    return declared.isAssignableFrom(type);
  }

  /** Whether a value of the declared type may be an object of the class, or contain one. */
  private static boolean mayHold(Class<?> declared, Class<?> type) {
    if (declared.isArray()) {
      return mayHold(declared.getComponentType(), type);
    }
    return holds(declared, type)
        || Collection.class.isAssignableFrom(declared)
        || Map.class.isAssignableFrom(declared)
        || declared == Iterable.class;
  }

  /** Whether the object is not shared anyway. */
  private static boolean isOpen(Object value) {
    Class<?> type = value.getClass();
    if (Origin.isJdk(type)) {
      return !type.getName().startsWith("java.util.Collections$Empty")
          && !StandardShapes.ofInstances(type).sharable();
    }
    return true;
  }
}
