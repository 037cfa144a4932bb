package io.understudy.agent.capture;

import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.Receiver;
import io.understudy.agent.call.Site;
import io.understudy.bridge.Token;
import io.understudy.value.Meter;
import org.jspecify.annotations.Nullable;

/**
 * A call that is taken, from its entry to its exit; held by the woven method's frame. Confined to
 * the calling thread.
 */
final class CallToken implements Token {
  private final PointCapture point;
  final LedgerPage page;
  final Meter meter;

  /** Null until the arguments are copied. */
  @Nullable Object @Nullable [] copies;

  /** The live arguments; null where nobody asks how they stand after the call. */
  @Nullable Object @Nullable [] live;

  /** Which woven method was entered; null where that is not known. */
  @Nullable Site site;

  /** Whom the control was called on; null where it will not be asked again. */
  @Nullable Receiver receiver;

  /** When the control was entered, milliseconds since the epoch. */
  long calledAtMillis;

  /** When the control was entered, by {@code System.nanoTime()}. */
  long startedNanos;

  /** Whether the call has found its end, or has gone where it will. */
  boolean settled;

  CallToken(PointCapture point, LedgerPage page, Meter meter) {
    this.point = point;
    this.page = page;
    this.meter = meter;
  }

  @Override
  public void self(@Nullable Object self, Class<?> declaring) {
    point.self(this, self, declaring);
  }

  @Override
  public void capture(@Nullable Object[] arguments) {
    point.capture(this, arguments);
  }

  @Override
  public void exit(@Nullable Object returned, @Nullable Throwable thrown) {
    point.exit(this, returned, thrown);
  }

  @Override
  public void failed(Throwable failure) {
    point.failed(failure);
  }
}
