package io.understudy.agent.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;

/**
 * The layout of a line: {@code 2026-11-20T14:37:05.120Z WARN [understudy-replay-1] text}. Logback's
 * pattern layout is not used, because it loads its converters by class name.
 */
final class LineLayout extends LayoutBase<ILoggingEvent> {
  @Override
  public String doLayout(ILoggingEvent event) {
    return Instant.ofEpochMilli(event.getTimeStamp())
        + " "
        + event.getLevel()
        + " ["
        + event.getThreadName()
        + "] "
        + event.getFormattedMessage()
        + "\n";
  }
}
