package io.understudy.agent.check;

import io.understudy.value.OneShot;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says where a type's objects are no values, so that a call that takes or gives one cannot be
 * captured: the types of {@link OneShot}, and what a user can do about each sort.
 */
final class Unusable {
  /** What completes later and tells so. */
  static final String STAGE = "java.util.concurrent.CompletionStage";

  private static final List<String> LAZY =
      Arrays.asList(
          "java.util.concurrent.Callable",
          "java.util.function.Supplier",
          "java.util.function.BooleanSupplier",
          "java.util.function.IntSupplier",
          "java.util.function.LongSupplier",
          "java.util.function.DoubleSupplier",
          "java.lang.Runnable",
          "kotlin.Lazy",
          "kotlin.jvm.functions.Function0",
          "scala.Function0");

  private static final Map<OneShot, String> ADVICE = new EnumMap<>(OneShot.class);

  static {
    ADVICE.put(OneShot.ONCE, ", so that the candidate or the caller would find it empty");
    ADVICE.put(OneShot.STAGE, "");
    ADVICE.put(
        OneShot.FUTURE,
        "; it is never waited for: let the control return a CompletionStage, or shadow the method"
            + " that computes the value");
    ADVICE.put(
        OneShot.PUBLISHER,
        "; it is never subscribed to, since that would do the work again: shadow the method that"
            + " computes the value");
    ADVICE.put(OneShot.CALLBACK, "; shadow the method that computes the answer and returns it");
    ADVICE.put(OneShot.RESOURCE, "; shadow a method that takes and gives values");
    ADVICE.put(OneShot.CONCURRENCY, "; shadow a method that takes and gives values");
  }

  private Unusable() {}

  /** Whether this type is a stage, which stands for what it completes with. */
  static boolean isStage(String type, Types types) {
    return types.closure(type).contains(STAGE);
  }

  /**
   * Why a method whose result is declared as this type returns no value, but what would compute it;
   * null for all other types.
   */
  static @Nullable String lazy(String type) {
    return LAZY.contains(type)
        ? type + " computes its value when it is asked; shadow the method that computes it"
        : null;
  }

  /** Why objects of this type, or of this type of array, cannot be captured; null if they can. */
  static @Nullable String reason(String type, Types types) {
    Set<String> closure = types.closure(type.replace("[]", ""));
    if (closure.contains(STAGE)) {
      return null; // Those that are complete are seen as their values; which are is not known here.
    }
    for (String name : closure) {
      OneShot sort = OneShot.named(name);
      if (sort != null) {
        String which = name.equals(type) ? type : type + " is a " + name + ", which";
        return which + " " + sort.reason() + ADVICE.get(sort);
      }
    }
    return null;
  }
}
