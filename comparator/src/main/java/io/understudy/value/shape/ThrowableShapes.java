package io.understudy.value.shape;

import io.understudy.value.ForeignThrowables;
import io.understudy.value.InstanceFields;
import io.understudy.value.Uncapturable;
import io.understudy.value.thrown.ThrownPart;
import io.understudy.value.thrown.ThrownParts;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of exceptions: records of the class name, the message, the cause, the suppressed
 * exceptions, the state that classes of the JDK add, and the fields that classes of the application
 * add.
 */
final class ThrowableShapes {
  private ThrowableShapes() {}

  static Shape of(Class<?> type, Shapes shapes) throws Uncapturable, ReflectiveOperationException {
    List<String> names = new ArrayList<>();
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    for (ThrownPart part : ThrownParts.of(type)) {
      names.add(part.name());
      accessors.add(part.reader());
    }
    List<Field> fields =
        RecordFields.parts(InstanceFields.opened(type, ThrownParts.firstOfJdk(type)));
    Shape added = RecordShape.of(type, fields, shapes);
    for (int i = 0; i < fields.size(); i++) {
      int at = i;
      String name = added.names().get(i);
      // A field of the same name as an inherited part is a part of its own.
      String owner = fields.get(i).getDeclaringClass().getSimpleName();
      names.add(names.contains(name) ? owner + "." + name : name);
      accessors.add(thrown -> added.part(thrown, at));
    }
    return new AccessorShape(
        type.getName(),
        Collections.unmodifiableList(names),
        accessors,
        ThrownParts.mayRunMethods(type)
            ? thrown -> ForeignThrowables.isForeign((Throwable) thrown)
            : null);
  }
}
