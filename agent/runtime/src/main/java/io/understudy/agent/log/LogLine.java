package io.understudy.agent.log;

/** One message with its time, thread and severity. Immutable. */
final class LogLine {
  final long millis;
  final String thread;
  final boolean isWarning;
  final String text;

  LogLine(long millis, String thread, boolean isWarning, String text) {
    this.millis = millis;
    this.thread = thread;
    this.isWarning = isWarning;
    this.text = text;
  }
}
