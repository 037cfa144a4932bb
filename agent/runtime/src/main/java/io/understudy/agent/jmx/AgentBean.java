package io.understudy.agent.jmx;

import io.understudy.agent.operate.AgentOperations;
import io.understudy.agent.operate.CommandReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The MBean of the agent; reads {@link AgentOperations#status} at each access. Thread-safe. */
final class AgentBean implements AgentMXBean {
  private final AgentOperations agent;

  AgentBean(AgentOperations agent) {
    this.agent = agent;
  }

  private Object value(String... path) {
    Object at = agent.status();
    for (String key : path) {
      at = at instanceof Map ? ((Map<?, ?>) at).get(key) : null;
    }
    return at == null ? "" : at;
  }

  @Override
  public String getVersion() {
    return value("version").toString();
  }

  @Override
  public String getSince() {
    return value("since").toString();
  }

  @Override
  public String getConfiguration() {
    return value("configuration", "file").toString();
  }

  @Override
  public String getConfigurationHash() {
    return value("configuration", "hash").toString();
  }

  @Override
  public @Nullable String getLastReloadError() {
    String error = value("configuration", "lastReloadError").toString();
    return error.isEmpty() ? null : error;
  }

  @Override
  public String getJournal() {
    return value("journal").toString();
  }

  @Override
  public long getQueueCalls() {
    return ((Number) value("queue", "calls")).longValue();
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<PointView> getPoints() {
    List<PointView> points = new ArrayList<>();
    for (Object point : (List<?>) value("points")) {
      points.add(new PointView((Map<String, Object>) point));
    }
    return points;
  }

  private String answer(String command, String key, String value) {
    Map<String, String> request = new HashMap<>();
    request.put("command", command);
    if (!value.trim().isEmpty()) {
      request.put(key, value.trim());
    }
    String answer = CommandReply.of(request, agent);
    int line = answer.indexOf('\n');
    String text = answer.substring(line + 1);
    if (!answer.startsWith("done")) {
      // A class of the JDK, since a console cannot load the agent's classes.
      throw new IllegalStateException(text);
    }
    return text;
  }

  // Consoles pass null for an empty parameter.
  private static String given(@Nullable String parameter) {
    return parameter == null ? "" : parameter;
  }

  @Override
  public String status() {
    return answer("status", "format", "json");
  }

  @Override
  public String pause(String points) {
    return answer("pause", "points", given(points));
  }

  @Override
  public String resume(String points) {
    return answer("resume", "points", given(points));
  }

  @Override
  public String reload(String fileOrEmpty) {
    return answer("reload", "configuration", given(fileOrEmpty));
  }

  @Override
  public String detach() {
    return answer("detach", "", "");
  }
}
