package io.understudy.agent.snapshot.plan;

import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Modifier;

/** Recognises declared types whose values need no copy. Stateless. */
public final class ImmutableTypes {
  private ImmutableTypes() {}

  /**
   * Whether each value of a declared type is null, or small and immutable. False for {@code
   * String}: it is immutable, but its length must be metered.
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
