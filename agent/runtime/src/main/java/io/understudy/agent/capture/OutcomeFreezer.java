package io.understudy.agent.capture;

import io.understudy.agent.call.CallPoint;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.value.ForeignThrowables;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Freezes the outcomes of the controls of one call point, on the application's threads. It runs no
 * code of the application: what only such code can read, is copied here and read on the pool.
 * Thread-safe.
 */
final class OutcomeFreezer {
  private final CallPoint point;
  private final PrivateCopies copies;
  private final boolean comparesTexts;

  OutcomeFreezer(CallPoint point, PrivateCopies copies) {
    this.point = point;
    this.copies = copies;
    this.comparesTexts = point.config().effectiveRules().exceptions().compareTexts();
  }

  /**
   * Freezes an outcome.
   *
   * @return an {@link Outcome}, or a {@link LateOutcome} if a part must be read later
   */
  Object freeze(CallToken token, @Nullable Object returned, @Nullable Throwable thrown)
      throws Uncapturable {
    Meter meter = token.meter;
    @Nullable Object value = null;
    ThrownException exception = null;
    ThrowableCopy copy = null;
    if (thrown == null) {
      value = Freezer.freezePartly(returned, meter, point.views(), false, copies);
    } else if (ForeignThrowables.isForeign(thrown)) {
      try {
        copy = copy(thrown, meter);
      } catch (Uncapturable failure) {
        if (comparesTexts) {
          throw failure;
        }
        exception = ThrownException.unread(thrown, "(not read: " + failure.reason() + ")");
      }
    } else {
      exception = ThrownException.of(thrown);
    }
    @Nullable Object[] arguments = arguments(token);
    if (copy != null || Freezer.isPartly(value) || isPartly(arguments)) {
      boolean[] shared = arguments == null ? new boolean[0] : shared(token);
      return new LateOutcome(point.config().bounds(), value, exception, copy, arguments, shared);
    }
    Outcome outcome = exception == null ? Outcome.returned(value) : Outcome.threw(exception);
    return arguments == null
        ? outcome
        : outcome.withArguments(LateOutcome.readable(arguments, shared(token)));
  }

  private ThrowableCopy copy(Throwable thrown, Meter meter) throws Uncapturable {
    PrivateCopies.Session session = copies.begin(meter);
    Throwable copy = (Throwable) session.copy(thrown);
    return new ThrowableCopy(copy, session.finish());
  }

  /** Freezes the arguments after the call; null if they are not compared. */
  private @Nullable Object @Nullable [] arguments(CallToken token) throws Uncapturable {
    @Nullable Object[] live = token.live;
    if (live == null) {
      return null;
    }
    @Nullable Object[] copied = Objects.requireNonNull(token.copies);
    @Nullable Object[] afterwards = new @Nullable Object[live.length];
    for (int i = 0; i < live.length; i++) {
      boolean lenient = live[i] == copied[i];
      afterwards[i] = Freezer.freezePartly(live[i], token.meter, point.views(), lenient, copies);
    }
    return afterwards;
  }

  private static boolean isPartly(@Nullable Object @Nullable [] arguments) {
    for (int i = 0; arguments != null && i < arguments.length; i++) {
      if (Freezer.isPartly(arguments[i])) {
        return true;
      }
    }
    return false;
  }

  /** Which arguments are shared with the candidate because they are immutable, such as a lambda. */
  private static boolean[] shared(CallToken token) {
    @Nullable Object[] live = Objects.requireNonNull(token.live);
    @Nullable Object[] copied = Objects.requireNonNull(token.copies);
    boolean[] shared = new boolean[live.length];
    for (int i = 0; i < live.length; i++) {
      shared[i] = live[i] == copied[i];
    }
    return shared;
  }
}
