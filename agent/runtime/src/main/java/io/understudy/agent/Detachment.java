package io.understudy.agent;

import io.understudy.bridge.Bridge;
import io.understudy.value.RemovableClassValue;
import java.io.Closeable;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes the agent out of a JVM that goes on. What stays is the bridge, which the bootstrap loader
 * never gives back, and frames of calls that are inside of their controls: they end harmlessly.
 * Nothing else of the JVM or the application leads to the agent's loader afterwards.
 */
final class Detachment {
  /** Threads have nothing to do any more by then. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);

  private static final String OWN = "understudy-";

  private final Generation generation;
  private final Instrumentation instrumentation;

  Detachment(Generation generation, Instrumentation instrumentation) {
    this.generation = generation;
    this.instrumentation = instrumentation;
  }

  /** Takes no more calls, sees the others to their fates, and restores the classes. */
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
   * Lets go of everything; nothing that was not loaded before can be loaded afterwards.
   *
   * @return what could not be ended; empty on a good day
   */
  String end() {
    Bridge.verbs(null);
    List<String> left = awaitThreads();
    RemovableClassValue.end();
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
    long end = System.nanoTime() + PATIENCE;
    List<String> left = threads();
    while (!left.isEmpty() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(PATIENCE / 100);
      left = threads();
    }
    return left;
  }

  private static List<String> threads() {
    List<String> names = new ArrayList<>();
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    Thread[] threads = new Thread[group.activeCount() + 64];
    int count = group.enumerate(threads);
    for (int i = 0; i < count; i++) {
      boolean isOwn = threads[i].getName().startsWith(OWN);
      if (isOwn && threads[i] != Thread.currentThread() && !waitsForThis(threads[i])) {
        names.add(threads[i].getName());
      }
    }
    return names;
  }

  /** A request that no agent answered, such as the one that attached it. */
  private static boolean waitsForThis(Thread thread) {
    return thread.getName().equals("understudy-request");
  }

  private static void closeLoader() {
    ClassLoader loader = Detachment.class.getClassLoader();
    if (loader instanceof Closeable) {
      try {
        ((Closeable) loader).close();
      } catch (IOException alreadyGone) {
        return; // its descriptor is lost to the process, and there is nobody left to tell
      }
    }
  }
}
