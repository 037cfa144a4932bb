package io.understudy.overhead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.RunnerException;

/**
 * What threads share while they are captured, with 1, 2, 4 and 16 threads. More threads than
 * processors take turns; the table shows the time of an operation on its processor.
 */
final class ThreadTable {
  private static final int[] THREADS = {1, 2, 4, 16};

  private static final Map<String, String> TITLES =
      new LinkedHashMap<>(
          Map.of(
              "ledger", "count a call and its end",
              "cost", "count its cost in the histogram",
              "room", "ask the queue for room",
              "queue", "hand a call over, and take one"));

  private final Map<String, Map<Integer, Double>> nanos = new TreeMap<>();
  private final Map<String, Figure> counters;

  /** Runs a suite; 0 threads means the number that the suite sets. */
  interface Source {
    Map<String, Figure> run(String suite, int threads) throws RunnerException;
  }

  ThreadTable(Source suites) throws RunnerException {
    for (int threads : THREADS) {
      double share = Math.min(1.0, (double) Runtime.getRuntime().availableProcessors() / threads);
      suites
          .run("Contention", threads)
          .forEach(
              (name, figure) ->
                  nanos
                      .computeIfAbsent(name, n -> new TreeMap<>())
                      .put(threads, figure.nanos() * share));
    }
    counters = suites.run("FalseSharing", 0);
  }

  void print() {
    System.out.println();
    System.out.println("| shared by threads | 1 thread | 2 | 4 | 16 |");
    System.out.println("|---|---:|---:|---:|---:|");
    for (String name : List.of("ledger", "cost", "room", "queue")) {
      StringBuilder row = new StringBuilder("| " + TITLES.get(name));
      nanos
          .getOrDefault(name, Map.of())
          .values()
          .forEach(time -> row.append(" | ").append(Figure.nanos(time)));
      System.out.println(row + " |");
    }
    System.out.println();
    System.out.println("| counters of two threads | alone | together |");
    System.out.println("|---|---:|---:|");
    for (String thread : List.of("caller", "worker")) {
      System.out.println(
          "| "
              + thread
              + " | "
              + counters.get(thread + "Alone")
              + " | "
              + counters.get("countersOfTwoThreads")
              + " |");
    }
  }
}
