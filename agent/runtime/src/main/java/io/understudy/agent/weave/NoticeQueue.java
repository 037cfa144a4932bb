package io.understudy.agent.weave;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * What capture has to say. Woven code runs on the application's threads, and weaving holds the
 * locks of class loaders, so neither may log: they leave a notice, and a thread of the agent's logs
 * it. Each text is said once. Thread-safe and lock-free.
 */
final class NoticeQueue {
  /** So many distinct texts are a flood, and say no more than the first ones. */
  private static final int MOST = 1_000;

  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Notice> waiting = new ConcurrentLinkedQueue<>();

  void warn(String text) {
    say(new Notice(true, text));
  }

  void info(String text) {
    say(new Notice(false, text));
  }

  private void say(Notice notice) {
    if (said.size() < MOST && said.add(notice.text())) {
      waiting.add(notice);
    }
  }

  /** Gives the waiting notices to the log, oldest first. */
  void drain(Consumer<Notice> log) {
    for (Notice next = waiting.poll(); next != null; next = waiting.poll()) {
      log.accept(next);
    }
  }
}
