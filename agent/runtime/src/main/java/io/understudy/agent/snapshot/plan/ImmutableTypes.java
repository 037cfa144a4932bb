package io.understudy.agent.snapshot.plan;

import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Modifier;

/** Tells from a declared type alone that what it holds needs no copy. Stateless. */
public final class ImmutableTypes {
  private ImmutableTypes() {}

  /**
   * Whether each value of a declared type is small and immutable, or null. False for {@code
   * String}, which is immutable but whose length is metered.
   */
  public static boolean includes(Class<?> declared) {
    return declared.isPrimitive()
        || declared.isEnum()
        || (declared != String.class
            && Modifier.isFinal(declared.getModifiers())
            && !declared.isArray()
            && StandardShapes.ofInstances(declared).immutable());
  }
}
