package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.capture.Capture;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Notices the call points whose control was woven into a further class, as after a deployment: its
 * code is cold, and so is that of the candidate. For one thread at a time.
 */
final class Deployments {
  /** Interval in nanoseconds between two looks. */
  private static final long PERIOD = TimeUnit.SECONDS.toNanos(1);

  private final List<CallPoint> points;
  private final Capture capture;
  private final Consumer<CallPoint> deployed;

  /** The number of woven classes of each point at the last look. */
  private final int[] classes;

  private long seen = System.nanoTime();

  /** Creates a watch; {@code deployed} is told each point that has a further class. */
  Deployments(List<CallPoint> points, Capture capture, Consumer<CallPoint> deployed) {
    this.points = points;
    this.capture = capture;
    this.deployed = deployed;
    this.classes = new int[points.size()];
  }

  /** Looks about once a second; {@code now} is {@code System.nanoTime()}. */
  void follow(long now) {
    if (now - seen < PERIOD) {
      return;
    }
    seen = now;
    for (CallPoint point : points) {
      int woven = capture.weavingState(point).classes();
      if (woven > classes[point.id()]) {
        classes[point.id()] = woven;
        deployed.accept(point);
      }
    }
  }
}
