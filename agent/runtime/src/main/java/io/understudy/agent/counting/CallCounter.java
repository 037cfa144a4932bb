package io.understudy.agent.counting;

import io.understudy.bridge.Tally;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Counts calls for a limited time. It weaves classes in small batches with a pause after each,
 * since the JVM stops all threads for each batch. Classes that are loaded meanwhile follow. At the
 * end, also after a failure, all classes are restored. Used once, by one thread.
 */
public final class CallCounter {
  private static final int BATCH = 20;
  private static final long PAUSE_MILLIS = 5;
  private static final long SCAN_MILLIS = 2_000;

  private final Instrumentation instrumentation;
  private final LoadedClasses loaded;
  private final CountingTransformer transformer;
  private final List<MethodCount> counts = new ArrayList<>();
  private final Set<String> places = new LinkedHashSet<>();

  private CallCounter(Object key, Instrumentation instrumentation, MethodFilter countable) {
    this.instrumentation = instrumentation;
    this.loaded = new LoadedClasses(instrumentation, countable);
    this.transformer = new CountingTransformer(countable, new CounterNumbers(key));
  }

  /**
   * Counts calls; blocks the current thread meanwhile.
   *
   * @param millis duration of the count in milliseconds
   * @param countable selects the methods to count
   * @return the counts
   * @throws IllegalStateException if another count is running in this JVM
   * @throws InterruptedException if the thread is interrupted; the classes are restored
   */
  public static CallCounts during(
      long millis, Instrumentation instrumentation, MethodFilter countable)
      throws InterruptedException {
    Object key = Tally.open();
    if (key == null) {
      throw new IllegalStateException("calls are being counted in this JVM already");
    }
    try {
      CallCounter counter = new CallCounter(key, instrumentation, countable);
      counter.count(millis);
      return new CallCounts(millis, counter.counts, counter.places);
    } finally {
      Tally.close(key);
    }
  }

  private void count(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    instrumentation.addTransformer(transformer, true);
    try {
      for (long left = millis; left > 0; left = left(end)) {
        for (List<Class<?>> batch : batches(loaded.findNew())) {
          retransform(batch);
          batch.forEach(each -> LoadedClasses.place(each, places));
          Thread.sleep(PAUSE_MILLIS);
        }
        Thread.sleep(Math.max(0, Math.min(left(end), SCAN_MILLIS)));
      }
      transformer.woven().forEach(each -> each.read(counts));
    } finally {
      instrumentation.removeTransformer(transformer);
      restore();
    }
  }

  private static long left(long end) {
    return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
  }

  /** Restores the classes: without the transformer, the JVM transforms the original class files. */
  private void restore() {
    List<Class<?>> woven = new ArrayList<>();
    for (CountedClass each : transformer.woven()) {
      Class<?> type = each.type();
      if (type != null) {
        woven.add(type);
      }
    }
    // Without pauses, which could be interrupted: all classes must be restored.
    batches(woven).forEach(this::retransform);
  }

  private static List<List<Class<?>>> batches(List<Class<?>> classes) {
    List<List<Class<?>>> batches = new ArrayList<>();
    for (int i = 0; i < classes.size(); i += BATCH) {
      batches.add(classes.subList(i, Math.min(i + BATCH, classes.size())));
    }
    return batches;
  }

  private void retransform(List<Class<?>> batch) {
    transformer.setWanted(new HashSet<>(batch));
    if (!tryRetransform(batch)) {
      // The JVM refuses a whole batch because of one class.
      batch.forEach(each -> tryRetransform(Collections.singletonList(each)));
    }
    transformer.setWanted(Collections.emptySet());
  }

  private boolean tryRetransform(List<Class<?>> classes) {
    try {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
      return true;
    } catch (Exception | LinkageError | InternalError refused) {
      return false;
    }
  }
}
