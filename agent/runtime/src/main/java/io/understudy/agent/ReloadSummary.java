package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Describes the changes of a reload. Stateless. */
final class ReloadSummary {
  private ReloadSummary() {}

  static String between(Generation before, Generation after, int transformed) {
    Map<String, String> earlier = new HashMap<>();
    before.points.forEach(point -> earlier.put(point.name(), point.config().toString()));
    List<String> added = new ArrayList<>();
    for (CallPoint point : after.points) {
      if (earlier.remove(point.name()) == null) {
        added.add(point.name());
      }
    }
    List<String> removed = new ArrayList<>(earlier.keySet());
    removed.sort(null);
    StringBuilder text = new StringBuilder("reloaded, ");
    text.append(after.points.size()).append(" call points");
    text.append(added.isEmpty() ? "" : ", new: " + String.join(", ", added));
    text.append(removed.isEmpty() ? "" : ", gone: " + String.join(", ", removed));
    text.append("; classes transformed: ").append(transformed);
    text.append("; configuration hash ").append(after.config.hash());
    return text.toString();
  }
}
