package io.understudy.inject;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the applications of one plan have written. Not thread-safe. */
final class InjectionResults {
  private final Coverage coverage;
  private final Set<String> done = new LinkedHashSet<>();
  private final List<String> failures = new ArrayList<>();
  private int experiments;

  InjectionResults(SiteTable sites) {
    this.coverage = new Coverage(sites);
  }

  /** Adds the results of one JVM of an earlier run. Its books were checked then. */
  void readAgain(Path file) throws IOException {
    parse(file, new TreeMap<>());
  }

  /** Adds the results of one JVM. Its last experiment fails if the JVM did not end by itself. */
  void read(Path file, Run run) throws IOException {
    Map<String, Long> made = new TreeMap<>();
    int failed = failures.size();
    String open = parse(file, made);
    if (!open.isEmpty()) {
      failures.add(open + " the JVM hangs or dies: " + run);
    } else if (failures.size() == failed) {
      checkBooks(run, made);
    }
  }

  /** Returns what the JVM has begun and not ended; empty if it has ended all. */
  private String parse(Path file, Map<String, Long> made) throws IOException {
    String open = "no results";
    List<String> lines =
        Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split("\t", -1);
      switch (words[0]) {
        case "TRY":
          open = line;
          done.add(words[1]);
          break;
        case "OK":
        case "MISS":
        case "FAIL":
          open = "";
          add(words, line);
          break;
        case "HITS":
          addAll(words, coverage.reached);
          break;
        case "RUNS":
          open = "";
          addAll(words, coverage.running);
          break;
        case "MADE":
          for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            made.put(words[i].substring(0, equals), Long.parseLong(words[i].substring(equals + 1)));
          }
          break;
        default:
          break;
      }
    }
    return open;
  }

  private static void addAll(String[] words, Set<Integer> sites) {
    for (int i = 1; i < words.length; i++) {
      sites.add(Integer.parseInt(words[i]));
    }
  }

  private void add(String[] words, String line) {
    if (words[0].equals("FAIL")) {
      failures.add(line);
    }
    if (words.length > 5) {
      experiments++;
      if (!words[0].equals("MISS")) {
        coverage.tried.add(Integer.parseInt(words[2]));
      }
    }
  }

  /** Compares the journal, as its reader sees it, with the counts of the application. */
  private void checkBooks(Run run, Map<String, Long> made) throws IOException {
    Map<String, PointTotals> books;
    try {
      books = run.books();
    } catch (AssertionError damage) {
      failures.add("the journal is damaged: " + damage.getMessage());
      return;
    }
    for (Map.Entry<String, Long> point : made.entrySet()) {
      PointTotals totals = books.getOrDefault(point.getKey(), PointTotals.none());
      long ended = 0;
      for (Fate fate : Fate.values()) {
        ended += totals.fate(fate);
      }
      if (totals.intercepted() != point.getValue() || ended != point.getValue()) {
        failures.add(
            point + " calls were made, " + totals.intercepted() + " counted, " + ended + " ended");
      }
    }
  }

  /** The numbers of the experiments that were begun, in all JVMs. */
  Set<String> done() {
    return done;
  }

  int experiments() {
    return experiments;
  }

  /** All failures, one a line; empty if there are none. */
  String failures() {
    return String.join("\n", failures);
  }

  Coverage coverage() {
    return coverage;
  }
}
