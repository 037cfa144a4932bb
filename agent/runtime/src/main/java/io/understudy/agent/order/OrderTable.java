package io.understudy.agent.order;

import io.understudy.agent.call.Call;
import io.understudy.journal.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The order of calls with the same key, for all generations of an attachment: a reload must not
 * change it.
 *
 * <p><b>Two halves.</b> The calling threads append to two lock-free queues: a place when its
 * control has finished, which is the order, and again when its call has its fate. The agent's
 * threads move the places into a lane for each key, under a lock. In a lane one call is served at a
 * time.
 *
 * <p><b>Breaks.</b> A key is broken if a call of it is not replayed or times out. Each later
 * verdict of the key counts as one that follows a break. Two facts make that exact. A call reads
 * {@link #broken} after it has its place, and a break is entered there before its end is appended.
 * An end is taken from its queue before the arrivals are. So a call that has not read the break is
 * in the lane when the end of the broken call is processed, and learns it there.
 *
 * <p><b>Bounds.</b> The number of lanes, of waiting calls in a lane, of all waiting calls and their
 * bytes, and of known broken keys.
 */
final class OrderTable {
  /**
   * How long a place may be without its call, or a call may wait, beyond the time limits of the
   * call before it. A thread that dies at the end of a control leaves a place without a call.
   */
  static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private static final long SWEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Queue<Place> arrivals = new ConcurrentLinkedQueue<>();
  private final Queue<Place> ends = new ConcurrentLinkedQueue<>();
  private final Map<String, OrderGroup> groups = new ConcurrentHashMap<>();
  private final BrokenKeys broken;

  /** The number of places from their arrival to their end. */
  private final AtomicInteger places = new AtomicInteger();

  private final Object lock = new Object();
  private final Map<OrderKey, Lane> lanes = new HashMap<>();
  private long sweptNanos = System.nanoTime();

  /** Whether a call was ever refused, since there were too many lanes. */
  private boolean hasRefused;

  /** Creates an empty table that knows at most so many broken keys singly. */
  OrderTable(int brokenKeys) {
    this.broken = new BrokenKeys(brokenKeys);
  }

  /** Returns the group with this name; call points of a reload find the same one. */
  OrderGroup group(String name) {
    return groups.computeIfAbsent(name, OrderGroup::new);
  }

  BrokenKeys broken() {
    return broken;
  }

  /** Returns the number of places from their arrival to their end. */
  int places() {
    return places.get();
  }

  /** Appends a place in the order; on the calling thread. */
  void append(Place place) {
    places.incrementAndGet();
    arrivals.add(place);
  }

  /** Appends the end of a call; on any thread. */
  void appendEnd(Place place) {
    ends.add(place);
  }

  /** Whether nothing was appended since the last time. */
  boolean isQuiet() {
    return arrivals.isEmpty() && ends.isEmpty();
  }

  /**
   * Gives a call its turn, or lets it wait.
   *
   * @return null if the call must be served now; else why it must be dropped, or an empty text if
   *     it waits or has ended
   */
  @Nullable String admit(Place place, Call call, long now) {
    synchronized (lock) {
      process();
      if (place.fate() != null) {
        return "";
      }
      Lane lane = place.lane;
      if (lane == null) {
        String refusal = place.refusal;
        return refusal == null ? "its place in the order is not known" : refusal;
      }
      if (lane.first() == place) {
        lane.start(place);
        place.call = call;
        return null;
      }
      String refusal = place.pool.refusal(lane, call);
      if (refusal != null) {
        return refusal;
      }
      place.call = call;
      place.arrivedNanos = now;
      lane.waiting++;
      place.pool.waits(call);
      return "";
    }
  }

  /** Records that nothing of an ended call runs any more, and gives the next one its turn. */
  void left(Place place) {
    synchronized (lock) {
      place.hasLeft = true;
      // First: places that have arrived before the end of this call must be in its lane.
      process();
      remove(place);
    }
  }

  /** Takes the next call of a pool whose turn has come. */
  @Nullable Call ready(OrderedPool pool) {
    synchronized (lock) {
      process();
      return pool.takeReady();
    }
  }

  /**
   * Repairs the lanes from time to time.
   *
   * @return calls that have waited too long; the caller ends them
   */
  List<Call> overdue(OrderedPool pool, Predicate<Call> isInHand, long now) {
    List<Call> overdue = new ArrayList<>(0);
    synchronized (lock) {
      if (now - sweptNanos >= SWEEP_NANOS) {
        sweptNanos = now;
        process();
        sweep(pool, isInHand, overdue, now);
      }
    }
    return overdue;
  }

  /** Closes a pool, and returns its calls that wait, which the caller ends. */
  List<Call> waitingOf(OrderedPool pool) {
    List<Call> found = new ArrayList<>();
    synchronized (lock) {
      process();
      for (Lane lane : lanes.values()) {
        for (Place place = lane.first(); place != null; place = place.next) {
          Call call = place.call;
          if (call != null && place.pool == pool && (!place.isStarted || pool.isReady(place))) {
            found.add(call);
            lane.waiting -= place.isStarted ? 0 : 1;
            place.isStarted = true;
            place.hasLeft = true;
          }
        }
      }
      pool.close();
    }
    return found;
  }

  private void process() {
    arrive();
    for (Place end = ends.poll(); end != null; end = ends.poll()) {
      arrive();
      remove(end);
    }
  }

  private void arrive() {
    for (Place place = arrivals.poll(); place != null; place = arrivals.poll()) {
      Lane lane = lanes.get(place.key);
      int most = place.pool.limits().keys();
      if (lane == null && lanes.size() >= most) {
        place.refusal =
            "too many order keys have calls under way (replay.order.keys: " + most + ")";
        broken.add(place.key, Fate.DROPPED);
        hasRefused = true;
        places.decrementAndGet();
        continue;
      }
      if (lane == null) {
        // A call of the key may have been refused a moment ago, between the arrival of both.
        lane = new Lane(place.key, hasRefused ? broken.causeOf(place.key) : null);
        lanes.put(place.key, lane);
      }
      lane.add(place);
    }
  }

  /** Removes a place whose call is gone. Without effect for one that is gone already. */
  private void remove(Place place) {
    Lane lane = place.lane;
    if (lane != null && place.isGone()) {
      remove(lane, place, place.ownBreak());
    }
  }

  private void remove(Lane lane, Place place, @Nullable Fate cause) {
    Call call = place.call;
    if (call != null && !place.isStarted) {
      lane.waiting--;
      place.pool.waitsNoMore(call);
    }
    lane.remove(place, cause);
    places.decrementAndGet();
    Place first = lane.first();
    if (first == null) {
      lanes.remove(lane.key);
    } else if (first.call != null && !first.isStarted) {
      startWaiting(lane, first);
    }
  }

  private static void startWaiting(Lane lane, Place first) {
    // First, since it may need memory: what is not started is started by the sweep.
    first.pool.becomesReady(first);
    lane.start(first);
    lane.waiting--;
  }

  /** Repairs what an error at any instruction may have left, and ends too long waits. */
  private void sweep(OrderedPool pool, Predicate<Call> isInHand, List<Call> overdue, long now) {
    for (Lane lane : new ArrayList<>(lanes.values())) {
      Place first = lane.first();
      if (first == null || (first.pool != pool && !first.pool.isClosed())) {
        continue;
      }
      Call call = first.call;
      if (first.fate() != null) {
        first.hasLeft |= call == null || first.pool != pool || !isInHand.test(call);
        remove(first);
      } else if (first.isStarted) {
        findOverdue(first, overdue, now);
      } else if (call != null) {
        startWaiting(lane, first);
      } else if (isLost(first, now)) {
        first.refusal = "its place in the order was given up after a long time";
        broken.add(first.key, Fate.DROPPED);
        remove(lane, first, Fate.DROPPED);
      }
    }
    if (lanes.isEmpty() && arrivals.isEmpty()) {
      // A thread that has died between the two steps of append() has left its count.
      places.set(0);
    }
  }

  /** Whether a place waits for its call in vain: the call was lost, or does not arrive. */
  private static boolean isLost(Place first, long now) {
    Place after = first.next;
    boolean isAwaited = after != null && after.call != null && now - after.arrivedNanos > PATIENCE;
    return isAwaited || (!first.isHandedOver() && first.age(now) > PATIENCE);
  }

  private static void findOverdue(Place running, List<Call> overdue, long now) {
    Call call = running.call;
    long limit = PATIENCE;
    if (call != null) {
      limit += call.point().config().timeout().toNanos();
      limit += call.point().config().completion().toNanos();
    }
    for (Place place = running.next; place != null; place = place.next) {
      Call waiting = place.call;
      if (waiting != null && place.fate() == null && now - place.arrivedNanos > limit) {
        overdue.add(waiting);
      }
    }
  }
}
