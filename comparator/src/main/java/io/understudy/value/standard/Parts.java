package io.understudy.value.standard;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a record: public getters and public fields of a JDK class. */
final class Parts {
  private final Class<?> owner;
  private final List<String> names = new ArrayList<>();
  private final List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();

  /**
   * Starts without parts.
   *
   * @param owner the public class or interface that declares the getters and fields
   */
  Parts(Class<?> owner) {
    this.owner = owner;
  }

  /** Adds a part that a function reads. */
  Parts with(String name, Function<Object, @Nullable Object> accessor) {
    names.add(name);
    accessors.add(accessor);
    return this;
  }

  /**
   * Adds parts by name: the part {@code x} is the public field x, or the result of {@code getX()},
   * {@code isX()} or {@code x()}. A part that this version of the JDK does not have is left out if
   * its name ends with a question mark.
   *
   * @throws NoSuchMethodException when there is neither
   */
  Parts named(String... parts) throws ReflectiveOperationException {
    for (String part : parts) {
      boolean isOptional = part.endsWith("?");
      String name = isOptional ? part.substring(0, part.length() - 1) : part;
      Function<Object, @Nullable Object> accessor = accessor(name);
      if (accessor != null) {
        with(name, accessor);
      } else if (!isOptional) {
        throw new NoSuchMethodException(owner.getName() + "." + name);
      }
    }
    return this;
  }

  private @Nullable Function<Object, @Nullable Object> accessor(String name)
      throws ReflectiveOperationException {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (String method : new String[] {"get" + capital, "is" + capital, name}) {
      for (Method each : owner.getMethods()) {
        if (each.getName().equals(method) && each.getParameterCount() == 0) {
          return Accessors.method(owner, method);
        }
      }
    }
    try {
      return Accessors.through(MethodHandles.publicLookup().unreflectGetter(owner.getField(name)));
    } catch (NoSuchFieldException none) {
      return null;
    }
  }

  /** Adds the class name as a part: other classes have the same parts and another meaning. */
  Parts withClass(Class<?> type) {
    String name = type.getName();
    return with("class", live -> name);
  }

  /** The shape of objects that may change. */
  Shape changing(Class<?> type) {
    return ShapeFactory.record(type.getName(), Collections.unmodifiableList(names), accessors);
  }

  /** The shape of objects that never change. */
  Shape fixed(Class<?> type) {
    return ShapeFactory.sharableRecord(
        type.getName(), Collections.unmodifiableList(names), accessors);
  }
}
