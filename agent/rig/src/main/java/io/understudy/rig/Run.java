package io.understudy.rig;

import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointTotals;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The exit code, output and journal of a child JVM. Immutable. */
public final class Run {
  private final int exit;
  private final String out;
  private final String err;
  private final Path journalDirectory;

  /**
   * Creates the result of a run.
   *
   * @param exit the exit code; -1 for a JVM that was killed
   * @param out standard output
   * @param err standard error
   * @param journalDirectory the directory of the journal, which may not exist
   */
  public Run(int exit, String out, String err, Path journalDirectory) {
    this.exit = exit;
    this.out = out;
    this.err = err;
    this.journalDirectory = journalDirectory;
  }

  /** The exit code; -1 if the JVM was killed because it did not end. */
  public int exit() {
    return exit;
  }

  /** Standard output. */
  public String out() {
    return out;
  }

  /** Standard error. */
  public String err() {
    return err;
  }

  /** The journal's lines in order; empty if there is no journal. */
  public List<String> journal() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : journalFiles()) {
      lines.addAll(Arrays.asList(text(file).split("\n")));
    }
    return lines;
  }

  /** The journal's files in order of their names. */
  public List<Path> journalFiles() throws IOException {
    if (!Files.isDirectory(journalDirectory)) {
      return new ArrayList<>();
    }
    try (Stream<Path> files = Files.list(journalDirectory)) {
      return files
          .filter(f -> f.toString().contains(".jsonl"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  /** The agent's own log; empty if there is none. */
  public String log() throws IOException {
    if (!Files.isDirectory(journalDirectory)) {
      return "";
    }
    StringBuilder log = new StringBuilder();
    try (Stream<Path> files = Files.list(journalDirectory)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".log")).collect(Collectors.toList())) {
        log.append(text(file));
      }
    }
    return log.toString();
  }

  private static String text(Path file) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        text.write(b);
      }
    }
    return new String(text.toByteArray(), StandardCharsets.UTF_8);
  }

  /**
   * The sums of all tallies in the journal, by call point.
   *
   * @throws AssertionError when the journal is damaged
   */
  public Map<String, PointTotals> books() throws IOException {
    Map<String, PointTotals> books = new TreeMap<>();
    JournalReader.over(journalDirectory)
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
                if (problem.kind().isDamage()) {
                  throw new AssertionError(problem + "\n" + Run.this);
                }
              }
            });
    return books;
  }

  /** The sums of one call point; all 0 if it was never called. */
  public PointTotals books(String point) throws IOException {
    return books().getOrDefault(point, PointTotals.none());
  }

  /** Exit code and output, for the message of a failed assertion. */
  @Override
  public String toString() {
    return "exit " + exit + "\n--- stdout\n" + out + "--- stderr\n" + err;
  }
}
