package io.understudy.agent.evidence;

import io.understudy.journal.Example;
import org.jspecify.annotations.Nullable;

/**
 * A queue of examples from the pool's threads to the journal's thread. It is bounded in number and
 * bytes, never waits for the disk, and counts the examples that find no room. An example stays in
 * the queue until it is written. Takes its memory at once, so that no operation can fail half-way.
 * Thread-safe.
 */
final class ExampleQueue {
  private final long mostBytes;

  /** A ring: the oldest example is at {@code first}. */
  private final @Nullable Example[] examples;

  private final long[] sizes;
  private int first;
  private int count;
  private long waitingBytes;
  private long lost;

  /** Creates a queue for at most this number of examples and of bytes in their calls. */
  ExampleQueue(int mostExamples, long mostBytes) {
    this.mostBytes = mostBytes;
    this.examples = new Example[mostExamples];
    this.sizes = new long[mostExamples];
  }

  /** Adds an example of about {@code bytes}, or counts it as lost if there is no room. */
  synchronized void offer(Example example, long bytes) {
    if (count >= examples.length || waitingBytes + bytes > mostBytes) {
      lost++;
      return;
    }
    int slot = (first + count) % examples.length;
    examples[slot] = example;
    sizes[slot] = bytes;
    waitingBytes += bytes;
    count++;
  }

  /** Returns the oldest waiting example; null if none waits. */
  synchronized @Nullable Example peek() {
    return count == 0 ? null : examples[first];
  }

  /** Removes an example if it is the oldest one; so a second call has no effect. */
  synchronized void remove(Example written) {
    if (count > 0 && examples[first] == written) {
      examples[first] = null;
      waitingBytes -= sizes[first];
      first = (first + 1) % examples.length;
      count--;
    }
  }

  /** Removes an example that cannot be written, and counts it as lost. */
  synchronized void lose(Example unwritable) {
    remove(unwritable);
    lost++;
  }

  /** The number of waiting examples. */
  synchronized int size() {
    return count;
  }

  /** The number of examples that found no room. Their calls are counted like all others. */
  synchronized long lost() {
    return lost;
  }
}
