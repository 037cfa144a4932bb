package io.understudy.agent.convert;

import io.understudy.agent.config.MappingConfig;
import io.understudy.agent.config.ShapeConfig;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides which class is built where a type is declared. Thread-safe. */
final class TargetClasses {
  private final MappingConfig mapping;
  private final @Nullable ClassLoader loader;
  private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();
  private final Map<TargetType, Map<String, TargetType>> choices = new ConcurrentHashMap<>();

  /**
   * Creates a choice of classes.
   *
   * @param loader the candidate's class loader, which finds the configured classes
   */
  TargetClasses(MappingConfig mapping, @Nullable ClassLoader loader) {
    this.mapping = mapping;
    this.loader = loader;
  }

  /** What is configured for a pair of classes: at the target's name, else at the source's. */
  ShapeConfig config(String source, Class<?> target) {
    ShapeConfig found = mapping.type(target.getName());
    if (found == null) {
      found = mapping.type(source);
    }
    return found == null ? ShapeConfig.NONE : found;
  }

  /**
   * Returns the class that is configured for a class of the control, or the subtype of a sealed
   * type that has its simple name, or the declared type.
   *
   * @param source the name of the class of the control's object
   * @throws ConversionException if a configured class cannot be loaded; the reason has no place
   */
  TargetType choose(String source, TargetType declared) throws ConversionException {
    Map<String, TargetType> known =
        choices.computeIfAbsent(declared, type -> new ConcurrentHashMap<>());
    TargetType chosen = known.get(source);
    if (chosen == null) {
      chosen = find(source, declared);
      known.put(source, chosen);
    }
    return chosen;
  }

  private TargetType find(String source, TargetType declared) throws ConversionException {
    ShapeConfig config = mapping.type(source);
    String name = config == null ? null : config.className();
    if (name != null) {
      Class<?> configured = load(name);
      if (configured == declared.raw()) {
        return declared;
      }
      if (declared.raw().isAssignableFrom(configured)) {
        return subtype(declared, configured);
      }
    }
    Class<?> permitted = permitted(declared.raw(), MappingConfig.simpleName(source));
    return permitted == null ? declared : subtype(declared, permitted);
  }

  private static TargetType subtype(TargetType declared, Class<?> type) throws ConversionException {
    TargetType found = declared.subtype(type);
    if (found == null) {
      throw new ConversionException(
          "the type arguments of " + type.getName() + " cannot be told from " + declared);
    }
    return found;
  }

  private Class<?> load(String name) throws ConversionException {
    Class<?> known = loaded.get(name);
    if (known != null) {
      return known;
    }
    try {
      Class<?> found = Class.forName(name, false, loader);
      loaded.put(name, found);
      return found;
    } catch (ClassNotFoundException | LinkageError missing) {
      throw new ConversionException(
          "the class " + name + " under types: cannot be loaded: " + missing.getClass().getName());
    }
  }

  /** The subtype of a sealed type with a simple name, also of its sealed subtypes; else null. */
  private static @Nullable Class<?> permitted(Class<?> type, String simpleName) {
    for (Class<?> each : permitted(type)) {
      boolean isNamed = MappingConfig.simpleName(each.getName()).equals(simpleName);
      Class<?> found =
          isNamed && !Modifier.isAbstract(each.getModifiers()) ? each : permitted(each, simpleName);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Class<?>[] permitted(Class<?> type) {
    Method method = PERMITTED;
    if (method == null) {
      return new Class<?>[0];
    }
    try {
      Class<?>[] found = (Class<?>[]) method.invoke(type);
      return found == null ? new Class<?>[0] : found;
    } catch (ReflectiveOperationException | LinkageError unreadable) {
      return new Class<?>[0];
    }
  }

  /** {@code Class.getPermittedSubclasses}, since Java 17; null before. */
  private static final @Nullable Method PERMITTED = permittedMethod();

  private static @Nullable Method permittedMethod() {
    try {
      return Class.class.getMethod("getPermittedSubclasses");
    } catch (NoSuchMethodException old) {
      return null;
    }
  }
}
