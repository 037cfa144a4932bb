package io.understudy.agent.jmx;

import io.understudy.agent.operate.AgentOperations;
import io.understudy.agent.operate.OperationRefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations that store their requests and return a fixed status. */
final class FakeOperations implements AgentOperations {
  final List<String> requests = new ArrayList<>();
  @Nullable String reloadError;

  @Override
  public Map<String, Object> status() {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("file", "/etc/u.yaml");
    configuration.put("hash", "b77d");
    if (reloadError != null) {
      configuration.put("lastReloadError", reloadError);
    }
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("name", "quote");
    point.put("state", "armed");
    point.put("control", "a.Old#q");
    point.put("candidate", "a.New#q");
    point.put("wovenClasses", 2);
    point.put("intercepted", 7L);
    point.put("inFlight", 3L);
    point.put("fates", Collections.singletonMap("matched", 4L));
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("version", "1.2.3");
    status.put("since", "2026-11-20T21:40:00Z");
    status.put("configuration", configuration);
    status.put("journal", "/var/lib/understudy");
    status.put("queue", Collections.singletonMap("calls", 5));
    status.put("points", Collections.singletonList(point));
    return status;
  }

  @Override
  public String pause(List<String> points, boolean on) throws OperationRefusedException {
    if (points.contains("x")) {
      throw new OperationRefusedException("there is no call point x");
    }
    requests.add((on ? "pause " : "resume ") + points);
    return "paused";
  }

  @Override
  public String reload(@Nullable String configuration) {
    requests.add("reload " + configuration);
    return "reloaded";
  }

  @Override
  public String detach() {
    requests.add("detach");
    return "detached";
  }
}
