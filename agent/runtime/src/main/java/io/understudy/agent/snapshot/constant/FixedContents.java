package io.understudy.agent.snapshot.constant;

import io.understudy.value.Origin;
import io.understudy.value.view.Unlocked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The contents of immutable and unmodifiable containers of the JDK. Stateless. */
final class FixedContents {
  private FixedContents() {}

  /**
   * Returns what a container holds: its elements, or its keys and values. Runs no code of the
   * application.
   *
   * @return null if the object is no container, or the candidate could change which elements it has
   */
  static @Nullable Collection<? extends @Nullable Object> of(Object live) {
    if (live instanceof Optional) {
      return Collections.singletonList(((Optional<?>) live).orElse(null));
    }
    if (!isFixed(live.getClass().getName()) || !isReadable(live)) {
      return null;
    }
    if (live instanceof Collection) {
      return Unlocked.elements((Collection<?>) live);
    }
    return live instanceof Map ? entries((Map<?, ?>) live) : null;
  }

  private static List<@Nullable Object> entries(Map<?, ?> live) {
    List<@Nullable Object> all = new ArrayList<>();
    for (Map.Entry<?, ?> entry : Unlocked.entries(live)) {
      all.add(entry.getKey());
      all.add(entry.getValue());
    }
    return all;
  }

  /** Whether a collection shows the contents of another one, which its owner may change. */
  static boolean isView(Object live) {
    return live.getClass().getName().startsWith("java.util.Collections$Unmodifiable");
  }

  private static boolean isFixed(String name) {
    return name.startsWith("java.util.ImmutableCollections$")
        || name.startsWith("java.util.Collections$Unmodifiable")
        || name.startsWith("java.util.Collections$Singleton")
        || name.startsWith("java.util.Collections$Empty");
  }

  /** Whether all collections inside wrappers are of the JDK, so that their methods may run. */
  private static boolean isReadable(Object live) {
    Object at = live;
    while (at.getClass().getName().startsWith("java.util.Collections$Unmodifiable")) {
      Function<Object, @Nullable Object> inside = Unlocked.insideOf(at.getClass());
      Object next = inside == null ? null : inside.apply(at);
      if (next == null) {
        return false;
      }
      at = next;
    }
    return Origin.isJdk(at.getClass());
  }
}
