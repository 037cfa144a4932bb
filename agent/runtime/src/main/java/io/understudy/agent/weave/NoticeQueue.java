package io.understudy.agent.weave;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Notices of capture and weaving for the log. Woven code runs on the application's threads, and
 * weaving runs while locks of class loaders are held, so neither may log. They add a notice, and a
 * thread of the agent logs it. Each text is logged once. Thread-safe and lock-free.
 */
final class NoticeQueue {
  /** Maximal number of distinct texts; later ones are dropped. */
  private static final int MAX_TEXTS = 1_000;

  private final Set<String> texts = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Notice> waiting = new ConcurrentLinkedQueue<>();

  void warn(String text) {
    add(new Notice(true, text));
  }

  void info(String text) {
    add(new Notice(false, text));
  }

  private void add(Notice notice) {
    if (texts.size() < MAX_TEXTS && texts.add(notice.text())) {
      waiting.add(notice);
    }
  }

  /** Passes the waiting notices to the log, oldest first. */
  void drain(Consumer<Notice> log) {
    for (Notice next = waiting.poll(); next != null; next = waiting.poll()) {
      log.accept(next);
    }
  }
}
