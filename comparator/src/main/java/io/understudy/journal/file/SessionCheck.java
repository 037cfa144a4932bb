package io.understudy.journal.file;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.PointTotals;
import io.understudy.journal.SessionEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks that the files of each session fit together: no file is missing, replaced or cut. */
final class SessionCheck {
  private final Consumer<JournalProblem> problems;

  private SessionCheck(Consumer<JournalProblem> problems) {
    this.problems = problems;
  }

  /** Checks all sessions of these files. */
  static void check(Collection<FileSummary> files, Consumer<JournalProblem> problems) {
    Map<String, List<FileSummary>> sessions = new LinkedHashMap<>();
    for (FileSummary file : files) {
      SessionEntry session = file.session();
      if (session != null) {
        sessions.computeIfAbsent(session.session(), id -> new ArrayList<>()).add(file);
      }
    }
    SessionCheck check = new SessionCheck(problems);
    for (List<FileSummary> session : sessions.values()) {
      session.sort(Comparator.comparingInt(SessionCheck::number));
      check.checkSession(session);
    }
  }

  private static int number(FileSummary file) {
    return session(file).file();
  }

  private static SessionEntry session(FileSummary file) {
    return Objects.requireNonNull(file.session);
  }

  private void checkSession(List<FileSummary> files) {
    boolean complete = true;
    FileSummary before = null;
    for (FileSummary file : files) {
      complete &= follows(before, file);
      before = file;
    }
    FileSummary last = Objects.requireNonNull(before);
    CloseEntry close = last.close;
    if (close == null) {
      report(
          JournalProblem.Kind.UNCLOSED,
          last.path(),
          "session "
              + session(last).session()
              + " has no close: it still runs, was killed, or its last files are missing");
    } else if (complete) {
      checkTotals(files, close);
    }
  }

  /** Returns whether the file has the next number, and reports it if not. */
  private boolean follows(@Nullable FileSummary before, FileSummary file) {
    int expected = before == null ? 1 : number(before) + 1;
    if (number(file) < expected) {
      report(
          JournalProblem.Kind.MISSING,
          file.path(),
          before == null
              ? "has file number " + number(file) + ", but the first file of a session is file 1"
              : "is file "
                  + number(file)
                  + " of its session, and so is "
                  + before.path()
                  + "; its calls are counted twice");
      return false;
    }
    if (number(file) > expected) {
      report(JournalProblem.Kind.MISSING, file.path(), missing(expected, number(file) - 1));
      return false;
    }
    if (before != null) {
      checkLink(before, file);
    }
    return true;
  }

  private void checkLink(FileSummary before, FileSummary file) {
    if (before.endsUnsealed || before.close != null) {
      report(
          JournalProblem.Kind.CHAIN,
          before.path(),
          "the file does not end with the seal that file " + number(file) + " follows");
    } else if (!Objects.equals(session(file).previous(), before.lastSeal)) {
      report(
          JournalProblem.Kind.CHAIN,
          before.path(),
          "the last seal is not the one that file "
              + number(file)
              + " names as its predecessor: the end of this file was cut off, or one of the two"
              + " was replaced");
    }
  }

  private static String missing(int first, int last) {
    return first == last
        ? "file " + first + " of its session is missing"
        : "files " + first + " to " + last + " of its session are missing";
  }

  private void checkTotals(List<FileSummary> files, CloseEntry close) {
    Map<String, PointTotals> read = new LinkedHashMap<>();
    for (FileSummary file : files) {
      file.totals().forEach((point, totals) -> read.merge(point, totals, PointTotals::plus));
    }
    if (!read.equals(close.totals())) {
      report(
          JournalProblem.Kind.BOOKS,
          files.get(files.size() - 1).path(),
          "the tallies read add up to " + read + ", the session closed with " + close.totals());
    }
  }

  private void report(JournalProblem.Kind kind, String file, String what) {
    problems.accept(new JournalProblem(kind, file, 0, what));
  }
}
