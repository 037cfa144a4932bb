package io.understudy.agent.capture;

import io.understudy.agent.call.OutcomeCompletion;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import io.understudy.value.view.Freezer;
import org.jspecify.annotations.Nullable;

/** An outcome with parts that a thread of the pool must read. Used by one thread at a time. */
final class LateOutcome implements OutcomeCompletion {
  /** The longest time for reading in nanoseconds; a step that blocks is ended by the watchdog. */
  private static final long LONGEST = 1_000_000_000L;

  private final Bounds bounds;
  private final @Nullable Object value;
  private final @Nullable ThrownException thrown;
  private final @Nullable ThrowableCopy thrownCopy;
  private final @Nullable Object @Nullable [] arguments;
  private final boolean[] shared;

  /**
   * Keeps the parts.
   *
   * @param bounds the bounds of the capture
   * @param value the result, perhaps frozen in part
   * @param thrown the exception, if it could be read
   * @param thrownCopy a copy of the exception, if its methods must be called
   * @param arguments the arguments after the call, perhaps frozen in part; null if not compared
   * @param shared which arguments are the candidate's too
   */
  LateOutcome(
      Bounds bounds,
      @Nullable Object value,
      @Nullable ThrownException thrown,
      @Nullable ThrowableCopy thrownCopy,
      @Nullable Object @Nullable [] arguments,
      boolean[] shared) {
    this.bounds = bounds;
    this.value = value;
    this.thrown = thrown;
    this.thrownCopy = thrownCopy;
    this.arguments = arguments;
    this.shared = shared;
  }

  @Override
  public Outcome complete() throws Uncapturable {
    Meter meter =
        new Meter(new Bounds(bounds.nodes(), bounds.bytes(), Math.max(LONGEST, bounds.nanos())));
    meter.resume(System.nanoTime());
    Outcome outcome = outcome(meter);
    if (arguments == null) {
      return outcome;
    }
    @Nullable Object[] complete = new @Nullable Object[arguments.length];
    for (int i = 0; i < complete.length; i++) {
      complete[i] = Freezer.complete(arguments[i], meter);
    }
    return outcome.withArguments(readable(complete, shared));
  }

  private Outcome outcome(Meter meter) throws Uncapturable {
    if (thrownCopy != null) {
      return Outcome.threw(thrownCopy.read());
    }
    return thrown == null
        ? Outcome.returned(Freezer.complete(value, meter))
        : Outcome.threw(thrown);
  }

  /** Replaces shared arguments that cannot be read by null, which is not compared. */
  static @Nullable Object[] readable(@Nullable Object[] frozen, boolean[] shared) {
    for (int i = 0; i < frozen.length; i++) {
      Object argument = frozen[i];
      if (shared[i] && argument instanceof Frozen && ((Frozen) argument).kind() == Kind.OPAQUE) {
        frozen[i] = null;
      }
    }
    return frozen;
  }
}
