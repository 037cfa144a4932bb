package io.understudy.agent.weave;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * What became of the call points' controls, by the numbers that woven code knows them by: shared by
 * all generations of an attachment, since a reload leaves alone what has not changed. Thread-safe;
 * written to while classes are loaded, which is rare.
 */
final class WeavingStates {
  private final ConcurrentMap<Integer, WeavingState> byNumber = new ConcurrentHashMap<>();

  /** What is known by now. */
  WeavingState of(int number) {
    return byNumber.getOrDefault(number, WeavingState.NONE);
  }

  /** Adds to what is known. */
  void update(int number, UnaryOperator<WeavingState> more) {
    byNumber.merge(number, more.apply(WeavingState.NONE), (seen, first) -> more.apply(seen));
  }

  /** Forgets a call point that has gone. */
  void forget(int number) {
    byNumber.remove(number);
  }
}
