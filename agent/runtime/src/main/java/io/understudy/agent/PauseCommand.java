package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.operate.OperationRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pauses call points, resumes them, and turns those on whose candidates have spun. Stateless. */
final class PauseCommand {
  private PauseCommand() {}

  /**
   * Runs the command.
   *
   * @param generations the one that takes the calls, and the other one during a reload
   * @param names the names of call points; empty for all
   * @param on true to pause, false to resume
   * @return what was done, for people
   * @throws OperationRefusedException when there is no call point of a name; nothing is changed
   */
  static String run(List<Generation> generations, List<String> names, boolean on)
      throws OperationRefusedException {
    Generation generation = generations.get(0);
    List<CallPoint> points = named(generation, names);
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
    for (Generation each : generations) {
      each.pause(named(each, names), on);
    }
    String text = (on ? "paused: " : "resumed: ") + String.join(", ", found);
    return on ? text : text + turnedOn(generation, points, !names.isEmpty());
  }

  private static List<CallPoint> named(Generation generation, List<String> names) {
    List<CallPoint> points = new ArrayList<>();
    for (CallPoint point : generation.points) {
      if (names.isEmpty() || names.contains(point.name())) {
        points.add(point);
      }
    }
    return points;
  }

  /** Turns on the points whose candidates have spun, if a person has named them. */
  private static String turnedOn(Generation generation, List<CallPoint> points, boolean isNamed) {
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
