package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.CallConfig;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of one generation's call points in woven code. No number is used twice in a JVM, so
 * code that was woven for a removed call point never refers to another one. Immutable.
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

  /** Reserves new numbers for all call points. Call it before the bridge is opened. */
  static PointNumbers reserve(BridgeKey key, List<CallPoint> points) {
    int first = key.reserve(points.size());
    int[] numbers = new int[points.size()];
    Arrays.setAll(numbers, i -> first + i);
    return new PointNumbers(numbers);
  }

  /**
   * Keeps the numbers of the previous generation for call points that weave the same methods, and
   * reserves new ones for the others.
   */
  static PointNumbers following(
      BridgeKey key, PointNumbers before, List<CallPoint> old, List<CallPoint> points) {
    Map<String, Deque<Integer>> free = new HashMap<>();
    for (CallPoint point : old) {
      free.computeIfAbsent(woven(point.config()), w -> new ArrayDeque<>()).add(before.of(point));
    }
    int[] numbers = new int[points.size()];
    for (CallPoint point : points) {
      Deque<Integer> same = free.get(woven(point.config()));
      Integer kept = same == null ? null : same.poll();
      numbers[point.id()] = kept == null ? key.reserve(1) : kept;
    }
    return new PointNumbers(numbers);
  }

  /** Describes everything that determines the woven code of a call point. */
  private static String woven(CallConfig config) {
    return config.control()
        + " in "
        + config.packages()
        + (config.needsReceiver() ? ", with its receiver" : "");
  }

  /** Returns the number of a call point. */
  int of(CallPoint point) {
    return byIndex[point.id()];
  }

  /**
   * Returns the index of the call point with this number; -1 if this generation does not have it.
   */
  int index(int number) {
    int at = number - first;
    return at >= 0 && at < byNumber.length ? byNumber[at] : -1;
  }
}
