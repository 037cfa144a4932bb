package io.understudy.agent.weave;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * The weaving states of controls, by the numbers of their call points. All generations of an
 * attachment share them, since a reload does not weave unchanged call points again. Thread-safe;
 * written only while classes are loaded.
 */
final class WeavingStates {
  private final ConcurrentMap<Integer, WeavingState> byNumber = new ConcurrentHashMap<>();

  /**
   * Initialises its class at the start, where an error leaves the application without the agent.
   */
  private final WeavingState none = WeavingState.NONE;

  /** Returns the state of a call point. */
  WeavingState of(int number) {
    return byNumber.getOrDefault(number, none);
  }

  /** Updates the state of a call point. */
  void update(int number, UnaryOperator<WeavingState> more) {
    byNumber.merge(number, more.apply(none), (seen, first) -> more.apply(seen));
  }

  /** Removes the state of a call point. */
  void forget(int number) {
    byNumber.remove(number);
  }
}
