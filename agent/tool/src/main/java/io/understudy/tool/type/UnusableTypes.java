package io.understudy.tool.type;

import io.understudy.value.NonValueType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds types whose objects are not values, so calls that take or return them cannot be captured.
 * They are the types of {@link NonValueType}; the message adds a remedy for each sort. Stateless.
 */
public final class UnusableTypes {
  /** The type that completes later and reports its completion. */
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

  private static final Map<NonValueType, String> REMEDIES = new EnumMap<>(NonValueType.class);

  static {
    REMEDIES.put(NonValueType.ONCE, ", so the candidate or the caller would find it empty");
    REMEDIES.put(NonValueType.STAGE, "");
    REMEDIES.put(
        NonValueType.FUTURE,
        "; it is never waited for: let the control return a CompletionStage, or shadow the method"
            + " that computes the value");
    REMEDIES.put(
        NonValueType.PUBLISHER,
        "; it is never subscribed to, since that would do the work again: shadow the method that"
            + " computes the value");
    REMEDIES.put(
        NonValueType.CALLBACK, "; shadow the method that computes the answer and returns it");
    REMEDIES.put(NonValueType.RESOURCE, "; shadow a method that takes and gives values");
    REMEDIES.put(NonValueType.CONCURRENCY, "; shadow a method that takes and gives values");
  }

  private UnusableTypes() {}

  /** Whether this type is a stage, which is captured as the value it completes with. */
  public static boolean isStage(String type, TypeLookup types) {
    return types.closure(type).contains(STAGE);
  }

  /**
   * Returns why a result of this type is a computation instead of a value; null for all other
   * types.
   */
  public static @Nullable String lazy(String type) {
    return LAZY.contains(type)
        ? type + " computes its value on demand; shadow the method that computes it"
        : null;
  }

  /** Returns why objects of this type, or arrays of them, cannot be captured; null if they can. */
  public static @Nullable String reason(String type, TypeLookup types) {
    Set<String> closure = types.closure(type.replace("[]", ""));
    if (closure.contains(STAGE)) {
      return null; // A complete stage is captured as its value; completeness is known only at run
      // time.
    }
    for (String name : closure) {
      NonValueType sort = NonValueType.named(name);
      if (sort != null) {
        String which = name.equals(type) ? type : type + " is a " + name + ", which";
        return which + " " + sort.reason() + REMEDIES.get(sort);
      }
    }
    return null;
  }
}
