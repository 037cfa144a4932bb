package io.understudy.value.shape;

import io.understudy.value.Uncapturable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * How one field's value is frozen, decided once by its declared type as far as that tells. The
 * declared type is held by the class that declares the field, so that remembering it pins nothing.
 */
final class FieldFreezer {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final Class<?> declared;
  private @Nullable Shape shape;

  private FieldFreezer(Class<?> declared) {
    this.declared = declared;
  }

  /**
   * The step {@code (Object owner, FreezeWalk) -> Object}: reads the field and freezes what it
   * finds.
   *
   * @param getter {@code (Object) -> Object}
   * @param shapes under which all of the owner's objects are frozen
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
                LOOKUP.findVirtual(FreezeWalk.class, "text", perPart),
                perPart.appendParameterTypes(FreezeWalk.class),
                1,
                0)
            : LOOKUP
                .findVirtual(
                    FieldFreezer.class, "freeze", perPart.appendParameterTypes(FreezeWalk.class))
                .bindTo(new FieldFreezer(declared));
    return MethodHandles.filterArguments(freeze, 0, getter);
  }

  /** Whether whatever the field holds is small and immutable, or null. */
  private static boolean isFixed(Class<?> declared) {
    // Asks for no other shape: that one may be looking for this one at the moment.
    return declared.isPrimitive()
        || declared.isEnum()
        || (declared != String.class
            && Modifier.isFinal(declared.getModifiers())
            && ImmutableScalars.of(declared) != null);
  }

  // A race between threads finds the same shape twice.
  @Nullable Object freeze(@Nullable Object value, FreezeWalk run) throws Uncapturable {
    if (value == null) {
      return null;
    }
    if (value.getClass() != declared) {
      return run.part(value);
    }
    Shape known = shape;
    if (known == null) {
      known = run.ofInstances(declared);
      shape = known;
    }
    return run.ofClass(value, known);
  }
}
