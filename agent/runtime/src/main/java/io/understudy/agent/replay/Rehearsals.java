package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Repeats on idle workers what capture does on calling threads, with copies of the first calls of
 * each point. So the JIT compiler knows that code before many callers run it. Without this a point
 * whose first captures are slow would get so few calls that they stay slow.
 *
 * <p>Runs no code of the application but where copies are offered; that is under the time limit of
 * the caller. Thread-safe.
 */
final class Rehearsals {
  /** How often each material is copied and frozen. */
  static final int ROUNDS = 6_000;

  /** The longest CPU time of one piece, in nanoseconds. */
  private static final long PIECE_NANOS = 1_000_000;

  /** The largest copies of one call, and the most of all calls together, estimated bytes. */
  static final long MOST_BYTES = 256 << 10;

  private static final long MOST_OF_ALL = 4 << 20;

  /** The longest time of all pieces of one point, in nanoseconds. */
  private static final long LONGEST_NANOS = 2_000_000_000;

  private final ArgumentCopier copier;
  private final PrivateCopies copies;
  private final ConcurrentMap<CallPoint, Progress> points = new ConcurrentHashMap<>();
  private final Queue<Material> due = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytesDue = new AtomicLong();

  /** Creates rehearsals of no call yet. */
  Rehearsals(ArgumentCopier copier) {
    this.copier = copier;
    this.copies = copier.privateCopies();
  }

  /** What was rehearsed of one point. */
  private static final class Progress {
    volatile boolean hasArguments;
    volatile boolean hasResult;
    volatile long nanos;
  }

  /** Copies of one call, which no other thread uses. */
  private static final class Material {
    final CallPoint point;
    final Progress progress;
    final @Nullable Object[] values;
    final long bytes;
    int rounds;

    Material(CallPoint point, Progress progress, @Nullable Object[] values, long bytes) {
      this.point = point;
      this.progress = progress;
      this.values = values;
      this.bytes = bytes;
    }
  }

  /** Offers the arguments of a call, before the candidate gets them. */
  void offerArguments(Call call) {
    Progress progress = progress(call.point());
    if (!progress.hasArguments) {
      progress.hasArguments = true;
      add(call.point(), progress, call.arguments());
    }
  }

  /** Offers what a candidate has returned, whose class is often that of the control's results. */
  void offerResult(Call call, @Nullable Object result) {
    Progress progress = progress(call.point());
    if (!progress.hasResult && result != null) {
      progress.hasResult = true;
      add(call.point(), progress, new Object[] {result});
    }
  }

  private Progress progress(CallPoint point) {
    Progress known = points.get(point);
    return known != null ? known : points.computeIfAbsent(point, each -> new Progress());
  }

  private void add(CallPoint point, Progress progress, @Nullable Object[] live) {
    Bounds bounds = point.config().bounds();
    Meter meter =
        meter(new Bounds(bounds.nodes(), Math.min(bounds.bytes(), MOST_BYTES), bounds.nanos()));
    try {
      Material material = new Material(point, progress, copier.copy(live, meter), meter.bytes());
      if (bytesDue.addAndGet(material.bytes) <= MOST_OF_ALL) {
        due.add(material);
      } else {
        bytesDue.addAndGet(-material.bytes);
      }
    } catch (Uncapturable refused) {
      // Such calls are not captured either, or are too large to keep their copies.
    }
  }

  private static Meter meter(Bounds bounds) {
    Meter meter = Meter.ofAgentThread(bounds);
    meter.resume(System.nanoTime());
    return meter;
  }

  /** Whether something is left to rehearse. */
  boolean areDue() {
    return !due.isEmpty();
  }

  /** Rehearses for about a millisecond. */
  void play() {
    Material next = due.poll();
    if (next == null) {
      return;
    }
    if (next.point.isResting() || !playPiece(next)) {
      // A point that is paused begins anew when it is resumed.
      bytesDue.addAndGet(-next.bytes);
      if (next.point.isResting()) {
        points.remove(next.point);
      }
    } else {
      due.add(next);
    }
  }

  /** Returns whether more is to be done. */
  private boolean playPiece(Material next) {
    long start = System.nanoTime();
    long now = start;
    try {
      while (next.rounds < ROUNDS && now - start < PIECE_NANOS) {
        next.rounds++;
        play(next);
        now = System.nanoTime();
      }
    } catch (Uncapturable refused) {
      return false;
    }
    next.progress.nanos += now - start;
    return next.rounds < ROUNDS && next.progress.nanos < LONGEST_NANOS;
  }

  private void play(Material material) throws Uncapturable {
    Meter meter = meter(OriginalArguments.bounds(material.point.config().bounds()));
    PrivateCopies.Session session = copies.begin(meter);
    for (Object each : material.values) {
      if (each != null) {
        session.copy(each);
        Freezer.freezePartly(each, meter, material.point.views(), false, copies);
      }
    }
    session.finish();
  }
}
