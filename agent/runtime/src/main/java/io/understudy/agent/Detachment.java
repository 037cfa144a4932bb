package io.understudy.agent;

import io.understudy.agent.weave.BridgeKey;
import io.understudy.bridge.AgentGroup;
import io.understudy.value.RemovableClassValue;
import java.io.Closeable;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Removes the agent from a running JVM. The bridge stays, since the bootstrap loader never unloads
 * it. Frames of woven code that are inside their controls stay too, and end normally. After that,
 * nothing else in the JVM or the application refers to the agent's loader.
 */
final class Detachment {
  /** Longest wait in nanoseconds for the agent's threads, which are idle by then. */
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(3);

  private static final String THREAD_PREFIX = "understudy-";

  private final BridgeKey key;
  private final Generation generation;
  private final Instrumentation instrumentation;

  Detachment(BridgeKey key, Generation generation, Instrumentation instrumentation) {
    this.key = key;
    this.generation = generation;
    this.instrumentation = instrumentation;
  }

  /** Takes no more calls, waits for the calls under way, and restores the classes. */
  String begin() {
    generation.capture.close();
    boolean complete = generation.leave("detached");
    int restored = generation.capture.unweave(instrumentation);
    return "detached; classes restored: "
        + restored
        + "; the journal is "
        + (complete ? "closed" : "NOT complete, since the disk did not answer in time");
  }

  /**
   * Releases all resources. After that, the agent cannot load further classes.
   *
   * @return a description of the threads that did not end; empty if all have ended
   */
  String end() {
    key.verbs(null);
    List<String> left = awaitThreads();
    RemovableClassValue.end();
    // Before the latch, so that a later attachment finds the bridge free.
    key.release();
    System.getProperties().remove("io.understudy.attached");
    String text =
        left.isEmpty()
            ? ""
            : "; threads that do not return from the application's code, and keep the agent's"
                + " classes in memory until they do: "
                + String.join(", ", left);
    closeLoader();
    return text;
  }

  private static List<String> awaitThreads() {
    long end = System.nanoTime() + WAIT_NANOS;
    List<String> left = threads();
    while (!left.isEmpty() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(WAIT_NANOS / 100);
      left = threads();
    }
    return left;
  }

  private static List<String> threads() {
    List<String> names = new ArrayList<>();
    ThreadGroup group = AgentGroup.root();
    Thread[] threads = new Thread[group.activeCount() + 64];
    int count = group.enumerate(threads);
    for (int i = 0; i < count; i++) {
      boolean isOwn = threads[i].getName().startsWith(THREAD_PREFIX);
      if (isOwn && threads[i] != Thread.currentThread() && !isRequest(threads[i])) {
        names.add(threads[i].getName());
      }
    }
    return names;
  }

  /** Whether the thread serves a request, such as the one that attached the agent. */
  private static boolean isRequest(Thread thread) {
    return thread.getName().equals("understudy-request");
  }

  private static void closeLoader() {
    ClassLoader loader = Detachment.class.getClassLoader();
    if (loader instanceof Closeable) {
      try {
        ((Closeable) loader).close();
      } catch (IOException alreadyGone) {
        return; // the file descriptor leaks, and the log is closed already
      }
    }
  }
}
