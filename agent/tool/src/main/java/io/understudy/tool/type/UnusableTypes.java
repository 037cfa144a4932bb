package io.understudy.tool.type;

import io.understudy.value.NonValueType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says where a type's objects are no values, so that a call that takes or gives one cannot be
 * captured: the types of {@link NonValueType}, and what a user can do about each sort.
 */
public final class UnusableTypes {
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

  private static final Map<NonValueType, String> ADVICE = new EnumMap<>(NonValueType.class);

  static {
    ADVICE.put(NonValueType.ONCE, ", so that the candidate or the caller would find it empty");
    ADVICE.put(NonValueType.STAGE, "");
    ADVICE.put(
        NonValueType.FUTURE,
        "; it is never waited for: let the control return a CompletionStage, or shadow the method"
            + " that computes the value");
    ADVICE.put(
        NonValueType.PUBLISHER,
        "; it is never subscribed to, since that would do the work again: shadow the method that"
            + " computes the value");
    ADVICE.put(
        NonValueType.CALLBACK, "; shadow the method that computes the answer and returns it");
    ADVICE.put(NonValueType.RESOURCE, "; shadow a method that takes and gives values");
    ADVICE.put(NonValueType.CONCURRENCY, "; shadow a method that takes and gives values");
  }

  private UnusableTypes() {}

  /** Whether this type is a stage, which stands for what it completes with. */
  public static boolean isStage(String type, TypeLookup types) {
    return types.closure(type).contains(STAGE);
  }

  /**
   * Why a method whose result is declared as this type returns no value, but what would compute it;
   * null for all other types.
   */
  public static @Nullable String lazy(String type) {
    return LAZY.contains(type)
        ? type + " computes its value when it is asked; shadow the method that computes it"
        : null;
  }

  /** Why objects of this type, or of this type of array, cannot be captured; null if they can. */
  public static @Nullable String reason(String type, TypeLookup types) {
    Set<String> closure = types.closure(type.replace("[]", ""));
    if (closure.contains(STAGE)) {
      return null; // Those that are complete are seen as their values; which are is not known here.
    }
    for (String name : closure) {
      NonValueType sort = NonValueType.named(name);
      if (sort != null) {
        String which = name.equals(type) ? type : type + " is a " + name + ", which";
        return which + " " + sort.reason() + ADVICE.get(sort);
      }
    }
    return null;
  }
}
