package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wrappers of {@code java.util.Collections}: unmodifiable, synchronized, set from map, deque as
 * stack. What is inside is copied, and wrapped again by the method that the class is named after.
 */
final class Wrappers {
  private static final String PREFIX = "java.util.Collections$";

  private Wrappers() {}

  /** The plan of a wrapper class; null when it is none. */
  static @Nullable Plan of(Class<?> type) {
    String name = type.getName();
    if (!name.startsWith(PREFIX)) {
      return null;
    }
    String simple = name.substring(PREFIX.length());
    if (simple.equals("SetFromMap")) {
      return new SetFromMap();
    }
    if (simple.equals("AsLIFOQueue")) {
      return wrapping("asLifoQueue");
    }
    if (simple.startsWith("Unmodifiable") || simple.startsWith("Synchronized")) {
      String method = simple.replace("RandomAccess", "");
      return wrapping(Character.toLowerCase(method.charAt(0)) + method.substring(1));
    }
    return null;
  }

  private static @Nullable Plan wrapping(String name) {
    for (Method method : Collections.class.getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == 1) {
        return new Wrapping(method);
      }
    }
    return null;
  }

  private static final class Wrapping extends Plan {
    private final Method wrap;

    Wrapping(Method wrap) {
      this.wrap = wrap;
    }

    @Override
    @Nullable Object build(Object live, Copying run) throws Uncapturable {
      Object copy = run.part(run.inside(live));
      if (run.isPending()) {
        return null;
      }
      try {
        return wrap.invoke(null, copy);
      } catch (IllegalAccessException | InvocationTargetException impossible) {
        throw new Uncapturable(live.getClass().getName() + " cannot be wrapped again");
      }
    }
  }

  /** {@code Collections.newSetFromMap}, which takes an empty map only. */
  private static final class SetFromMap extends Plan {
    @Override
    @SuppressWarnings("unchecked")
    Object shell(Object live, Copying run) throws Uncapturable {
      Object empty = run.emptyLike(run.inside(live));
      return Collections.newSetFromMap((Map<Object, Boolean>) empty);
    }

    @Override
    @SuppressWarnings("unchecked")
    void fill(Object live, Object copy, Copying run) throws Uncapturable {
      Entries entries = Entries.of((Collection<?>) live, run);
      if (!run.isPending()) {
        Filling.into((Set<@Nullable Object>) copy, false, entries, run);
      }
    }
  }
}
