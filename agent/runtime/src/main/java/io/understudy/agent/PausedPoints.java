package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.operate.OperationRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pauses and resumes call points by their names, for a person. Stateless. */
final class PausedPoints {
  private final Generation generation;

  PausedPoints(Generation generation) {
    this.generation = generation;
  }

  /**
   * Pauses or resumes call points.
   *
   * @param names their names; empty for all
   * @return a description of what was done
   * @throws OperationRefusedException when a name is unknown; nothing was changed then
   */
  String pause(List<String> names, boolean on) throws OperationRefusedException {
    List<CallPoint> points = new ArrayList<>();
    for (CallPoint point : generation.points) {
      if (names.isEmpty() || names.contains(point.name())) {
        points.add(point);
      }
    }
    List<String> found = points.stream().map(CallPoint::name).collect(Collectors.toList());
    List<String> unknown = new ArrayList<>(names);
    unknown.removeAll(found);
    if (!unknown.isEmpty()) {
      throw new OperationRefusedException(
          "there is no call point "
              + String.join(", ", unknown)
              + "; known here: "
              + generation.points.stream().map(CallPoint::name).collect(Collectors.joining(", "))
              + ". Nothing was changed");
    }
    points.forEach(point -> point.pause(on));
    String text = (on ? "paused: " : "resumed: ") + String.join(", ", found);
    if (!on) {
      text += turnedOn(points, !names.isEmpty());
    }
    return text;
  }

  /** Turns on the points whose candidates have spun, if a person has named them. */
  private String turnedOn(List<CallPoint> points, boolean isNamed) {
    List<String> off = new ArrayList<>();
    for (CallPoint point : points) {
      if (generation.pool.offSince(point) != null) {
        off.add(point.name());
        if (isNamed) {
          generation.pool.turnOn(point);
        }
      }
    }
    if (off.isEmpty()) {
      return "";
    }
    return isNamed
        ? "; turned on: " + String.join(", ", off)
        : "; still off: " + String.join(", ", off) + ", name them to turn them on";
  }
}
