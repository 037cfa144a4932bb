package io.understudy.journal.file;

import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.value.CountText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The signs of life in one file: whether the session counted all the time, and all call points. A
 * clock may jump, so a gap is named but is no damage. Not thread-safe.
 */
final class BeatTrack {
  /** The revision of the format that has beats. */
  static final int FIRST_REVISION = 3;

  /** Minutes between two signs of life that are usual: beats come once a minute. */
  static final long USUAL = 2;

  /** The greatest number of remarks on one file. */
  private static final int MOST = 500;

  private final String path;
  private final TallyMinutes tallies = new TallyMinutes();

  /** The least and the greatest minute with a sign of life. */
  private long least = Long.MAX_VALUE;

  private long greatest = Long.MIN_VALUE;

  /** The calls before the first beat, in minutes without a sign of life. */
  private long callsBeforeFirst;

  @Nullable HeartbeatEntry first;
  @Nullable HeartbeatEntry last;
  private int remarks;
  private boolean disarmed;

  BeatTrack(String path) {
    this.path = path;
  }

  /** Adds a beat, and reports what it shows. */
  void add(
      HeartbeatEntry beat,
      long line,
      @Nullable SessionEntry session,
      Consumer<JournalProblem> problems) {
    HeartbeatEntry before = last;
    long calls = tallies.sign(sign(session), beat.minute());
    if (first == null) {
      first = beat;
      callsBeforeFirst = calls;
    }
    last = beat;
    least = Math.min(least, beat.minute());
    greatest = Math.max(greatest, beat.minute());
    if (remarks > MOST) {
      return;
    }
    if (before != null) {
      compare(path, line, session, before, beat, calls, counting(problems));
    }
    boolean fewer = beat.armed() < beat.points() - beat.paused();
    if (fewer && !disarmed) {
      remark(
          line,
          session,
          "only "
              + beat.armed()
              + " of "
              + beat.points()
              + " call points took calls, though "
              + beat.paused()
              + " were paused: calls of the others were not counted",
          counting(problems));
    }
    disarmed = fewer;
  }

  /** Adds a tally, and reports calls of a time that had no sign of life. */
  void add(
      TallyEntry tally,
      long line,
      @Nullable SessionEntry session,
      Consumer<JournalProblem> problems) {
    boolean late = tallies.add(tally, line, sign(session));
    if (late && session != null && session.revision() >= FIRST_REVISION && remarks <= MOST) {
      remark(
          line,
          session,
          CountText.of(tally.intercepted(), "call")
              + " of "
              + time(tally.minute())
              + ", a time without a beat, written after the next beat",
          counting(problems));
    }
  }

  /** Returns the last minute with a sign of life; the opening of the file before the first beat. */
  private long sign(@Nullable SessionEntry session) {
    return last != null ? last.minute() : session == null ? 0 : minute(session.opened());
  }

  private Consumer<JournalProblem> counting(Consumer<JournalProblem> problems) {
    return problem -> {
      remarks++;
      problems.accept(problem);
    };
  }

  private void remark(
      long line, @Nullable SessionEntry session, String what, Consumer<JournalProblem> problems) {
    problems.accept(new JournalProblem(JournalProblem.Kind.GAP, path, line, what).of(session));
  }

  /** Compares two successive beats of a session. */
  static void compare(
      String path,
      long line,
      @Nullable SessionEntry session,
      HeartbeatEntry before,
      HeartbeatEntry beat,
      long calls,
      Consumer<JournalProblem> problems) {
    gap(path, line, session, before.minute(), beat.minute(), calls, problems);
    if (isBackwards(before, beat)) {
      problems.accept(
          new JournalProblem(
                  JournalProblem.Kind.GAP,
                  path,
                  line,
                  "the failures or restarts of the agent's threads became fewer between two beats")
              .of(session));
    }
    if (beat.flushes() <= before.flushes()) {
      problems.accept(
          new JournalProblem(
                  JournalProblem.Kind.GAP,
                  path,
                  line,
                  "the number of flushes did not grow from "
                      + before.flushes()
                      + " to "
                      + beat.flushes()
                      + ": nothing was written between these beats")
              .of(session));
    }
  }

  private static boolean isBackwards(HeartbeatEntry before, HeartbeatEntry beat) {
    return beat.failures() < before.failures() || beat.restarts() < before.restarts();
  }

  /**
   * Reports the time between two signs of life, if it is unusually long.
   *
   * @param calls how many calls tallies count in this time
   */
  static void gap(
      String path,
      long line,
      @Nullable SessionEntry session,
      long from,
      long to,
      long calls,
      Consumer<JournalProblem> problems) {
    if (Math.abs(to - from) > USUAL) {
      String what =
          to > from
              ? "a gap: no evidence that counting went on from "
                  + time(from)
                  + " to "
                  + time(to)
                  + ", unless the clock was changed"
                  + (calls == 0
                      ? ""
                      : "; " + CountText.of(calls, "intercepted call") + " of this time count")
              : "a gap: the clock went back from " + time(from) + " to " + time(to);
      problems.accept(
          new JournalProblem(JournalProblem.Kind.GAP, path, line, what)
              .of(session)
              .between(from, Math.max(from, to)));
    }
  }

  /** Reports the time from the last beat, or from {@code from}, to the close. */
  void close(
      long line, SessionEntry session, long from, long to, Consumer<JournalProblem> problems) {
    gap(path, line, session, from, to, tallies.sign(from, to), problems);
  }

  /** The calls before the first beat, in minutes without a sign of life. */
  long callsBeforeFirst() {
    return callsBeforeFirst;
  }

  long least() {
    return least;
  }

  long greatest() {
    return greatest;
  }

  TallyMinutes tallies() {
    return tallies;
  }

  static long minute(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), 60);
  }

  static String time(long minute) {
    return Instant.ofEpochSecond(60 * minute).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
