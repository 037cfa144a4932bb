package io.understudy.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps everything that a reader delivers, in the order of delivery, in memory. For larger journals
 * use a visitor that keeps less. Not thread-safe.
 */
public final class JournalContents implements JournalVisitor {
  private final List<SessionEntry> sessions = new ArrayList<>();
  private final List<PointEntry> points = new ArrayList<>();
  private final List<TallyEntry> tallies = new ArrayList<>();
  private final List<ExampleEntry> examples = new ArrayList<>();
  private final List<HeartbeatEntry> heartbeats = new ArrayList<>();
  private final List<SealEntry> seals = new ArrayList<>();
  private final List<CloseEntry> closes = new ArrayList<>();
  private final List<JournalProblem> problems = new ArrayList<>();

  /** Creates empty contents. */
  public JournalContents() {}

  /** The first entries of the files. Unmodifiable. */
  public List<SessionEntry> sessions() {
    return Collections.unmodifiableList(sessions);
  }

  /** The call points, once for each file entry. Unmodifiable. */
  public List<PointEntry> points() {
    return Collections.unmodifiableList(points);
  }

  /** The tallies. Unmodifiable. */
  public List<TallyEntry> tallies() {
    return Collections.unmodifiableList(tallies);
  }

  /** The examples. Unmodifiable. */
  public List<ExampleEntry> examples() {
    return Collections.unmodifiableList(examples);
  }

  /** The signs of life. Unmodifiable. */
  public List<HeartbeatEntry> heartbeats() {
    return Collections.unmodifiableList(heartbeats);
  }

  /** The seals. Unmodifiable. */
  public List<SealEntry> seals() {
    return Collections.unmodifiableList(seals);
  }

  /** The ends of sessions. Unmodifiable. */
  public List<CloseEntry> closes() {
    return Collections.unmodifiableList(closes);
  }

  /** The problems. Unmodifiable. */
  public List<JournalProblem> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** The number of calls entered, over all tallies. */
  public long intercepted() {
    return Sums.of(tallies.stream().mapToLong(TallyEntry::intercepted));
  }

  /** The number of calls with a fate, over all tallies. */
  public long fate(Fate fate) {
    return Sums.of(tallies.stream().mapToLong(tally -> tally.fate(fate)));
  }

  @Override
  public void session(SessionEntry session) {
    sessions.add(session);
  }

  @Override
  public void point(PointEntry point) {
    points.add(point);
  }

  @Override
  public void tally(TallyEntry tally) {
    tallies.add(tally);
  }

  @Override
  public void example(ExampleEntry example) {
    examples.add(example);
  }

  @Override
  public void heartbeat(HeartbeatEntry beat) {
    heartbeats.add(beat);
  }

  @Override
  public void seal(SealEntry seal) {
    seals.add(seal);
  }

  @Override
  public void close(CloseEntry close) {
    closes.add(close);
  }

  @Override
  public void problem(JournalProblem problem) {
    problems.add(problem);
  }
}
