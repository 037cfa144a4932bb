package io.understudy.agent.log;

/** One message with its time, thread and severity. Immutable. */
final class LogLine {
  final long millis;
  final String thread;
  final boolean warning;
  final String text;

  LogLine(long millis, String thread, boolean warning, String text) {
    this.millis = millis;
    this.thread = thread;
    this.warning = warning;
    this.text = text;
  }
}
