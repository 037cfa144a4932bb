package io.understudy.agent.ids;

import io.understudy.agent.raw.FieldSetters;
import io.understudy.agent.raw.RawObjects;
import io.understudy.compare.identity.IdPaths;
import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates the ids in fields of application objects, including final fields. An object whose
 * fields are all final is replaced by another one, since the application may use it too: copies
 * share constants and other objects that cannot change. No constructor runs. Stateless.
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
      Class<?> base = base(type);
      List<Field> fields = InstanceFields.opened(type, base);
      return Origin.isStateless(base) && areFinal(fields)
          ? replaced(translation, live, place, fields)
          : changed(translation, live, place, fields);
    } catch (Uncapturable closed) {
      throw new TranslationException(closed.reason());
    } catch (ReflectiveOperationException closed) {
      throw new TranslationException("the fields of " + type.getName() + " cannot be set");
    }
  }

  /** Returns the nearest superclass in the JDK, whose fields are not translated. */
  private static Class<?> base(Class<?> type) {
    Class<?> at = type;
    while (!Origin.isJdk(at) && at.getSuperclass() != null) {
      at = at.getSuperclass();
    }
    return at;
  }

  private static boolean areFinal(List<Field> fields) {
    for (Field field : fields) {
      if (!Modifier.isFinal(field.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  private static Object changed(
      ArgumentTranslation translation, Object live, IdPaths.Place place, List<Field> fields)
      throws TranslationException, ReflectiveOperationException {
    for (Field field : fields) {
      IdPaths.Place part = place.step(field.getName());
      if (part != null) {
        Object value = field.get(live);
        Object other = translation.value(live, field, value, part, field.getType());
        if (other != value) {
          set(field, live, other);
        }
      }
    }
    return live;
  }

  private static Object replaced(
      ArgumentTranslation translation, Object live, IdPaths.Place place, List<Field> fields)
      throws Uncapturable, TranslationException, ReflectiveOperationException {
    Object replacement = RawObjects.make(live.getClass());
    translation.announce(live, place, replacement); // A part may lead back to this object.
    boolean changed = false;
    for (Field field : fields) {
      Object value = field.get(live);
      Object other =
          translation.value(
              replacement, field, value, place.step(field.getName()), field.getType());
      set(field, replacement, other);
      changed |= other != value;
    }
    return changed || translation.isUsed(replacement) ? replacement : live;
  }

  private static void set(Field field, Object of, @Nullable Object value)
      throws ReflectiveOperationException {
    try {
      FieldSetters.of(field).invoke(of, value);
    } catch (ReflectiveOperationException | RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
