package io.understudy.journal.file;

import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.SessionEntry;
import io.understudy.value.CountText;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks the signs of life of one session: its start, the openings of its files, its beats and its
 * close. Times without a sign are named. Calls before the first or after the last sign are a
 * breach: every flush that writes counts of a new minute also writes a beat. Used once.
 */
final class LifeCheck {
  /**
   * How long after the last sign a session without a close may count, minutes. A killed JVM can
   * leave half of a flush, and the flush may have been late.
   */
  private static final long LATE = 15;

  private final List<FileSummary> files;
  private final Consumer<JournalProblem> problems;

  LifeCheck(List<FileSummary> files, Consumer<JournalProblem> problems) {
    this.files = files;
    this.problems = problems;
  }

  private static SessionEntry session(FileSummary file) {
    return Objects.requireNonNull(file.session);
  }

  void check() {
    FileSummary begin = files.get(0);
    if (session(begin).revision() < BeatTrack.FIRST_REVISION) {
      return;
    }
    boolean complete = true;
    for (FileSummary file : files) {
      complete &= !file.contested && !file.breached;
    }
    HeartbeatEntry last = checkBeats(BeatTrack.minute(session(begin).opened()));
    if (!complete) {
      return;
    }
    FileSummary end = files.get(files.size() - 1);
    if (last != null) {
      checkThreads(last, end);
    }
    checkMinutes(end);
  }

  /** Checks the times between beats; returns the last beat. */
  private @Nullable HeartbeatEntry checkBeats(long from) {
    HeartbeatEntry before = null;
    for (FileSummary file : files) {
      if (file.contested || file.breached) {
        return null;
      }
      HeartbeatEntry beat = file.beats.first;
      long calls = file.beats.callsBeforeFirst();
      if (beat != null && before != null) {
        BeatTrack.compare(file.path(), 0, session(file), before, beat, calls, problems);
      } else if (beat != null) {
        BeatTrack.gap(file.path(), 0, session(file), from, beat.minute(), calls, problems);
      }
      before = file.beats.last == null ? before : file.beats.last;
    }
    FileSummary end = files.get(files.size() - 1);
    if (end.close != null) {
      long to = BeatTrack.minute(end.close.at());
      long since = before == null ? from : before.minute();
      end.beats.close(0, session(end), since, to, problems);
    }
    return before;
  }

  /** Checks that no tally is of a time before the first or after the last sign of life. */
  private void checkMinutes(FileSummary end) {
    long first = BeatTrack.minute(session(end).start());
    long last = first;
    for (FileSummary file : files) {
      long opened = BeatTrack.minute(session(file).opened());
      first = Math.min(first, Math.min(opened, file.beats.least()));
      last = Math.max(last, Math.max(opened, file.beats.greatest()));
    }
    long late = LATE;
    if (end.close != null) {
      long closed = BeatTrack.minute(end.close.at());
      first = Math.min(first, closed);
      last = Math.max(last, closed);
      late = BeatTrack.USUAL;
    }
    for (FileSummary file : files) {
      TallyMinutes tallies = file.beats.tallies();
      if (tallies.least < first - BeatTrack.USUAL) {
        accuse(file, tallies.leastLine, tallies.least, "before its first sign of life", first);
      }
      if (tallies.greatest > last + late) {
        accuse(file, tallies.greatestLine, tallies.greatest, "after its last sign of life", last);
      }
    }
  }

  private void accuse(FileSummary file, long line, long minute, String when, long sign) {
    problems.accept(
        new JournalProblem(
                JournalProblem.Kind.CHAIN,
                file.path(),
                line,
                "the tally counts calls of "
                    + BeatTrack.time(minute)
                    + ", when the session did not count: "
                    + when
                    + " at "
                    + BeatTrack.time(sign))
            .of(file.session));
  }

  private void checkThreads(HeartbeatEntry beat, FileSummary file) {
    if (beat.failures() + beat.restarts() > 0) {
      problems.accept(
          new JournalProblem(
                  JournalProblem.Kind.THREADS,
                  file.path(),
                  0,
                  "the agent's threads failed "
                      + CountText.of(beat.failures(), "time")
                      + " and were restarted "
                      + CountText.of(beat.restarts(), "time")
                      + " in this session, and went on")
              .of(file.session));
    }
  }
}
