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
    Map<String, String> old = new HashMap<>();
    before.points.forEach(point -> old.put(point.name(), point.config().toString()));
    List<String> come = new ArrayList<>();
    for (CallPoint point : after.points) {
      if (old.remove(point.name()) == null) {
        come.add(point.name());
      }
    }
    List<String> gone = new ArrayList<>(old.keySet());
    gone.sort(null);
    StringBuilder text = new StringBuilder("reloaded, ");
    text.append(after.points.size()).append(" call points");
    text.append(come.isEmpty() ? "" : ", new: " + String.join(", ", come));
    text.append(gone.isEmpty() ? "" : ", gone: " + String.join(", ", gone));
    text.append("; classes transformed: ").append(transformed);
    text.append("; configuration hash ").append(after.config.hash());
    return text.toString();
  }
}
