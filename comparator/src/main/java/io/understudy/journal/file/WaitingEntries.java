package io.understudy.journal.file;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.Example;
import io.understudy.journal.HeartbeatEntry;
import io.understudy.journal.PointEntry;
import io.understudy.journal.PointTotals;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.json.EntryWriter;
import io.understudy.journal.json.LineBuffer;
import io.understudy.journal.redact.ExampleWriter;
import io.understudy.journal.redact.Redaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accepted entries that no file contains yet, and the points and totals of the session.
 *
 * <p>An entry is accepted in one step, by a new {@link Mark}. So it is accepted or not, at whatever
 * instruction an {@code Error} strikes. Everything else follows from the mark and is brought in
 * line with it by {@link #settle}, before the next use. Not thread-safe.
 */
final class WaitingEntries {
  private final Redaction redaction;

  // The points of earlier files, which a new file repeats; waiting points are not among them.
  private final Map<String, PointEntry> points = new LinkedHashMap<>();
  private final Map<String, PointEntry> waitingPoints = new LinkedHashMap<>();
  private final Map<String, PointTotals> totals = new LinkedHashMap<>();
  private final LineBuffer lines = new LineBuffer();
  private final EntryWriter entries = new EntryWriter(lines);
  private Mark mark = new Mark(0, 0, 0, null, null, null, false);

  WaitingEntries(Redaction redaction) {
    this.redaction = redaction;
  }

  void point(PointEntry point) {
    entries.point(point);
    accept(mark.plus(lines, point, null, null, false));
  }

  void tally(TallyEntry tally) {
    entries.tally(tally);
    PointTotals before = totals.getOrDefault(tally.point(), PointTotals.none());
    accept(mark.plus(lines, null, tally.point(), before.plus(tally), false));
  }

  void heartbeat(HeartbeatEntry beat) {
    entries.heartbeat(beat);
    accept(mark.plus(lines, null, null, null, false));
  }

  void example(Example example) {
    try {
      entries.line(out -> ExampleWriter.write(out, example, redaction));
    } catch (RuntimeException | StackOverflowError unwritable) {
      String why = "its values could not be written: " + unwritable.getClass().getName();
      entries.line(out -> ExampleWriter.writeBare(out, example, why));
    }
    accept(mark.plus(lines, null, null, null, false));
  }

  /** Adds the last entry of the session, with the totals. */
  void close(Instant at, String why) {
    entries.close(new CloseEntry(at, why, totals));
    accept(mark.plus(lines, null, null, null, true));
  }

  private void accept(Mark next) {
    mark = next;
    settle();
  }

  /** Ends what an {@code Error} may have interrupted; to be called before every use. */
  void settle() {
    Mark now = mark;
    if (now.point != null) {
      waitingPoints.put(now.point.name(), now.point);
    }
    if (now.tallied != null && now.totals != null) {
      totals.put(now.tallied, now.totals);
    }
    lines.cutTo(now.size, now.lines);
  }

  /** The number of entries that were ever accepted. */
  long accepted() {
    return mark.entries;
  }

  /** Whether the last entry of the session was accepted. */
  boolean isClosing() {
    return mark.closing;
  }

  /** The size of the waiting lines in bytes. */
  int size() {
    return mark.size;
  }

  LineBuffer lines() {
    return lines;
  }

  /** Returns the first lines of a file and the waiting lines. */
  LineBuffer header(SessionEntry session) {
    LineBuffer header = new LineBuffer();
    EntryWriter writer = new EntryWriter(header);
    writer.session(session);
    points.values().forEach(writer::point);
    header.add(lines);
    return header;
  }

  /** Returns the mark for {@link #written}, before the entries of now are written. */
  Mark markAfterWrite() {
    return new Mark(mark.entries, 0, 0, null, null, null, mark.closing);
  }

  /** Drops the waiting lines, since a file contains them. May be called again with this mark. */
  void written(Mark after) {
    points.putAll(waitingPoints);
    waitingPoints.clear();
    lines.clear();
    mark = after;
  }

  /** What was accepted: the state of the lines, and the effect of the last entry. Immutable. */
  static final class Mark {
    private final long entries;
    private final int size;
    private final long lines;
    private final @Nullable PointEntry point;
    private final @Nullable String tallied;
    private final @Nullable PointTotals totals;
    private final boolean closing;

    private Mark(
        long entries,
        int size,
        long lines,
        @Nullable PointEntry point,
        @Nullable String tallied,
        @Nullable PointTotals totals,
        boolean closing) {
      this.entries = entries;
      this.size = size;
      this.lines = lines;
      this.point = point;
      this.tallied = tallied;
      this.totals = totals;
      this.closing = closing;
    }

    private Mark plus(
        LineBuffer lines,
        @Nullable PointEntry point,
        @Nullable String tallied,
        @Nullable PointTotals totals,
        boolean closing) {
      return new Mark(entries + 1, lines.size(), lines.lines(), point, tallied, totals, closing);
    }
  }
}
