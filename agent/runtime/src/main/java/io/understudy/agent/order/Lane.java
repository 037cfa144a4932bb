package io.understudy.agent.order;

import io.understudy.journal.Fate;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one key whose controls have finished and which have not ended, in order. A linked
 * list, since calls may end in the middle. Guarded by the lock of the {@link OrderTable}.
 */
final class Lane {
  final OrderKey key;
  private @Nullable Place first;
  private @Nullable Place last;

  /** The number of calls that a worker has taken from the queue and that wait here. */
  int waiting;

  /** The break that all further calls follow; null if there was none. */
  private @Nullable Fate brokenBy;

  /**
   * Creates an empty lane.
   *
   * @param brokenBy the break that all its calls follow; null if none is known
   */
  Lane(OrderKey key, @Nullable Fate brokenBy) {
    this.key = key;
    this.brokenBy = brokenBy;
  }

  @Nullable Place first() {
    return first;
  }

  boolean isEmpty() {
    return first == null;
  }

  void add(Place place) {
    Place before = last;
    place.previous = before;
    if (before == null) {
      first = place;
    } else {
      before.next = place;
    }
    last = place;
    place.lane = this;
  }

  /**
   * Removes a place.
   *
   * @param cause the break that it stands for; null if the candidate has answered
   */
  void remove(Place place, @Nullable Fate cause) {
    Place before = place.previous;
    Place after = place.next;
    Fate passedOn = cause == null ? place.knownBreak() : cause;
    if (after != null && after.brokenInLane == null) {
      after.brokenInLane = passedOn;
    }
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    place.lane = null;
    place.previous = null;
    place.next = null;
  }

  /** Starts the first call. From the first one that follows a break, all further calls do. */
  void start(Place place) {
    if (brokenBy == null) {
      brokenBy = place.knownBreak();
    }
    place.start(brokenBy);
  }
}
