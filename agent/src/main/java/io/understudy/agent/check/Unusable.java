package io.understudy.agent.check;

import io.understudy.value.OneShot;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says where a type's objects are no values, so that a call that takes or gives one cannot be
 * captured: the types of {@link OneShot}, and what a user can do about each sort.
 */
final class Unusable {
  private static final Map<OneShot, String> ADVICE = new EnumMap<>(OneShot.class);

  static {
    ADVICE.put(OneShot.ONCE, ", so that the candidate or the caller would find it empty");
    ADVICE.put(OneShot.LATER, "; this version compares only what is there when the method returns");
    ADVICE.put(OneShot.RESOURCE, "; shadow a method that takes and gives values");
    ADVICE.put(OneShot.CONCURRENCY, "; shadow a method that takes and gives values");
  }

  private Unusable() {}

  /** Why objects of this type, or of this type of array, cannot be captured; null if they can. */
  static @Nullable String reason(String type, Types types) {
    for (String name : types.closure(type.replace("[]", ""))) {
      OneShot sort = OneShot.named(name);
      if (sort != null) {
        String which = name.equals(type) ? type : type + " is a " + name + ", which";
        return which + " " + sort.reason() + ADVICE.get(sort);
      }
    }
    return null;
  }
}
