package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.plan.ImmutableTypes;
import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** What the hash code of a key depends on, found without calling it. */
public enum KeyHash {
  /** On the contents of the key: a copy has the same hash code. */
  CONTENTS,

  /** On the identity of the key: the class inherits {@code Object.hashCode}. */
  IDENTITY,

  /** On contents that may inherit {@code Object.hashCode}. */
  UNKNOWN;

  private static final RemovableClassValue<KeyHash> KNOWN =
      new RemovableClassValue<KeyHash>() {
        @Override
        protected KeyHash compute(Class<?> type) {
          return find(type);
        }
      };

  /** The answer for the keys of one class, which are copied. */
  public static KeyHash of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static KeyHash find(Class<?> type) {
    if (isInherited(type)) {
      return IDENTITY;
    }
    if (Origin.isJdk(type)) {
      return StandardShapes.ofInstances(type).kind() == Kind.SCALAR ? CONTENTS : UNKNOWN;
    }
    return hasOnlyScalars(type) ? CONTENTS : UNKNOWN;
  }

  /** Whether a class inherits the hash code of {@code Object}. */
  static boolean isInherited(Class<?> type) {
    if (type.isArray()) {
      return true;
    }
    try {
      return type.getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException | LinkageError missing) {
      return false;
    }
  }

  private static boolean hasOnlyScalars(Class<?> type) {
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      try {
        for (Field field : at.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())
              && field.getType() != String.class
              && !ImmutableTypes.includes(field.getType())) {
            return false;
          }
        }
      } catch (LinkageError missing) {
        return false;
      }
    }
    return true;
  }
}
