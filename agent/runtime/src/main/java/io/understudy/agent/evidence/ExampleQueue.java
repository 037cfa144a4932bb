package io.understudy.agent.evidence;

import io.understudy.journal.Example;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Examples on their way from the pool's threads to the journal's thread: a hand-off that is bounded
 * in number and in bytes, never waits for the disk, and counts what it had no room for.
 * Thread-safe.
 */
final class ExampleQueue {
  private final int mostExamples;
  private final long mostBytes;
  private final ArrayDeque<Example> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private long lost;

  /** A hand-off for at most so many examples, whose calls hold at most so many bytes together. */
  ExampleQueue(int mostExamples, long mostBytes) {
    this.mostExamples = mostExamples;
    this.mostBytes = mostBytes;
  }

  /** Takes an example of about {@code bytes}, or counts it as lost where there is no room. */
  synchronized void offer(Example example, long bytes) {
    if (waiting.size() >= mostExamples || waitingBytes + bytes > mostBytes) {
      lost++;
      return;
    }
    waiting.add(example);
    waitingBytes += bytes;
  }

  /** All that wait, in the order in which they came; the hand-off is empty afterwards. */
  synchronized List<Example> take() {
    List<Example> taken = new ArrayList<>(waiting);
    waiting.clear();
    waitingBytes = 0;
    return taken;
  }

  /** How many had no room. Their calls are counted like all others. */
  synchronized long lost() {
    return lost;
  }
}
