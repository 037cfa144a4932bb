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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
    Function<Class<?>, List<StaticField>> fieldsOf =
        source ->
            fields(
                source,
                field ->
                    isFinal(field)
                        ? mayHold(field.getType(), type)
                        : controlled
                            && field.getType() != Object.class
                            && holds(field.getType(), type));
    Constants constants = constants(type, type, fieldsOf, value -> value.getClass() == type, plans);
    return constants == null ? copying : new ConstantPlan(constants, copying);
  }

  /**
   * Returns the constants to which an instance field may refer, without those that the plan of
   * their own class shares.
   *
   * @return null if there is no such constant
   */
  public static @Nullable Constants ofField(Field field, PlanSource plans) {
    Class<?> declared = field.getType();
    Class<?> owner = field.getDeclaringClass();
    if (Origin.isJdk(owner)) {
      return null;
    }
    Function<Class<?>, List<StaticField>> fieldsOf =
        source ->
            fields(
                source,
                each ->
                    isFinal(each)
                        && (holds(declared, each.getType()) || mayHold(each.getType(), declared))
                        && !isKnownTo(each.getType(), source));
    return constants(
        owner, declared, fieldsOf, value -> declared.isInstance(value) && isOpen(value), plans);
  }

  private static @Nullable Constants constants(
      Class<?> type,
      Class<?> sought,
      Function<Class<?>, List<StaticField>> fieldsOf,
      Predicate<Object> among,
      PlanSource plans) {
    MentionedHolders mentioned = new MentionedHolders(type, sought, plans.controls());
    Set<Class<?>> sources = new LinkedHashSet<>(ConstantSources.of(type));
    sources.addAll(mentioned.loaded);
    List<StaticField> fields = new ArrayList<>();
    for (Class<?> source : sources) {
      fields.addAll(fieldsOf.apply(source));
    }
    if (fields.isEmpty() && mentioned.pending.isEmpty()) {
      return null;
    }
    Constants constants = new Constants(fields, mentioned.pending, fieldsOf, among, plans);
    return constants.isEmpty() ? null : constants;
  }

  private static List<StaticField> fields(Class<?> source, Predicate<Field> relevant) {
    List<StaticField> found = new ArrayList<>();
    for (Field field : STATIC_FIELDS.get(source)) {
      StaticField added = relevant.test(field) ? StaticField.of(field) : null;
      if (added != null) {
        found.add(added);
      }
    }
    return found;
  }

  /** Whether the plan of the class finds the constants of that source itself. */
  private static boolean isKnownTo(Class<?> type, Class<?> source) {
    return !type.isArray() && !Origin.isJdk(type) && ConstantSources.of(type).contains(source);
  }

  private static boolean isFinal(Field field) {
    return Modifier.isFinal(field.getModifiers());
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
