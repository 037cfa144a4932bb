package io.understudy.value.shape;

import io.understudy.value.InstanceFields;
import io.understudy.value.NonValueType;
import io.understudy.value.Origin;
import io.understudy.value.Scalar;
import io.understudy.value.Uncapturable;
import io.understudy.value.contents.CollectionOrder;
import io.understudy.value.contents.FunctionObjects;
import io.understudy.value.contents.GeneratedClasses;
import io.understudy.value.contents.SizedIterables;
import io.understudy.value.contents.StateFields;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Finds the standard shape of a class: the one that it has without a view. */
final class ShapeFinder {
  private final ShapeSource libraries;
  private final CollectionReader collections;

  ShapeFinder(ShapeSource libraries, CollectionReader collections) {
    this.libraries = libraries;
    this.collections = collections;
  }

  /**
   * The standard shape of a class.
   *
   * @param shapes the shapes of the parts of its objects
   */
  Shape find(Class<?> type, Shapes shapes) {
    if (type.isArray()) {
      return new ArrayShape(type);
    }
    if (type == EqualsShape.EqualsValue.class) {
      return EqualsShape.KEPT;
    }
    if (Shape.Bearer.class.isAssignableFrom(type)) {
      return new PerObjectShape(type.getName(), true, bearer -> ((Shape.Bearer) bearer).shape());
    }
    Shape value = libraries.ofValue(type);
    if (value != null) {
      return value;
    }
    Shape fixed = ImmutableScalars.of(type);
    if (fixed != null) {
      return fixed;
    }
    return Origin.isJdk(type) ? ofJdk(type, shapes) : ofApplication(type, shapes);
  }

  private Shape ofJdk(Class<?> type, Shapes shapes) {
    Shape known = MutableScalars.of(type);
    if (known == null) {
      known = libraries.ofLibrary(type, Origin.names(type));
    }
    if (known == null) {
      known = holder(type);
    }
    if (known == null) {
      known = container(type, Origin.names(type), ExtraFields.NOTHING);
    }
    if (known != null) {
      return known;
    }
    if (Throwable.class.isAssignableFrom(type)) {
      return throwable(type, shapes);
    }
    if (Map.Entry.class.isAssignableFrom(type)) {
      return EntryShapes.of(type);
    }
    if (type == Object.class) {
      return new AccessorShape(type.getName(), Collections.emptyList(), Collections.emptyList());
    }
    String reason = GeneratedClasses.reason(type);
    if (reason == null) {
      reason = NonValueType.reason(type, Origin.names(type));
    }
    return new OpaqueShape(
        type.getName(),
        reason == null ? type.getName() + " is a JDK type of unknown content" : reason);
  }

  private static @Nullable Shape holder(Class<?> type) {
    if (type == Optional.class) {
      return new OptionalShape(type, held -> ((Optional<?>) held).orElse(null));
    }
    if (type == OptionalInt.class) {
      return new OptionalShape(
          type, held -> ((OptionalInt) held).isPresent() ? ((OptionalInt) held).getAsInt() : null);
    }
    if (type == OptionalLong.class) {
      return new OptionalShape(
          type,
          held -> ((OptionalLong) held).isPresent() ? ((OptionalLong) held).getAsLong() : null);
    }
    if (type == OptionalDouble.class) {
      return new OptionalShape(
          type,
          held ->
              ((OptionalDouble) held).isPresent() ? ((OptionalDouble) held).getAsDouble() : null);
    }
    if (type == AtomicReference.class) {
      return new OptionalShape(type, held -> ((AtomicReference<?>) held).get());
    }
    Shape future = FutureShapes.of(type);
    if (future != null) {
      return future;
    }
    return type == AtomicIntegerArray.class
            || type == AtomicLongArray.class
            || type == AtomicReferenceArray.class
        ? new AtomicArrayShape(type)
        : null;
  }

