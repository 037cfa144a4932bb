package io.understudy.value.shape;

import io.understudy.value.Causes;
import io.understudy.value.ForeignThrowables;
import io.understudy.value.InstanceFields;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of exceptions: records of the class name, the message, the cause and the fields that
 * classes of the application add. Stack traces are no part, because they differ between any two
 * implementations.
 */
final class ThrowableShapes {
  private ThrowableShapes() {}

  static Shape of(Class<?> type, Shapes shapes) throws Uncapturable, ReflectiveOperationException {
    String className = type.getName();
    List<String> names = new ArrayList<>(Arrays.asList("class", "message", "cause"));
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    accessors.add(thrown -> className);
    accessors.add(thrown -> ((Throwable) thrown).getMessage());
    accessors.add(thrown -> Causes.of((Throwable) thrown));
    List<Field> fields = RecordFields.parts(InstanceFields.opened(type, firstOfJdk(type)));
    Shape added = RecordShape.of(type, fields, shapes);
    for (int i = 0; i < fields.size(); i++) {
      int at = i;
      names.add(added.names().get(i));
      accessors.add(thrown -> added.part(thrown, at));
    }
    return new AccessorShape(
        className,
        Collections.unmodifiableList(names),
        accessors,
        thrown -> ForeignThrowables.isForeign((Throwable) thrown));
  }

  private static Class<?> firstOfJdk(Class<?> type) {
    Class<?> at = type;
    while (!Origin.isJdk(at)) {
      at = at.getSuperclass();
    }
    return at;
  }
}
