package io.understudy.agent.log;

import org.jspecify.annotations.Nullable;

/**
 * Where the stages say what happened to themselves. Thread-safe; never blocks, never throws, does
 * not write: safe to call while class-loading locks are held.
 *
 * <p>Texts never hold values of the application: class names, call points, bounds and counts only.
 * Of an exception only the classes and stack frames are kept, since messages may quote values.
 */
public interface Log {
  /** Says something that is as expected. */
  void info(String text);

  /** Says something that the operator should look at. */
  void warn(String text);

  /** The same with the classes and stack frames of an exception, without its messages. */
  void warn(String text, Throwable cause);

  /**
   * Warns the first time that {@code key} is seen; later texts with that key are left out.
   *
   * @param key such as the call point's name and what is wrong with it
   */
  void warnOnce(String key, String text);

  /** The same with the classes and stack frames of an exception, if there is one. */
  void warnOnce(String key, String text, @Nullable Throwable cause);

  /**
   * Tells the operator, in one line on stderr and in the log, what cannot wait for somebody to read
   * the log: that the agent does not run, or cannot keep its evidence.
   */
  void fatal(String text);

  /** A log that keeps nothing. */
  static Log none() {
    return NoLog.INSTANCE;
  }
}
