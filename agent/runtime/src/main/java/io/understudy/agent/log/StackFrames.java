package io.understudy.agent.log;

import org.jspecify.annotations.Nullable;

/** Formats an exception for the log: classes and stack frames, no messages. Stateless. */
final class StackFrames {
  private static final int MOST_CAUSES = 8;
  private static final int MOST_FRAMES = 40;

  private StackFrames() {}

  /**
   * Returns one line for each exception and frame; all lines but the first are indented. Never
   * throws, unless the thread is stopped.
   */
  static String of(Throwable thrown) {
    StringBuilder out = new StringBuilder(thrown.getClass().getName());
    try {
      Throwable seen = thrown;
      for (int i = 0; i < MOST_CAUSES; i++) {
        frames(seen, out);
        Throwable cause = seen.getCause();
        if (cause == null || cause == seen) {
          break;
        }
        out.append("\n  caused by ").append(cause.getClass().getName());
        seen = cause;
      }
    } catch (ThreadDeath stop) {
      throw stop;
    } catch (Throwable unreadable) {
      // The application may override getCause().
      out.append("\n  (unreadable: ").append(unreadable.getClass().getName()).append(')');
    }
    return out.toString();
  }

  private static void frames(Throwable thrown, StringBuilder out) {
    @Nullable StackTraceElement[] trace = thrown.getStackTrace();
    for (int i = 0; i < Math.min(trace.length, MOST_FRAMES); i++) {
      out.append("\n    at ").append(trace[i]);
    }
    if (trace.length > MOST_FRAMES) {
      out.append("\n    and ").append(trace.length - MOST_FRAMES).append(" more");
    }
  }
}
