package io.understudy.agent.convert;

import io.understudy.agent.config.ShapeConfig;
import io.understudy.agent.convert.RecordPlan.Slot;
import io.understudy.value.Kind;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shape;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conversion of the arguments of one call. An object that occurs twice becomes one object for
 * each type that it becomes, so shared references and cycles are kept. Not thread-safe.
 */
final class ConversionRun {
  /** Stands for an object that cannot be referred to before its parts are converted. */
  private static final Object UNBORN = new Object();

  final ArgumentConverter converter;
  final DirectUse direct;
  final LateContents late;
  private final ContainerConversion containers;
  private final DocumentConversion documents;
  private final Map<ObjectKey, Object> done = new HashMap<>();

  ConversionRun(ArgumentConverter converter) {
    this.converter = converter;
    this.direct = new DirectUse(converter.views);
    this.late = new LateContents(converter.views);
    this.containers = new ContainerConversion(this);
    this.documents = new DocumentConversion(this);
  }

  /** Converts an object to a type; null stays null where the type allows it. */
  @Nullable Object convert(@Nullable Object source, TargetType to, Path path)
      throws ConversionException {
    boolean isOptional = to.raw() == Optional.class;
    if (source == null) {
      if (to.raw().isPrimitive()) {
        throw ConversionException.at(path, "is null and the candidate takes a " + to);
      }
      return isOptional ? Optional.empty() : null;
    }
    if (direct.fits(source, to) || (source instanceof Frozen && to.raw() == Object.class)) {
      return source;
    }
    Shape shape = converter.views.shapeOf(source);
    Kind kind = shape.kind();
    if (kind == Kind.OPTIONAL) {
      Object content = content(shape, source);
      return isOptional ? optional(content, to, path) : convert(content, to, path);
    }
    if (isOptional) {
      return optional(source, to, path);
    }
    switch (kind) {
      case SCALAR:
        return scalar(shape, source, to, path);
      case RECORD:
        return Map.class.isAssignableFrom(to.raw())
            ? documents.map(shape, source, to, path)
            : record(shape, source, to, path);
      case OPAQUE:
        throw ConversionException.at(path, "cannot be read: " + shape.reason());
      default:
        return containers.convert(shape, source, to, path);
    }
  }

  private Object optional(@Nullable Object content, TargetType to, Path path)
      throws ConversionException {
    return Optional.ofNullable(convert(content, to.argument(Optional.class, 0), path));
  }

  /** The content of an object that holds at most one. */
  static @Nullable Object content(Shape shape, Object source) {
    Elements elements = shape.elements(source);
    return elements.next() ? elements.value() : null;
  }

  private Object scalar(Shape shape, Object source, TargetType to, Path path)
      throws ConversionException {
    ShapeConfig config = converter.classes.config(shape.typeName(), to.raw());
    Object converted;
    try {
      converted = ScalarConversion.convert(shape, source, to.boxed(), config);
    } catch (LinkageError | RuntimeException thrown) {
      throw ConversionException.building(path, to.toString(), thrown);
    }
    if (converted == null) {
      boolean isSort = Number.class.isAssignableFrom(to.boxed()) || to.raw().isEnum();
      throw isSort && shape.scalar() != Scalar.NONE
          ? ConversionException.at(
              path, "is a " + shape.typeName() + " and has no exact counterpart in " + to)
          : ConversionException.type(path, shape.typeName(), to);
    }
    return converted;
  }

  /** The object that a source has become; null if it was not converted to this type before. */
  @Nullable Object known(Object source, Object type, Path path) throws ConversionException {
    Object known = done.get(new ObjectKey(source, type));
    if (known == UNBORN) {
      throw ConversionException.at(
          path, "leads back to an object that needs it to be built; use a class with setters");
    }
    if (known != null && late.isOpen(known)) {
      late.hit(known, path);
    } else if (known != null) {
      late.reused();
    }
    return known;
  }

  /** Marks a source whose object does not exist before its parts. */
  void unborn(Object source, Object type) {
    done.put(new ObjectKey(source, type), UNBORN);
  }

  /** Remembers the object that a source becomes. */
  void became(Object source, Object type, Object made) {
    done.put(new ObjectKey(source, type), made);
  }

  private Object record(Shape shape, Object source, TargetType declared, Path path)
      throws ConversionException {
    RecordPlan plan = plan(shape, declared, path);
    Object known = known(source, plan.type, path);
    if (known != null) {
      return known;
    }
    requirePlaces(shape, plan, path);
    return build(shape, source, plan, path);
  }

  private RecordPlan plan(Shape shape, TargetType declared, Path path) throws ConversionException {
    try {
      TargetType to = converter.classes.choose(shape.typeName(), declared);
      requireBuildable(shape, to);
      return converter.plans.of(shape, to, converter.classes.config(shape.typeName(), to.raw()));
    } catch (ConversionException refused) {
      throw ConversionException.at(path, "(" + shape.typeName() + "): " + refused.reason());
    }
  }

  private static void requireBuildable(Shape shape, TargetType to) throws ConversionException {
    Class<?> raw = to.raw();
    if (raw.isArray() || raw.isPrimitive() || raw.isEnum() || raw.getName().startsWith("java.")) {
      throw new ConversionException("the candidate takes a " + to);
    }
    if (Modifier.isAbstract(raw.getModifiers())) {
      throw new ConversionException(
          to
              + (raw.isInterface() ? " is an interface" : " is abstract")
              + ": name the class to build under types: { "
              + shape.typeName()
              + ": … }");
    }
  }

