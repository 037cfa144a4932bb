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
  private static final int MOST_SHOWN = 1_000;

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
      session.sort(Comparator.comparingInt(SessionCheck::number).thenComparing(FileSummary::path));
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
      if (!session(files.get(0)).isSameRun(session(file))) {
        report(
            JournalProblem.Kind.CHAIN,
            file,
            "has the session id of "
                + files.get(0).path()
                + ", but its first line states another JVM or another start: one of the two was"
                + " replaced");
      }
      before = file;
    }
    FileSummary last = files.get(files.size() - 1);
    CloseEntry close = last.close;
    if (close == null && !last.breached && !last.contested) {
      report(
          JournalProblem.Kind.UNCLOSED,
          last,
          "session "
              + session(last).session()
              + " has no close: it still runs, was killed, or its last files are missing");
    }
    if (complete) {
      checkTotals(files, close);
    }
    new LifeCheck(files, problems).check();
  }

  /** Returns whether the file has the next number, and reports it if not. */
  private boolean follows(@Nullable FileSummary before, FileSummary file) {
    int expected = before == null ? 1 : number(before) + 1;
    if (file.contested) {
      return false;
    }
    if (before != null && number(file) < expected) {
      report(
          JournalProblem.Kind.CHAIN,
          file,
          "is file "
              + number(file)
              + " of its session, and so is "
              + before.path()
              + "; its calls are counted twice");
      return false;
    }
    if (number(file) > expected) {
      report(
          before == null ? JournalProblem.Kind.MISSING : JournalProblem.Kind.CHAIN,
          file,
          missing(expected, number(file) - 1));
    }
    if (before != null && number(file) == expected) {
      checkLink(before, file);
    } else if ((number(file) == 1) != (session(file).previous() == null)) {
      report(
          JournalProblem.Kind.CHAIN,
          file,
          number(file) == 1
              ? "is the first file of its session, but names a predecessor"
              : "is file " + number(file) + " of its session, but names no predecessor");
    }
    return number(file) == expected && !file.breached;
  }

  private void checkLink(FileSummary before, FileSummary file) {
    if (before.breached || before.contested) {
      // The other problem says so; its last seal is not known.
      return;
    }
    if (before.endsUnsealed || before.close != null) {
      report(
          JournalProblem.Kind.CHAIN,
          before,
          "the file does not end with the seal that file " + number(file) + " follows");
    } else if (!Objects.equals(session(file).previous(), before.lastSeal)) {
      report(
          JournalProblem.Kind.CHAIN,
          before,
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

  private void checkTotals(List<FileSummary> files, @Nullable CloseEntry close) {
    Map<String, PointTotals> read = new LinkedHashMap<>();
    for (FileSummary file : files) {
      file.forEachTotals((point, totals) -> read.merge(point, totals, PointTotals::plus));
    }
    FileSummary last = files.get(files.size() - 1);
    if (close != null && !read.equals(close.totals())) {
      report(
          JournalProblem.Kind.BOOKS,
          last,
          "the tallies read add up to "
              + shown(read)
              + ", the session closed with "
              + shown(close.totals()));
    }
    read.forEach(
        (point, totals) -> {
          if (totals.inFlight() < 0) {
            report(
                JournalProblem.Kind.BOOKS,
                last,
                "more calls of " + point + " ended than were intercepted: " + totals);
          }
        });
  }

  private static String shown(Map<String, PointTotals> totals) {
    String text = totals.toString();
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }

  private void report(JournalProblem.Kind kind, FileSummary file, String what) {
    problems.accept(new JournalProblem(kind, file.path(), 0, what).of(file.session));
  }
}
