package io.understudy.value.standard;

import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import org.jspecify.annotations.Nullable;

/** Finds the shapes of the JDK's value types. Stateless and thread-safe. */
public final class StandardTypes {
  private StandardTypes() {}

  /**
   * The shape of a class of the JDK; null if the class is no known value type.
   *
   * @param type a class of the JDK
   */
  public static @Nullable Shape of(Class<?> type) {
    try {
      return find(type);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      // Another version of the JDK: opaque is safer than a wrong reading.
      return ShapeFactory.opaque(
          type.getName(), type.getName() + " cannot be read in this version of the JDK");
    }
  }

  /**
   * The shape of a value whose class does not belong to the JDK, although its content does: an
   * annotation, a {@link SecretValue} or a {@link TextValue}; null for every other class.
   */
  public static @Nullable Shape ofValue(Class<?> type) {
    if (type == TextValue.class) {
      return TextTypes.kept();
    }
    return type == SecretValue.class ? Secrets.kept() : Annotations.of(type);
  }

  /**
   * The shape of an application class that extends such a value type, and neither adds fields nor
   * overrides methods; null for every other class. Typical is a logging level of one's own.
   */
  public static @Nullable Shape ofSubclass(Class<?> type) {
    Class<?> base = ShapeFactory.plainBase(type);
    return base == null ? null : of(base);
  }

  private static @Nullable Shape find(Class<?> type) throws ReflectiveOperationException {
    Shape shape = Secrets.of(type);
    if (shape == null) {
      shape = EqualsTypes.of(type);
    }
    if (shape == null) {
      shape = TextTypes.of(type);
    }
    if (shape == null) {
      shape = PartTypes.of(type);
    }
    if (shape == null) {
      shape = BufferTypes.of(type);
    }
    if (shape == null) {
      shape = ofModule(type);
    }
    return shape == null ? MoreTypes.of(type) : shape;
  }

  /** Types of modules that not every JVM has. */
  private static @Nullable Shape ofModule(Class<?> type) throws ReflectiveOperationException {
    String name = type.getName();
    if (name.startsWith("java.awt.")) {
      return Geometry.of(type);
    }
    if (name.startsWith("javax.sql.rowset.serial.")) {
      return SqlSerials.of(type);
    }
    if (name.startsWith("javax.naming.")) {
      return NamingTypes.ofNaming(type);
    }
    return name.startsWith("javax.management.") ? OpenTypes.of(type) : null;
  }
}