  /** Refuses parts that have no place, unless the configuration drops them. */
  private void requirePlaces(Shape shape, RecordPlan plan, Path path) throws ConversionException {
    for (Slot slot : plan.unplaced) {
      if (slot.part < 0) {
        throw ConversionException.at(
            path, "has a constant " + slot.name + ", which has no place in " + plan.type);
      }
      Path at = path.part(shape.names().get(slot.part));
      if (!isDropped(at)) {
        throw ConversionException.at(
            at, "has no place in " + plan.type + "; if it is not needed, name it under drop:");
      }
    }
  }

  /** Whether the configuration drops a place. */
  boolean isDropped(Path at) {
    for (PathPattern pattern : converter.drop) {
      if (pattern.matches(at)) {
        return true;
      }
    }
    return false;
  }

  private Object build(Shape shape, Object source, RecordPlan plan, Path path)
      throws ConversionException {
    if (plan.isMadeFirst()) {
      Object made = make(plan, new Object[0], path);
      became(source, plan.type, made);
      late.opened(made);
      for (Slot slot : plan.settings) {
        set(shape, source, slot, made, plan, path);
      }
      late.closed(made);
      return made;
    }
    unborn(source, plan.type);
    @Nullable Object[] arguments = new @Nullable Object[plan.parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      Slot slot = plan.parameters.get(i);
      arguments[i] = value(shape, source, slot, path);
      if (slot.part >= 0 && isDropped(path.part(shape.names().get(slot.part)))) {
        throw ConversionException.at(
            path.part(shape.names().get(slot.part)),
            "is dropped, and the constructor of " + plan.type + " needs it");
      }
    }
    Object made = make(plan, arguments, path);
    for (Slot slot : plan.settings) {
      Object next = set(shape, source, slot, made, plan, path);
      made = plan.build != null && next != null ? next : made;
    }
    if (plan.build != null) {
      try {
        made = (Object) plan.build.invokeExact(made);
      } catch (Throwable thrown) {
        throw ConversionException.building(path, plan.type.raw().getName(), thrown);
      }
      requireMade(made, plan, path);
    }
    became(source, plan.type, made);
    for (int i = 0; i < arguments.length; i++) {
      late.given(made, plan.parameters.get(i).name, arguments[i], path);
    }
    return made;
  }

  private static Object make(RecordPlan plan, @Nullable Object[] arguments, Path path)
      throws ConversionException {
    Object made;
    try {
      made = (Object) plan.maker.invokeExact(arguments);
    } catch (Throwable thrown) {
      throw ConversionException.building(path, plan.type.raw().getName(), thrown);
    }
    requireMade(made, plan, path);
    return made;
  }

  private static void requireMade(@Nullable Object made, RecordPlan plan, Path path)
      throws ConversionException {
    if (made == null) {
      throw ConversionException.at(
          path, "cannot be built: the builder of " + plan.type + " gave null");
    }
  }

  private @Nullable Object set(
      Shape shape, Object source, Slot slot, Object owner, RecordPlan plan, Path path)
      throws ConversionException {
    PartSetter setter = slot.setter;
    if (setter == null || (slot.part >= 0 && isDropped(path.part(shape.names().get(slot.part))))) {
      return owner;
    }
    Object value = value(shape, source, slot, path);
    Object next;
    try {
      next = setter.set(owner, value);
    } catch (Throwable thrown) {
      throw ConversionException.building(
          slot.part < 0 ? path : path.part(shape.names().get(slot.part)),
          plan.type.raw().getName(),
          thrown);
    }
    late.given(owner, slot.name, value, path);
    return next;
  }

  private @Nullable Object value(Shape shape, Object source, Slot slot, Path path)
      throws ConversionException {
    return slot.part < 0
        ? constant(slot.constant, slot.type, path.part(slot.name))
        : convert(
            shape.part(source, slot.part), slot.type, path.part(shape.names().get(slot.part)));
  }

  /** Converts a value of the configuration. A decimal means the double that prints as it. */
  @Nullable Object constant(@Nullable Object value, TargetType type, Path path)
      throws ConversionException {
    Object binary =
        value instanceof BigDecimal
            ? NumberConversion.shortest((BigDecimal) value, type.boxed())
            : null;
    return convert(binary == null ? value : binary, type, path);
  }

  /** Finds the part of a source to which steps lead. */
  @Nullable Object part(@Nullable Object source, List<String> steps, Path root)
      throws ConversionException {
    Object at = source;
    Path path = root;
    for (String step : steps) {
      if (at == null) {
        throw ConversionException.at(path, "is null, so it has no part " + step);
      }
      Shape shape = converter.views.shapeOf(at);
      while (shape.kind() == Kind.OPTIONAL) {
        at = content(shape, at);
        if (at == null) {
          throw ConversionException.at(path, "is empty, so it has no part " + step);
        }
        shape = converter.views.shapeOf(at);
      }
      at = PartStep.of(shape, at, step, path, converter.views);
      path = path.part(step);
    }
    return at;
  }
}
