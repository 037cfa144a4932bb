package io.understudy.inject;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the applications of one plan have written. Not thread-safe. */
final class InjectionResults {
  private final SiteTable sites;
  private final Set<Integer> reached = new HashSet<>();
  private final Set<Integer> tried = new HashSet<>();
  private final List<String> failures = new ArrayList<>();
  private int experiments;
  private long last = -1;

  InjectionResults(SiteTable sites) {
    this.sites = sites;
  }

  /** Adds the results of one JVM. Its last experiment fails if the JVM did not end by itself. */
  void read(Path file, Run run) throws IOException {
    String open = "";
    Map<String, Long> made = new TreeMap<>();
    int failed = failures.size();
    List<String> lines =
        Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split("\t", -1);
      switch (words[0]) {
        case "TRY":
          open = line;
          last = Long.parseLong(words[1]);
          break;
        case "OK":
        case "MISS":
        case "FAIL":
          open = "";
          add(words, line);
          break;
        case "HITS":
          for (int i = 1; i < words.length; i++) {
            reached.add(Integer.parseInt(words[i]));
          }
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
    if (!open.isEmpty() || lines.isEmpty()) {
      failures.add(open + " the JVM hangs or dies: " + run);
    } else if (failures.size() == failed) {
      checkBooks(run, made);
    }
  }

  private void add(String[] words, String line) {
    if (words[0].equals("FAIL")) {
      failures.add(line);
    }
    if (words.length > 5) {
      experiments++;
      if (!words[0].equals("MISS")) {
        tried.add(Integer.parseInt(words[2]));
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

  /** The last experiment that a JVM has begun; -1 if none has. */
  long last() {
    return last;
  }

  int experiments() {
    return experiments;
  }

  /** All failures, one a line; empty if there are none. */
  String failures() {
    return String.join("\n", failures);
  }

  /** The sites by package: how many there are, were executed, and have failed. */
  String coverage() {
    Map<String, int[]> packages = new TreeMap<>();
    int[] sum = new int[3];
    for (int site = 0; site < sites.lines().size(); site++) {
      String[] words = sites.lines().get(site).split("\t");
      String name = words[1].substring(0, words[1].lastIndexOf('.'));
      int[] counts = packages.computeIfAbsent(name, n -> new int[3]);
      for (int[] each : new int[][] {counts, sum}) {
        each[0]++;
        each[1] += reached.contains(site) ? 1 : 0;
        each[2] += tried.contains(site) ? 1 : 0;
      }
    }
    StringBuilder table =
        new StringBuilder("| package | sites | reached | tried |\n|---|---|---|---|\n");
    packages.forEach((name, counts) -> table.append(row("`" + name + "`", counts)));
    return table.append(row("all", sum)).toString();
  }

  private static String row(String name, int[] counts) {
    return "| " + name + " | " + counts[0] + " | " + counts[1] + " | " + counts[2] + " |\n";
  }

  /** The names of the sites that were executed and did not fail, and of those never executed. */
  String untried() {
    StringBuilder text = new StringBuilder();
    for (int site = 0; site < sites.lines().size(); site++) {
      if (!tried.contains(site)) {
        String how = reached.contains(site) ? "reached" : "not reached";
        text.append(how).append('\t').append(sites.lines().get(site)).append('\n');
      }
    }
    return text.toString();
  }
}
