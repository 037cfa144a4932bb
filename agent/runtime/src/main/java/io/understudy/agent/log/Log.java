package io.understudy.agent.log;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Receives messages of the agent about itself. Thread-safe. The methods never block, throw or write
 * a file, so they are safe while class-loading locks are held.
 *
 * <p>Texts contain class names, call points, bounds and counts, and no values of the application.
 * The log keeps only the classes and stack frames of an exception, since its message may quote
 * values.
 */
public interface Log {
  /** Logs an expected event. */
  void info(String text);

  /** Logs an event that the operator should check. */
  void warn(String text);

  /** Logs a warning with the classes and stack frames of an exception, without its messages. */
  void warn(String text, Throwable cause);

  /**
   * Logs a warning for the first occurrence of {@code key}; later warnings with that key are
   * ignored.
   *
   * @param key for example the call point's name and the kind of problem
   */
  void warnOnce(String key, String text);

  /** Does the same with the classes and stack frames of an exception; {@code cause} may be null. */
  void warnOnce(String key, String text, @Nullable Throwable cause);

  /**
   * Reports an urgent problem in one line on stderr and in the log: the agent does not run, or
   * cannot write its evidence.
   */
  void fatal(String text);

  /** The file of the log, or the name that it will have; null if it has none. */
  default @Nullable Path file() {
    return null;
  }

  /** Returns a log that discards all messages. */
  static Log none() {
    return NoLog.INSTANCE;
  }
}
