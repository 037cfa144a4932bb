package io.understudy.agent.convert;

import org.jspecify.annotations.Nullable;

/** An object by its identity, with a type that it becomes. Immutable. */
final class ObjectKey {
  private final Object object;
  private final Object type;

  ObjectKey(Object object, Object type) {
    this.object = object;
    this.type = type;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectKey
        && object == ((ObjectKey) other).object
        && type.equals(((ObjectKey) other).type);
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(object) + type.hashCode();
  }
}
