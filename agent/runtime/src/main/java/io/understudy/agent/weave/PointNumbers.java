package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.CallConfig;
import io.understudy.bridge.Bridge;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that woven code knows one generation of call points by. No number is used twice in a
 * JVM, so code that is woven for a call point that has gone does not lead to another. Immutable.
 */
final class PointNumbers {
  private final int[] byIndex;
  private final int first;
  private final int[] byNumber;

  private PointNumbers(int[] byIndex) {
    this.byIndex = byIndex;
    this.first = Arrays.stream(byIndex).min().orElse(0);
    this.byNumber = new int[Arrays.stream(byIndex).max().orElse(-1) - first + 1];
    Arrays.fill(byNumber, -1);
    for (int i = 0; i < byIndex.length; i++) {
      byNumber[byIndex[i] - first] = i;
    }
  }

  /** New numbers for all call points; take them before the bridge is opened. */
  static PointNumbers reserve(List<CallPoint> points) {
    int first = Bridge.reserve(points.size());
    int[] numbers = new int[points.size()];
    Arrays.setAll(numbers, i -> first + i);
    return new PointNumbers(numbers);
  }

  /**
   * The numbers of the generation before where what is woven stays the same, and new ones
   * elsewhere.
   */
  static PointNumbers following(PointNumbers before, List<CallPoint> old, List<CallPoint> points) {
    Map<String, Deque<Integer>> free = new HashMap<>();
    for (CallPoint point : old) {
      free.computeIfAbsent(woven(point.config()), w -> new ArrayDeque<>()).add(before.of(point));
    }
    int[] numbers = new int[points.size()];
    for (CallPoint point : points) {
      Deque<Integer> same = free.get(woven(point.config()));
      Integer kept = same == null ? null : same.poll();
      numbers[point.id()] = kept == null ? Bridge.reserve(1) : kept;
    }
    return new PointNumbers(numbers);
  }

  /** All that decides what is woven where. */
  private static String woven(CallConfig config) {
    return config.control() + " in " + config.packages() + (config.noise() > 0 ? ", twice" : "");
  }

  /** The number of a call point. */
  int of(CallPoint point) {
    return byIndex[point.id()];
  }

  /** The index of the call point with this number; -1 when it is not of this generation. */
  int index(int number) {
    int at = number - first;
    return at >= 0 && at < byNumber.length ? byNumber[at] : -1;
  }
}
