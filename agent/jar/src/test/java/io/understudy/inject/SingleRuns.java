package io.understudy.inject;

import io.understudy.journal.Fate;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointTotals;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalReader;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Faults while the JVM starts and ends, one JVM for each. The application's exit code and results
 * stay as they are. The journal agrees with the application's count, or says that it is incomplete.
 */
final class SingleRuns {
  private static final int EXIT = 7;

  /** In the order of the class {@code Faults} of the child JVM. */
  private static final List<String> FAULTS =
      Arrays.asList("MEMORY", "STACK", "DEATH", "INTERRUPT", "IO");

  private final Injection injection;
  private final Path directory;
  private final List<String> failures = new ArrayList<>();
  private int runs;

  SingleRuns(Injection injection, Path directory) {
    this.injection = injection;
    this.directory = directory;
  }

  /** All failures, one a line; empty if there are none. */
  String failures() {
    return String.join("\n", failures);
  }

  /**
   * Lists the sites of a phase.
   *
   * @param phase {@code START} or {@code END}
   */
  List<Integer> sites(String phase) throws Exception {
    Path each = Files.createDirectories(directory.resolve("profile"));
    ChildJvm child = injection.child(each);
    child.run("app.Once", injection.siteFile(), each.resolve("results.tsv").toString(), "profile");
    List<Integer> sites = new ArrayList<>();
    for (String line : Files.readAllLines(each.resolve("results.tsv"), StandardCharsets.UTF_8)) {
      String[] words = line.split("\t");
      for (int i = 1; i < words.length && words[0].equals(phase); i++) {
        int site = Integer.parseInt(words[i]);
        // The bridge runs inside methods of the JDK such as Thread.start, which the JVM itself
        // needs.
        if (!injection.sites().lines().get(site).contains("\tio.understudy.bridge.")) {
          sites.add(site);
        }
      }
    }
    return sites;
  }

  /** Raises one of the faults of a site, chosen by {@code turn}, while the JVM starts. */
  void start(int site, int turn) throws Exception {
    int fault = fault(site, turn);
    Path each = Files.createDirectories(directory.resolve("start-" + runs++));
    ChildJvm child = injection.child(each).option("-Dfaults.arm=" + site + "," + fault + ",0");
    check(site, fault, each, run(child, each, "start"));
  }

  /** Raises one of the faults of a site, chosen by {@code turn}, while the JVM ends. */
  void end(int site, int turn) throws Exception {
    int fault = fault(site, turn);
    Path each = Files.createDirectories(directory.resolve("end-" + runs++));
    Run run =
        run(
            injection.child(each),
            each,
            "end",
            String.valueOf(site),
            String.valueOf(fault),
            String.valueOf(0));
    check(site, fault, each, run);
  }

  private int fault(int site, int turn) {
    String[] faults = injection.sites().lines().get(site).split("\t")[5].split(",");
    return FAULTS.indexOf(faults[turn % faults.length]);
  }

  private Run run(ChildJvm child, Path each, String... what) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add(injection.siteFile());
    arguments.add(each.resolve("results.tsv").toString());
    for (String word : what) {
      arguments.add(word);
    }
    return child.run("app.Once", arguments.toArray(new String[0]));
  }

  private void check(int site, int fault, Path each, Run run) throws IOException {
    String name = injection.sites().lines().get(site) + " fault " + fault + ": ";
    if (run.exit() != EXIT) {
      failures.add(name + run);
      return;
    }
    Map<String, long[]> made = new TreeMap<>();
    for (String line : Files.readAllLines(each.resolve("results.tsv"), StandardCharsets.UTF_8)) {
      String[] words = line.split("\t");
      if (words[0].equals("WRONG")) {
        failures.add(name + line);
      }
      for (int i = 1; i < words.length && words[0].equals("MADE"); i++) {
        String[] counts = words[i].split("=");
        made.put(counts[0], new long[] {Long.parseLong(counts[1]), Long.parseLong(counts[2])});
      }
    }
    boolean isRefused = run.err().contains("understudy: not started");
    if (!isRefused) {
      String open = difference(made, each.resolve("journal"));
      if (!open.isEmpty()) {
        failures.add(name + open + run.err());
      }
    }
  }

  /**
   * Compares the journal with the application; empty if it agrees or says that it is incomplete.
   */
  private static String difference(Map<String, long[]> made, Path journal) throws IOException {
    Map<String, PointTotals> books = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    boolean[] isIncomplete = new boolean[1];
    if (!Files.isDirectory(journal)) {
      return "no journal";
    }
    JournalReader.over(journal)
        .read(
            new JournalVisitor() {
              @Override
              public void tally(TallyEntry tally) {
                books.merge(
                    tally.point(),
                    PointTotals.none().plus(tally),
                    (known, more) -> known.plus(tally));
              }

              @Override
              public void problem(JournalProblem problem) {
                isIncomplete[0] |= !problem.kind().isDamage();
                if (problem.kind().isDamage()) {
                  problems.add(problem.toString());
                }
              }
            });
    made.forEach(
        (point, counts) -> {
          PointTotals totals = books.getOrDefault(point, PointTotals.none());
          long ended = 0;
          for (Fate fate : Fate.values()) {
            ended += totals.fate(fate);
          }
          boolean isTooMuch = totals.intercepted() > counts[1];
          boolean isTooLittle = totals.intercepted() < counts[0] || ended < totals.intercepted();
          if (isTooMuch || (isTooLittle && !isIncomplete[0])) {
            problems.add(
                point
                    + ": made "
                    + counts[1]
                    + ", counted "
                    + totals.intercepted()
                    + ", ended "
                    + ended);
          }
        });
    return String.join("; ", problems);
  }
}
