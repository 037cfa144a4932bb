package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
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

  /** The longest time of all pieces of one point, in nanoseconds. */
  private static final long LONGEST_NANOS = 2_000_000_000;

  private final ArgumentCopier copier;
  private final PrivateCopies copies;
  private final ConcurrentMap<CallPoint, Progress> points = new ConcurrentHashMap<>();
  private final Queue<Material> due = new ConcurrentLinkedQueue<>();

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
    int rounds;

    Material(CallPoint point, Progress progress, @Nullable Object[] values) {
      this.point = point;
      this.progress = progress;
      this.values = values;
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
    try {
      due.add(new Material(point, progress, copier.copy(live, meter(point))));
    } catch (Uncapturable refused) {
      // Calls with such values are not captured either.
    }
  }

  private static Meter meter(CallPoint point) {
    Meter meter = Meter.ofAgentThread(OriginalArguments.bounds(point.config().bounds()));
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
    long start = System.nanoTime();
    long now = start;
    try {
      while (next.rounds < ROUNDS && now - start < PIECE_NANOS) {
        next.rounds++;
        play(next);
        now = System.nanoTime();
      }
    } catch (Uncapturable refused) {
      return;
    }
    next.progress.nanos += now - start;
    if (next.rounds < ROUNDS && next.progress.nanos < LONGEST_NANOS) {
      due.add(next);
    }
  }

  private void play(Material material) throws Uncapturable {
    Meter meter = meter(material.point);
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
