package io.understudy.agent.ids;

import io.understudy.compare.identity.IdPaths;
import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates the ids in fields of application objects, including final fields. Reflection cannot
 * set the fields of records, so they are built again by their canonical constructors. Stateless.
 */
final class FieldTranslation {
  private FieldTranslation() {}

  /** Returns the replacement of an application object; returns a JDK object itself. */
  static Object translate(ArgumentTranslation translation, Object live, IdPaths.Place place)
      throws TranslationException {
    Class<?> type = live.getClass();
    if (Origin.isJdk(type)) {
      return live;
    }
    try {
      return isRecord(type) ? record(translation, live, place) : bean(translation, live, place);
    } catch (Uncapturable closed) {
      throw new TranslationException(closed.reason());
    } catch (InvocationTargetException thrown) {
      throw new TranslationException(
          "the constructor of "
              + type.getName()
              + " threw "
              + thrown.getTargetException().getClass().getName());
    } catch (ReflectiveOperationException closed) {
      throw new TranslationException("the fields of " + type.getName() + " cannot be set");
    }
  }

  /** By name, since records came with Java 16. */
  private static boolean isRecord(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return above != null && above.getName().equals("java.lang.Record");
  }

  private static Object bean(ArgumentTranslation translation, Object live, IdPaths.Place place)
      throws Uncapturable, TranslationException, IllegalAccessException {
    for (Field field : InstanceFields.opened(live.getClass(), base(live.getClass()))) {
      IdPaths.Place part = place.step(field.getName());
      if (part != null) {
        Object value = field.get(live);
        Object other = translation.value(live, field, value, part, field.getType());
        if (other != value) {
          field.set(live, other);
        }
      }
    }
    return live;
  }

  /** Returns the nearest superclass in the JDK, whose fields are not translated. */
  private static Class<?> base(Class<?> type) {
    Class<?> at = type;
    while (!Origin.isJdk(at) && at.getSuperclass() != null) {
      at = at.getSuperclass();
    }
    return at;
  }

  private static Object record(ArgumentTranslation translation, Object live, IdPaths.Place place)
      throws Uncapturable, TranslationException, ReflectiveOperationException {
    List<Field> components = InstanceFields.opened(live.getClass());
    Class<?>[] types = new Class<?>[components.size()];
    @Nullable Object[] values = new @Nullable Object[types.length];
    boolean changed = false;
    for (int i = 0; i < types.length; i++) {
      Field component = components.get(i);
      types[i] = component.getType();
      Object value = component.get(live);
      values[i] = translation.value(values, i, value, place.step(component.getName()), types[i]);
      changed |= values[i] != value;
    }
    if (!changed) {
      return live;
    }
    Constructor<?> canonical = live.getClass().getDeclaredConstructor(types);
    canonical.setAccessible(true);
    return canonical.newInstance(values);
  }
}
