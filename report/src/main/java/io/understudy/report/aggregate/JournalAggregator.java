package io.understudy.report.aggregate;

import io.understudy.journal.PointTotals;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.Sums;
import io.understudy.journal.file.FileSelection;
import io.understudy.journal.file.FileSummary;
import io.understudy.journal.file.JournalFile;
import io.understudy.journal.file.JournalReader;
import io.understudy.journal.file.JournalTooLargeException;
import io.understudy.journal.file.ReadBudget;
import io.understudy.report.summary.ReportPeriod;
import io.understudy.report.summary.VoidedSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads journal files with several threads. Each thread fills its own aggregate; at the end they
 * are merged. The result does not depend on the number of threads. Thread-safe.
 *
 * <p>Whether the files of a session fit together shows only when all are read. If some do not, the
 * others are read again without that session, because sums cannot be taken apart.
 */
public final class JournalAggregator {
  /** Memory that the reading of one file may need: its longest line and its largest batch. */
  private static final long BYTES_PER_THREAD = 64L << 20;

  private final ReportPeriod period;
  private final int threads;

  /** Returns one thread for each processor, at most 8, and fewer where memory is small. */
  public static int defaultThreads() {
    long room = Math.max(1, Runtime.getRuntime().maxMemory() / BYTES_PER_THREAD);
    return (int) Math.min(room, Math.min(8, Runtime.getRuntime().availableProcessors()));
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
   * problems, and nothing of a session counts whose evidence was changed or contradicts itself.
   *
   * @throws IllegalStateException where the calling thread is interrupted
   * @throws io.understudy.journal.file.JournalTooLargeException where the files say more than a
   *     reading keeps
   */
  public Aggregate read(FileSelection selection) {
    List<FileSummary> summaries = new ArrayList<>(selection.contested());
    ReadBudget budget = selection.budget();
    Aggregate counted = readAll(selection.files(), summaries, budget);
    selection.problems().forEach(counted::problem);
    JournalReader.check(summaries, counted::problem);
    Findings findings = counted.findings();
    Set<String> voided = new TreeSet<>(findings.voided);
    for (boolean complete = voided.isEmpty(); !complete; ) {
      // Drops the sums before it reads again, so that only one reading is in memory.
      counted = new Aggregate(period);
      List<FileSummary> again = new ArrayList<>();
      counted = readAll(filesWithout(voided, selection.files(), summaries), again, budget);
      JournalReader.check(again, counted::problem);
      // A file that still grows may show damage only now.
      complete = voided.containsAll(counted.findings().voided);
      if (!complete) {
        voided.addAll(counted.findings().voided);
        findings.merge(counted.findings());
      }
    }
    counted.take(findings, voidedSessions(voided, summaries));
    return counted;
  }

  private static List<JournalFile> filesWithout(
      Set<String> voided, List<JournalFile> files, List<FileSummary> summaries) {
    Map<String, SessionEntry> heads = new HashMap<>();
    for (FileSummary summary : summaries) {
      SessionEntry head = summary.session();
      if (head != null) {
        heads.put(summary.path(), head);
      }
    }
    return files.stream()
        .filter(
            file -> {
              SessionEntry head = heads.get(file.path().toString());
              return head == null || !voided.contains(head.session());
            })
        .toList();
  }

  private static List<VoidedSession> voidedSessions(
      Set<String> voided, List<FileSummary> summaries) {
    TreeMap<String, VoidedSession> sessions = new TreeMap<>();
    for (FileSummary summary : summaries) {
      SessionEntry head = summary.session();
      if (head != null && voided.contains(head.session())) {
        long calls = 0;
        for (PointTotals totals : summary.totals().values()) {
          calls = Sums.plus(calls, totals.intercepted());
        }
        sessions.merge(
            head.session(),
            new VoidedSession(head, 1, calls),
            (a, b) ->
                new VoidedSession(
                    a.entry(), a.files() + b.files(), Sums.plus(a.intercepted(), b.intercepted())));
      }
    }
    return List.copyOf(sessions.values());
  }

  private Aggregate readAll(
      Collection<JournalFile> files, List<FileSummary> summaries, ReadBudget budget) {
    final long before = budget.kept();
    Aggregate whole = new Aggregate(period);
    ConcurrentLinkedQueue<JournalFile> waiting = new ConcurrentLinkedQueue<>(files);
    int readers = Math.min(threads, Math.max(1, files.size()));
    ExecutorService pool = Executors.newFixedThreadPool(readers);
    try {
      List<FileSummary> read = Collections.synchronizedList(summaries);
      List<Future<Aggregate>> parts = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        parts.add(pool.submit(() -> drain(waiting, read, budget)));
      }
      List<Aggregate> complete = new ArrayList<>();
      for (Future<Aggregate> part : parts) {
        complete.add(part.get());
      }
      // Merging moves what was counted before.
      budget.reset(before);
      complete.forEach(whole::merge);
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof JournalTooLargeException tooLarge) {
        throw tooLarge;
      }
      throw new IllegalStateException("reading the journals failed", broken.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the journals", interrupted);
    } finally {
      stop(pool);
    }
    return whole;
  }

  private Aggregate drain(
      ConcurrentLinkedQueue<JournalFile> waiting, List<FileSummary> summaries, ReadBudget budget) {
    Aggregate part = new Aggregate(period, budget);
    for (JournalFile file = waiting.poll(); file != null; file = waiting.poll()) {
      try {
        FileIntegrityVisitor visitor = new FileIntegrityVisitor(part);
        FileSummary summary = file.read(visitor);
        part.add(visitor.integrity(summary));
        summaries.add(summary);
      } catch (JournalTooLargeException full) {
        // The other threads need not go on.
        waiting.clear();
        throw full.at(file.path().toString(), 0);
      }
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
