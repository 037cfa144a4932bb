package io.understudy.value.shape;

import io.understudy.value.RacyReads;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of the JDK's map entries: records of key and value. */
final class EntryShapes {
  private static final List<String> NAMES =
      Collections.unmodifiableList(Arrays.asList("key", "value"));

  private EntryShapes() {}

  static Shape of(Class<?> type) {
    RacyReads.@Nullable Ref inside =
        type.getName().startsWith("java.util.Collections$") ? entryInside(type) : null;
    return new AccessorShape(
        type.getName(),
        NAMES,
        Arrays.asList(
            entry -> ((Map.Entry<?, ?>) entry).getKey(),
            entry -> ((Map.Entry<?, ?>) entry).getValue()),
        inside == null ? null : live -> isForeign(inside.get(live)));
  }

  /** The field with the entry inside an unmodifiable or checked one. */
  private static RacyReads.@Nullable Ref entryInside(Class<?> type) {
    return RacyReads.refField(type, "e");
  }

  private static boolean isForeign(@Nullable Object inside) {
    Object at = inside;
    while (at != null) {
      if (Shape.hasForeignMethods(at)) {
        return true;
      }
      RacyReads.Ref next =
          at.getClass().getName().startsWith("java.util.Collections$")
              ? entryInside(at.getClass())
              : null;
      at = next == null ? null : next.get(at);
    }
    return false;
  }
}
