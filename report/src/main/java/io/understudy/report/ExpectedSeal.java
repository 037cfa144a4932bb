package io.understudy.report;

import io.understudy.journal.JournalProblem;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.Sums;
import io.understudy.journal.file.FileSummary;
import io.understudy.report.render.TerminalReport;
import io.understudy.report.render.text.Figures;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A seal that was noted elsewhere, such as in a log, and the place where it was found. It confirms
 * everything of its session before it. Not thread-safe.
 */
final class ExpectedSeal {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{12,64}");

  private final String digits;
  private @Nullable SessionEntry session;
  private String file = "";
  private long line;
  private int places;
  private long entriesAfter;
  private long callsAfter;

  private ExpectedSeal(String digits) {
    this.digits = digits;
  }

  /** Returns the seal with these digits, or with this beginning; null if they are too few. */
  static @Nullable ExpectedSeal of(String text) {
    String digits = text.toLowerCase(Locale.ROOT);
    return FORM.matcher(digits).matches() ? new ExpectedSeal(digits) : null;
  }

  boolean matches(String sha256) {
    return sha256.startsWith(digits);
  }

  /** Notes the place of the seal. */
  void foundIn(SessionEntry inSession, String inFile, long atLine) {
    places++;
    session = inSession;
    file = inFile;
    line = atLine;
    entriesAfter = 0;
    callsAfter = 0;
  }

  /** Counts an entry of this file, if the seal was found before it. */
  void entry(String inFile, long calls) {
    if (places > 0 && inFile.equals(file)) {
      entriesAfter++;
      callsAfter = Sums.plus(callsAfter, calls);
    }
  }

  /** Whether the seal belongs to this session. */
  boolean isOf(SessionEntry other) {
    return session != null && session.session().equals(other.session());
  }

  /** Says what is wrong; null if the seal was found and everything before it holds. */
  @Nullable String findProblem(List<JournalProblem> damage, List<FileSummary> files) {
    SessionEntry found = session;
    if (found == null) {
      return "the expected seal "
          + digits
          + " is in none of the files, or after damage: what it covered was removed or changed";
    }
    if (places > 1) {
      return "the expected seal " + digits + " fits " + places + " seals: give more digits";
    }
    for (JournalProblem problem : damage) {
      if (problem.session().equals(found.session()) && !isAfter(problem, found, files)) {
        return "the expected seal "
            + digits
            + " is at "
            + place()
            + ", but what it covers does not hold: "
            + TerminalReport.safe(problem.toString());
      }
    }
    return null;
  }

  // Damage after the seal does not touch what the seal covers.
  private boolean isAfter(JournalProblem problem, SessionEntry found, List<FileSummary> files) {
    if (problem.file().equals(file)) {
      return problem.line() > line;
    }
    return files.stream()
        .filter(summary -> summary.path().equals(problem.file()))
        .map(FileSummary::session)
        .anyMatch(head -> head != null && head.file() > found.file());
  }

  private String place() {
    return TerminalReport.safe(file) + ":" + line;
  }

  /** Says where the seal is, and what lies after it. */
  String result(List<FileSummary> files) {
    SessionEntry found = session;
    if (found == null) {
      return "";
    }
    long filesAfter = 0;
    long calls = callsAfter;
    for (FileSummary summary : files) {
      SessionEntry head = summary.session();
      if (head != null && isOf(head) && head.file() > found.file()) {
        filesAfter++;
        calls =
            Sums.plus(
                calls, Sums.of(summary.totals().values().stream().mapToLong(t -> t.intercepted())));
      }
    }
    return "expected seal "
        + digits
        + ": "
        + place()
        + "; everything of session "
        + TerminalReport.safe(found.session())
        + " up to it holds. After it: "
        + Figures.count(entriesAfter, "line", "lines")
        + " of this file, "
        + Figures.count(filesAfter, "file", "files")
        + ", "
        + Figures.count(calls, "intercepted call", "intercepted calls");
  }
}
