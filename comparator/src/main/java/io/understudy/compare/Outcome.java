package io.understudy.compare;

import org.jspecify.annotations.Nullable;

/**
 * What one side did with its inputs: returned a value or threw an exception; with the arguments as
 * they stood afterwards, where asked. Values may be live objects or {@code Frozen} ones. Immutable
 * as far as its values are.
 */
public final class Outcome {
  private final @Nullable Object value;
  private final @Nullable ThrownException thrown;
  private final @Nullable Object @Nullable [] arguments;

  private Outcome(
      @Nullable Object value,
      @Nullable ThrownException thrown,
      @Nullable Object @Nullable [] arguments) {
    this.value = value;
    this.thrown = thrown;
    this.arguments = arguments;
  }

  /** The side returned; {@code null} also for a void method. */
  public static Outcome returned(@Nullable Object value) {
    return new Outcome(value, null, null);
  }

  /** The side threw. */
  public static Outcome threw(ThrownException thrown) {
    return new Outcome(null, thrown, null);
  }

  /** The same outcome with the arguments as they stood afterwards; the array is not copied. */
  public Outcome withArguments(@Nullable Object[] afterwards) {
    return new Outcome(value, thrown, afterwards);
  }

  /** The returned value; null when it threw. */
  public @Nullable Object value() {
    return value;
  }

  /** The exception; null when it returned. */
  public @Nullable ThrownException thrown() {
    return thrown;
  }

  /** The arguments as they stood afterwards; null where that was not asked. Not copied. */
  public @Nullable Object @Nullable [] arguments() {
    return arguments;
  }

  @Override
  public String toString() {
    return thrown == null ? "returned" : "threw " + thrown.className();
  }
}
