package io.understudy.value.shape;

import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Freezes the values of one field. Choices that depend only on the declared type are made once. The
 * class that declares the field refers to the declared type, so keeping the type here prevents no
 * class from being unloaded.
 */
final class FieldFreezer {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final Class<?> declared;
  private @Nullable Shape shape;

  private FieldFreezer(Class<?> declared) {
    this.declared = declared;
  }

  /**
   * The handle {@code (Object owner, FreezeWalk) -> Object} that reads the field and freezes its
   * value.
   *
   * @param getter {@code (Object) -> Object}
   * @param shapes the shapes that freeze the owner's objects
   */
  static MethodHandle of(Class<?> declared, MethodHandle getter, Shapes shapes)
      throws ReflectiveOperationException {
    if (isFixed(declared) && !shapes.isViewed(declared)) {
      return MethodHandles.dropArguments(getter, 1, FreezeWalk.class);
    }
    MethodType perPart = MethodType.methodType(Object.class, Object.class);
    MethodHandle freeze =
        declared == String.class
            ? MethodHandles.permuteArguments(
                LOOKUP.findVirtual(FreezeWalk.class, "freezeText", perPart),
                perPart.appendParameterTypes(FreezeWalk.class),
                1,
                0)
            : LOOKUP
                .findVirtual(
                    FieldFreezer.class, "freeze", perPart.appendParameterTypes(FreezeWalk.class))
                .bindTo(new FieldFreezer(declared));
    return MethodHandles.filterArguments(freeze, 0, getter);
  }

  /** Whether every value of the field is null or a small immutable object. */
  private static boolean isFixed(Class<?> declared) {
    // Looks up no other shape: a thread may already be looking for this one from there.
    return declared.isPrimitive()
        || declared.isEnum()
        || (declared != String.class
            && Modifier.isFinal(declared.getModifiers())
            && ImmutableScalars.of(declared) != null);
  }

  // Several threads may look up the shape at once; all of them find the same one.
  @Nullable Object freeze(@Nullable Object value, FreezeWalk walk) throws Uncapturable {
    if (value == null) {
      return null;
    }
    if (value.getClass() != declared) {
      return walk.freezePart(value);
    }
    Shape known = shape;
    if (known == null) {
      known = walk.ofInstances(declared);
      shape = known;
    }
    return walk.freezeOfClass(value, known);
  }
}
