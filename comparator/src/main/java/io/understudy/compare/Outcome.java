package io.understudy.compare;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of one side: it returned a value or threw an exception; with the arguments after the
 * call, where they are compared. Values may be live objects or {@code Frozen} ones. Immutable as
 * far as its values are.
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

  /** Creates the outcome of a side that returned; {@code null} also for a void method. */
  public static Outcome returned(@Nullable Object value) {
    return new Outcome(value, null, null);
  }

  /** Creates the outcome of a side that threw. */
  public static Outcome threw(ThrownException thrown) {
    return new Outcome(null, thrown, null);
  }

  /** Returns the same outcome with the arguments after the call; the array is not copied. */
  public Outcome withArguments(@Nullable Object[] afterwards) {
    return new Outcome(value, thrown, afterwards);
  }

  /** The returned value; null where the side threw. */
  public @Nullable Object value() {
    return value;
  }

  /** The exception; null where the side returned. */
  public @Nullable ThrownException thrown() {
    return thrown;
  }

  /** The arguments after the call; null where they were not kept. Not copied. */
  public @Nullable Object @Nullable [] arguments() {
    return arguments;
  }

  @Override
  public String toString() {
    return thrown == null ? "returned" : "threw " + thrown.className();
  }
}
