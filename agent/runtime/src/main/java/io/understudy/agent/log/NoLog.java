package io.understudy.agent.log;

import org.jspecify.annotations.Nullable;

/** A log that discards all messages; see {@link Log#none()}. */
final class NoLog implements Log {
  static final Log INSTANCE = new NoLog();

  private NoLog() {}

  @Override
  public void info(String text) {}

  @Override
  public void warn(String text) {}

  @Override
  public void warn(String text, Throwable cause) {}

  @Override
  public void warnOnce(String key, String text) {}

  @Override
  public void warnOnce(String key, String text, @Nullable Throwable cause) {}

  @Override
  public void fatal(String text) {}
}
