package io.understudy.report.aggregate;

import io.understudy.journal.file.FileSummary;
import io.understudy.journal.file.JournalFile;
import io.understudy.journal.file.JournalReader;
import io.understudy.report.summary.ReportPeriod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads journal files with several threads. Each thread fills its own aggregate; at the end they
 * are merged. The result does not depend on the number of threads. Thread-safe.
 */
public final class JournalAggregator {
  private final ReportPeriod period;
  private final int threads;

  /** Returns one thread for each processor, at most 8. */
  public static int defaultThreads() {
    return Math.min(8, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Creates an aggregator.
   *
   * @param period the days to sum
   * @param threads how many files are read at the same time, at least 1
   */
  public JournalAggregator(ReportPeriod period, int threads) {
    this.period = period;
    this.threads = threads;
  }

  /**
   * Reads the files into one aggregate. Damaged files do not fail: the aggregate lists their
   * problems.
   *
   * @throws IllegalStateException where the calling thread is interrupted
   */
  public Aggregate read(List<JournalFile> files) {
    Aggregate whole = new Aggregate(period);
    List<JournalFile> distinct = CopyFilter.withoutCopies(files, whole::add);
    ConcurrentLinkedQueue<JournalFile> waiting = new ConcurrentLinkedQueue<>(distinct);
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.min(threads, Math.max(1, distinct.size())));
    try {
      List<FileSummary> summaries = Collections.synchronizedList(new ArrayList<>());
      List<Future<Aggregate>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(pool.submit(() -> drain(waiting, summaries)));
      }
      for (Future<Aggregate> part : parts) {
        whole.merge(part.get());
      }
      JournalReader.check(summaries, whole::problem);
    } catch (ExecutionException broken) {
      throw new IllegalStateException("reading the journals failed", broken.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the journals", interrupted);
    } finally {
      stop(pool);
    }
    return whole;
  }

  private Aggregate drain(ConcurrentLinkedQueue<JournalFile> waiting, List<FileSummary> summaries) {
    Aggregate part = new Aggregate(period);
    for (JournalFile file = waiting.poll(); file != null; file = waiting.poll()) {
      FileIntegrityVisitor visitor = new FileIntegrityVisitor(part);
      FileSummary summary = file.read(visitor);
      part.add(visitor.integrity(summary));
      summaries.add(summary);
    }
    return part;
  }

  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    try {
      if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the reading threads did not end within 10 seconds");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
