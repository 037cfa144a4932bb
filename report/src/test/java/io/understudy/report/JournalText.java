package io.understudy.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds the text of a journal file line by line. */
public final class JournalText {
  private final List<String> lines = new ArrayList<>();

  private JournalText(String session, String host, int file, String config) {
    line(
        "{`entry`:`session`,`format`:1,`revision`:0,`session`:`%s`,`file`:%d,`previous`:%s,`start`:`2026-11-01T08:00:00Z`,`opened`:`2026-11-01T08:00:00Z`,`application`:`billing`,`host`:`%s`,`pid`:7,`jvm`:`OpenJDK"
            + " 1.8`,`os`:`Linux`,`agent`:`0.1.0`,`config`:`%s`,`zone`:`UTC`}",
        session, file, file == 1 ? "null" : "`" + "0".repeat(64) + "`", host, config);
  }

  /** The first file of a session. */
  public static JournalText of(String session) {
    return new JournalText(session, "host-" + session, 1, "c0");
  }

  /** The first file of a session that counts the hits of rules: revision 1 of the format. */
  public static JournalText countingHits(String session) {
    return of(session).replaceInHead("\"revision\":0", "\"revision\":1");
  }

  /** Any file of a session. */
  public static JournalText of(String session, int file, String config) {
    return new JournalText(session, "host-" + session, file, config);
  }

  /** Changes the start of the session, such as {@code 2026-11-01T08:00:00Z}. */
  public JournalText startedAt(String start) {
    return replaceInHead("\"start\":\"2026-11-01T08:00:00Z\"", "\"start\":\"" + start + "\"");
  }

  /** Changes the application of the session. */
  public JournalText ofApplication(String name) {
    return replaceInHead("\"application\":\"billing\"", "\"application\":\"" + name + "\"");
  }

  private JournalText replaceInHead(String old, String replacement) {
    lines.set(0, lines.get(0).replace(old, replacement));
    return this;
  }

  /** Adds a line with back-quotes instead of quotes. */
  public JournalText line(String format, Object... arguments) {
    lines.add(String.format(format, arguments).replace('`', '"'));
    return this;
  }

  /** Adds a line without changes. */
  public JournalText raw(String line) {
    lines.add(line);
    return this;
  }

  /** Adds a call point with the candidate's jar. */
  public JournalText point(String name, String candidateJar) {
    return line(
        "{`entry`:`point`,`point`:`%s`,`control`:{`method`:`a.Old#%s`,`code`:`old.jar`,`sha256`:`aa`},`candidate`:{`method`:`a.New#%s`,`code`:`%s`,`sha256`:`bb`},`sample`:1.0,`timeoutMillis`:2000,`rules`:[]}",
        name, name, name, candidateJar);
  }

  /** Adds a call point with more fields, with back-quotes. */
  public JournalText pointWith(String name, String more) {
    return line(
        "{`entry`:`point`,`point`:`%s`,`control`:{`method`:`a.Old#%s`},`candidate`:{`method`:`a.New#%s`},`sample`:1.0,`timeoutMillis`:2000,%s}",
        name, name, name, more);
  }

  /** Adds the counts of a minute; {@code more} has more fields, with back-quotes. */
  public JournalText tally(
      String point, String minute, long intercepted, String fates, String... more) {
    long minutes = Instant.parse(minute).getEpochSecond() / 60;
    return line(
        "{`entry`:`tally`,`point`:`%s`,`minute`:%d,`intercepted`:%d,`fates`:{%s}%s}",
        point, minutes, intercepted, fates, more.length == 0 ? "" : "," + String.join(",", more));
  }

  /**
   * Adds a mismatched example of the point {@code quote} with one difference of kind {@code VALUE}.
   *
   * @param explained the explanations with back-quotes, separated by commas
   */
  public JournalText example(String path, String delta, String explained) {
    return line(
        "{`entry`:`example`,`point`:`quote`,`fate`:`mismatched`,`at`:`2026-11-01T09:00:01Z`,"
            + "`differenceCount`:1,`differences`:[{`path`:`%s`,`kind`:`VALUE`,"
            + "`signature`:`%s · VALUE`,`control`:1,`candidate`:2,`delta`:`%s`,"
            + "`explained`:[%s]}],`arguments`:[]}",
        path, path, delta, explained);
  }

  /** Adds an example of one difference between values of two types. */
  public JournalText typed(String path, String kind, String control, String candidate) {
    return line(
        "{`entry`:`example`,`point`:`quote`,`fate`:`mismatched`,`at`:`2026-11-01T09:00:01Z`,"
            + "`differenceCount`:1,`differences`:[{`path`:`%s`,`kind`:`%s`,"
            + "`signature`:`%s · %s`,`control`:1,`candidate`:2,`controlType`:`%s`,"
            + "`candidateType`:`%s`}],`arguments`:[]}",
        path, kind, path, kind, control, candidate);
  }

  /** Adds the closing record; {@code totals} with back-quotes. */
  public JournalText close(String totals) {
    return line(
        "{`entry`:`close`,`at`:`2026-11-02T08:00:00Z`,`why`:`JVM shutdown`,`totals`:{%s}}", totals);
  }

  /** Writes the file. */
  public Path to(Path directory, String name) {
    try {
      String text = String.join("\n", lines) + "\n";
      return Files.writeString(directory.resolve(name), text + Sealing.seal(text));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
