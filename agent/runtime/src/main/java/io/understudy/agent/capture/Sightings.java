package io.understudy.agent.capture;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * What became of the call points' controls, by the numbers that woven code knows them by: shared by
 * all generations of an attachment, since a reload leaves alone what has not changed. Thread-safe;
 * written to while classes are loaded, which is rare.
 */
final class Sightings {
  private final ConcurrentMap<Integer, Sighting> byNumber = new ConcurrentHashMap<>();

  /** What is known by now. */
  Sighting of(int number) {
    return byNumber.getOrDefault(number, Sighting.NONE);
  }

  /** Adds to what is known. */
  void update(int number, UnaryOperator<Sighting> more) {
    byNumber.merge(number, more.apply(Sighting.NONE), (seen, first) -> more.apply(seen));
  }

  /** Forgets a call point that has gone. */
  void forget(int number) {
    byNumber.remove(number);
  }
}
