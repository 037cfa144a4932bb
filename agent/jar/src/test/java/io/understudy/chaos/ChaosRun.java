package io.understudy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a JVM with the agent, and the same one without it, have left. Immutable. */
final class ChaosRun {
  final int java;
  final Run run;
  private final Run without;
  private final Path directory;
  private final long entered;
  private final long called;
  private final long certain;

  ChaosRun(int java, Run run, Run without, Path directory, long[] counts) {
    this.java = java;
    this.run = run;
    this.without = without;
    this.directory = directory;
    this.entered = counts[0];
    this.called = counts[1];
    this.certain = counts[2];
  }

  /** The numbers of the application's file: controls entered, calls made, calls surely flushed. */
  static long[] counts(Path file) throws IOException {
    long[] counts = new long[3];
    if (Files.exists(file)) {
      ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer().get(counts);
    }
    return counts;
  }

  void assertUnchanged(ChaosCase chaos) {
    assertThat(run.exit()).as(() -> "exit code; " + this).isEqualTo(without.exit());
    if (chaos.comparesOut) {
      assertThat(run.out()).as(() -> "standard output; " + this).isEqualTo(without.out());
    }
    if (chaos.comparesErr) {
      assertThat(ownErr(run)).as(() -> "standard error; " + this).isEqualTo(ownErr(without));
    }
  }

  /** Standard error without the lines that the agent, and the JVM because of it, print. */
  private static String ownErr(Run run) {
    return Arrays.stream(run.err().split("\n"))
        .filter(line -> !line.startsWith("understudy: "))
        .filter(line -> !line.contains("Sharing is only supported for boot loader classes"))
        .filter(line -> !line.startsWith("*** java.lang.instrument ASSERTION FAILED ***"))
        .collect(Collectors.joining("\n"));
  }

  void assertBooks(Books how) throws IOException {
    if (how == Books.NO_JOURNAL) {
      assertThat(run.journalFiles()).as(this::toString).isEmpty();
      return;
    } else if (how == Books.UNREADABLE) {
      return;
    }
    long intercepted = totals().intercepted();
    if (how == Books.KILLED || how == Books.SHUTDOWN) {
      assertThat(intercepted).as(() -> "intercepted; " + this).isBetween(certain, entered);
    }
    if (how == Books.KILLED) {
      return;
    }
    assertThat(totals().inFlight()).as(() -> "calls without a fate; " + this).isZero();
    if (how == Books.CALLS) {
      assertThat(intercepted).as(() -> "intercepted; " + this).isEqualTo(called);
    } else if (how == Books.EXACT) {
      assertThat(intercepted).as(() -> "intercepted; " + this).isEqualTo(entered);
    }
  }

  /** The counts of all call points. */
  PointTotals totals() throws IOException {
    PointTotals all = PointTotals.none();
    for (PointTotals each : run.books().values()) {
      all = all.plus(each);
    }
    return all;
  }

  long fate(String point, Fate fate) throws IOException {
    return run.books(point).fate(fate);
  }

  void assertNames(String text) throws IOException {
    assertThat(run.err() + run.log() + String.join("\n", run.journal()))
        .as(this::toString)
        .contains(text);
  }

  /** The number of calls that the application counted. */
  long entered() {
    return entered;
  }

  Path directory() {
    return directory;
  }

  @Override
  public String toString() {
    try {
      return "Java "
          + java
          + ", entered "
          + entered
          + ", called "
          + called
          + ", certain "
          + certain
          + ", books "
          + books()
          + ", "
          + run
          + "--- log\n"
          + run.log();
    } catch (IOException e) {
      return run + "" + e;
    }
  }

  private String books() throws IOException {
    if (!Files.isDirectory(directory.resolve(Chaos.JOURNAL))) {
      return "none";
    }
    try {
      return run.books().toString();
    } catch (AssertionError damaged) {
      return "damaged: " + damaged.getMessage();
    }
  }
}
