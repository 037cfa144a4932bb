package io.understudy.agent.replay;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.replay.limit.CandidateLimits;
import io.understudy.agent.replay.limit.HeapGuard;
import io.understudy.agent.replay.limit.ThreadCosts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the threads allocate that candidates have started, and the end of those that fill the heap.
 * Each checks itself at its stop points. The heap may be full meanwhile, so a check allocates next
 * to nothing once a thread is known, and the watchdog does the rest in {@link #tick}. Thread-safe.
 */
final class StartedThreads {
  /** The time in which such a thread must not fill the heap. */
  private static final long WINDOW = 2_000_000_000L;

  private final ReplayContext context;
  private final CandidateLimits limits;
  private final HeapGuard heap;

  /** Receives the threads that were stopped. */
  private final List<Thread> stopped;

  /** By identity: code of a candidate must not run. Under its own lock. */
  private final Map<Thread, Window> windows = new IdentityHashMap<>(256);

  /** The same in a list, which is read without an iterator; under the lock of the map. */
  private final List<Window> all = new ArrayList<>(256);

  /** Whether a thread was stopped that {@link #tick} has not seen. */
  private volatile boolean hasNews;

  /** What a thread had allocated when its window began. */
  private static final class Window {
    final Thread thread;
    final boolean isMeasurable;
    private volatile long bytes;
    private volatile long start;
    private volatile boolean isStopped;
    private volatile boolean isReported;
    private volatile @Nullable CallPoint point;

    Window(Thread thread, boolean isMeasurable, long bytes, long start) {
      this.thread = thread;
      this.isMeasurable = isMeasurable;
      this.bytes = bytes;
      this.start = start;
    }
  }

  /**
   * Creates it.
   *
   * @param stopped receives the threads that were stopped
   */
  StartedThreads(ReplayContext context, List<Thread> stopped) {
    this.context = context;
    this.limits = context.limits;
    this.heap = limits.heap();
    this.stopped = stopped;
  }

  /**
   * Stops the current thread if it fills the heap, alone or with others.
   *
   * @param bytes the size of an array that it makes next
   * @param byCalls what the running calls have allocated; asked only if it matters
   */
  void check(Thread thread, long bytes, long now, LongSupplier byCalls) {
    Window window = window(thread, now);
    if (!window.isMeasurable || window.isStopped) {
      return;
    }
    long allocated = limits.costs().allocatedBytes(thread) - window.bytes + bytes;
    if (heap.endsCallWith(allocated)
        || (bytes > 0 && heap.lacksRoomFor(bytes, false, allocated + byCalls.getAsLong()))
        || isLargestOfMany(allocated)) {
      stop(window, now);
    }
  }

  private void stop(Window window, long now) {
    CallPoint point = context.scope.currentPoint();
    window.point = point;
    // If this fails, such as without memory, the next look does it again.
    context.scope.stop(window.thread);
    window.isStopped = true;
    hasNews = true;
    if (point != null) {
      context.breakers.of(point).failed(Breaker.Admission.ORDINARY, now);
    }
  }

  private boolean isLargestOfMany(long allocated) {
    if (!heap.isTight()) {
      return false;
    }
    synchronized (windows) {
      // If they fill it together, this holds for the largest of them; it saves asking for the sum.
      if (!heap.endsCallsWith(allocated * all.size())) {
        return false;
      }
      long sum = 0;
      int running = 0;
      for (int i = 0; i < all.size(); i++) {
        Window each = all.get(i);
        if (each.isMeasurable && !each.isStopped && each.thread.isAlive()) {
          sum += Math.max(0, limits.costs().allocatedBytes(each.thread) - each.bytes);
          running++;
        }
      }
      return heap.endsCallsWith(sum) && allocated >= sum / Math.max(1, running);
    }
  }

  private Window window(Thread thread, long now) {
    synchronized (windows) {
      Window known = windows.get(thread);
      if (known != null) {
        if (!known.isStopped && now - known.start > WINDOW) {
          known.bytes = limits.costs().allocatedBytes(thread);
          known.start = now;
        }
        return known;
      }
      boolean isMeasurable = CandidateLimits.isMeasurable(thread);
      long total = isMeasurable ? limits.costs().allocatedBytes(thread) : 0;
      // A new thread has allocated all of it for its task.
      boolean isNew = isMeasurable && limits.costs().cpuNanos(thread) < WINDOW;
      Window next =
          new Window(thread, isMeasurable && total != ThreadCosts.UNKNOWN, isNew ? 0 : total, now);
      windows.put(thread, next);
      all.add(next);
      return next;
    }
  }

  /** Reports the threads that were stopped, and forgets those that have ended. */
  void tick() {
    if (hasNews) {
      hasNews = false;
      for (Window each : newlyStopped()) {
        stopped.add(each.thread);
        CallPoint point = each.point;
        String name = point == null ? "a candidate" : point.name();
        context.log.warnOnce(
            name + " memory of a thread",
            name
                + ": a thread that the candidate has started allocates so much that the heap is"
                + " nearly full; it is stopped at its stop points");
      }
    }
    forgetDead();
  }

  private List<Window> newlyStopped() {
    List<Window> found = new ArrayList<>();
    synchronized (windows) {
      for (Window each : all) {
        if (each.isStopped && !each.isReported) {
          each.isReported = true;
          found.add(each);
        }
      }
    }
    return found;
  }

  private void forgetDead() {
    synchronized (windows) {
      for (int i = all.size() - 1; i >= 0; i--) {
        Window each = all.get(i);
        if (!each.thread.isAlive() && (!each.isStopped || each.isReported)) {
          windows.remove(each.thread);
          all.remove(i);
        }
      }
    }
  }
}
