package io.understudy.agent.capture;

import io.understudy.agent.call.CallPoint;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Counts failures of the agent at one call point, and turns the point off after too many failures,
 * since each one costs the caller a stack trace. Thread-safe.
 */
final class CaptureFailures {
  /** After so many failures the point stays off until the JVM is restarted. */
  static final int LIMIT = 100;

  static final String OFF = "capturing failed " + LIMIT + " times";

  private final CallPoint point;
  private final Consumer<String> warnings;
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean off;
  private volatile boolean overflowed;

  CaptureFailures(CallPoint point, Consumer<String> warnings) {
    this.point = point;
    this.warnings = warnings;
  }

  /** Counts a failure, and reports the first one and the one that turns the point off. */
  void add(Throwable failure) {
    if (failure instanceof StackOverflowError) {
      overflow(failure);
      return;
    }
    int now = count.incrementAndGet();
    if (now >= LIMIT) {
      off = true;
    }
    if (now == 1) {
      report(failure);
    } else if (now == LIMIT) {
      warnings.accept(
          point.name()
              + ": "
              + OFF
              + " inside of the agent; its calls are counted as shed from now on");
    }
  }

  // The application uses up the stack, so this does not turn the point off.
  private void overflow(Throwable failure) {
    if (!overflowed) {
      report(failure);
      overflowed = true;
    }
  }

  private void report(Throwable failure) {
    warnings.accept(
        point.name()
            + ": a call could not be captured because of "
            + describe(failure)
            + "; it is counted as uncaptured, and the application is not affected");
  }

  /** Whether the point is turned off. */
  boolean isOff() {
    return off;
  }

  // Without the message: it may contain values of the application.
  private static String describe(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
