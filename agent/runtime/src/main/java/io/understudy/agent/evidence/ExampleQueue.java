package io.understudy.agent.evidence;

import io.understudy.journal.Example;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A queue of examples from the pool's threads to the journal's thread. It is bounded in number and
 * bytes, never waits for the disk, and counts the examples that find no room. Thread-safe.
 */
final class ExampleQueue {
  private final int mostExamples;
  private final long mostBytes;
  private final ArrayDeque<Example> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private long lost;

  /** Creates a queue for at most this number of examples and of bytes in their calls. */
  ExampleQueue(int mostExamples, long mostBytes) {
    this.mostExamples = mostExamples;
    this.mostBytes = mostBytes;
  }

  /** Adds an example of about {@code bytes}, or counts it as lost if there is no room. */
  synchronized void offer(Example example, long bytes) {
    if (waiting.size() >= mostExamples || waitingBytes + bytes > mostBytes) {
      lost++;
      return;
    }
    waiting.add(example);
    waitingBytes += bytes;
  }

  /** Removes and returns all waiting examples, in the order of their arrival. */
  synchronized List<Example> take() {
    List<Example> taken = new ArrayList<>(waiting);
    waiting.clear();
    waitingBytes = 0;
    return taken;
  }

  /** The number of examples that found no room. Their calls are counted like all others. */
  synchronized long lost() {
    return lost;
  }
}
