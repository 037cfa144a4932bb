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

  private Object statusValue(String... path) {
    Object at = agent.status();
    for (String key : path) {
      at = at instanceof Map ? ((Map<?, ?>) at).get(key) : null;
    }
    return at == null ? "" : at;
  }

  @Override
  public String getVersion() {
    return statusValue("version").toString();
  }

  @Override
  public String getSince() {
    return statusValue("since").toString();
  }

  @Override
  public String getConfiguration() {
    return statusValue("configuration", "file").toString();
  }

  @Override
  public String getConfigurationHash() {
    return statusValue("configuration", "hash").toString();
  }

  @Override
  public @Nullable String getLastReloadError() {
    String error = statusValue("configuration", "lastReloadError").toString();
    return error.isEmpty() ? null : error;
  }

  @Override
  public String getLastSeal() {
    return statusValue("lastSeal").toString();
  }

  @Override
  public String getJournal() {
    return statusValue("journal").toString();
  }

  @Override
  public long getQueueCalls() {
    return ((Number) statusValue("queue", "calls")).longValue();
  }

  @Override
  public long getFlushes() {
    return heartbeat("flushes");
  }

  @Override
  public long getSecondsSinceFlush() {
    return heartbeat("secondsSinceFlush");
  }

  @Override
  public long getArmedPoints() {
    return heartbeat("armed");
  }

  @Override
  public long getBudgetMilliAllowed() {
    return ((Number) statusValue("budget", "milliAllowed")).longValue();
  }

  @Override
  public long getBudgetMilliUsed() {
    return ((Number) statusValue("budget", "milliUsed")).longValue();
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<String> getBudgetSigns() {
    return new ArrayList<>((List<String>) statusValue("budget", "signs"));
  }

  @Override
  public long getThreadRestarts() {
    return heartbeat("threadRestarts");
  }

  private long heartbeat(String key) {
    return ((Number) statusValue("heartbeat", key)).longValue();
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<StuckThreadEntry> getStuckThreads() {
    List<StuckThreadEntry> threads = new ArrayList<>();
    for (Object thread : (List<?>) statusValue("stuckThreads")) {
      threads.add(new StuckThreadEntry((Map<String, Object>) thread));
    }
    return threads;
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<PointView> getPoints() {
    List<PointView> points = new ArrayList<>();
    for (Object point : (List<?>) statusValue("points")) {
      points.add(new PointView((Map<String, Object>) point));
    }
    return points;
  }

  private String execute(String command, String key, String value) {
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
  private static String emptyIfNull(@Nullable String parameter) {
    return parameter == null ? "" : parameter;
  }

  @Override
  public String status() {
    return execute("status", "format", "json");
  }

  @Override
  public String pause(@Nullable String points) {
    return execute("pause", "points", emptyIfNull(points));
  }

  @Override
  public String resume(@Nullable String points) {
    return execute("resume", "points", emptyIfNull(points));
  }

  @Override
  public String reload(@Nullable String file) {
    return execute("reload", "configuration", emptyIfNull(file));
  }

  @Override
  public String detach() {
    return execute("detach", "", "");
  }
}