  private Shape ofApplication(Class<?> type, Shapes shapes) {
    Set<String> names = Origin.names(type);
    Shape proxy = libraries.ofProxy(type, names);
    if (proxy != null) {
      return proxy;
    }
    String generated = GeneratedClasses.reason(type);
    if (generated != null) {
      return new OpaqueShape(type.getName(), generated);
    }
    Shape future = FutureShapes.of(type);
    if (future != null) {
      return future;
    }
    Shape library =
        names.contains("java.lang.CharSequence") ? null : libraries.ofLibrary(type, names);
    if (library != null) {
      return library;
    }
    String reason = NonValueType.reason(type, names);
    if (reason != null) {
      return new OpaqueShape(type.getName(), reason);
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return ScalarShape.changing(
          type, Scalar.TEXT, ShapeFinder::characters, ShapeFinder::characters, live -> true);
    }
    Shape known = ScalarSubclasses.of(type);
    if (known == null) {
      known = ownContainer(type, names, shapes);
    }
    if (known != null) {
      return known;
    }
    return Throwable.class.isAssignableFrom(type)
        ? throwable(type, shapes)
        : record(type, names, shapes);
  }

  // CharSequence defines toString as the characters. A different length shows that the class breaks
  // this rule, or that a thread changes the object.
  private static Object characters(Object live) {
    CharSequence sequence = (CharSequence) live;
    int length = sequence.length();
    String text = sequence.toString();
    if (text.length() != length) {
      throw new Accessors.UnreadableException(
          new Uncapturable(
              live.getClass().getName() + " is a text whose toString is not its characters"));
    }
    return text;
  }

  private @Nullable Shape ownContainer(Class<?> type, Set<String> names, Shapes shapes) {
    Method size = null;
    if (!Map.class.isAssignableFrom(type) && !Collection.class.isAssignableFrom(type)) {
      size = SizedIterables.size(type, names);
      if (size == null) {
        return null;
      }
    }
    try {
      Shape extraFields = ExtraFields.of(type, shapes);
      return size == null
          ? container(type, names, extraFields)
          : CollectionShape.ofIterable(type, names, extraFields, size);
    } catch (Uncapturable unreadable) {
      return new OpaqueShape(type.getName(), unreadable.reason());
    } catch (ReflectiveOperationException impossible) {
      return new OpaqueShape(type.getName(), type.getName() + " cannot be read");
    }
  }

  private @Nullable Shape container(Class<?> type, Set<String> names, Shape extraFields) {
    Shape loaded;
    if (Map.class.isAssignableFrom(type)) {
      loaded =
          new MapShape(
              type.getName(),
              extraFields,
              collections.entriesOf(type),
              collections.foreignOf(type));
    } else if (Collection.class.isAssignableFrom(type)) {
      loaded =
          CollectionShape.of(
              libraries.isBag(names) ? CollectionOrder.BAG : CollectionOrder.of(type, names),
              type.getName(),
              extraFields,
              collections.elementsOf(type),
              collections.foreignOf(type));
    } else {
      return null;
    }
    Shape lazy = libraries.ofLazy(type, names, loaded);
    return lazy == null ? loaded : lazy;
  }

  private static Shape throwable(Class<?> type, Shapes shapes) {
    try {
      return ThrowableShapes.of(type, shapes);
    } catch (Uncapturable unreadable) {
      return new OpaqueShape(type.getName(), unreadable.reason());
    } catch (ReflectiveOperationException impossible) {
      return new OpaqueShape(type.getName(), type.getName() + " cannot be read");
    }
  }

  private static Shape record(Class<?> type, Set<String> names, Shapes shapes) {
    try {
      List<Field> fields = InstanceFields.opened(type);
      if (StateFields.isHidden(fields)) {
        return OpaqueShape.unseen(
            type.getName(),
            type.getName()
                + " has no fields that are compared, only objects that it refers to; name its parts in a view");
      }
      List<Field> parts = StateFields.ofRecord(fields);
      return FunctionObjects.isClassContent(type, names)
          ? RecordFields.withClass(type, parts, shapes)
          : RecordShape.of(type, parts, shapes);
    } catch (Uncapturable unreadable) {
      return new OpaqueShape(type.getName(), unreadable.reason());
    } catch (ReflectiveOperationException impossible) {
      return new OpaqueShape(type.getName(), type.getName() + " cannot be read");
    }
  }
}
