package io.understudy.agent.config;

import io.understudy.value.Bounds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A canonical text of a configuration, and its hash. The text has sorted lines {@code key=value}
 * for every effective value. Comments, the order of keys and explicit defaults do not change it.
 *
 * <p>Call points mostly have the same settings. Each different group of settings stands once in the
 * text, and a call point names its group: on Java 8 this runs before the JIT compiler starts, and
 * the text of thousands of call points would take half a minute.
 */
final class ConfigHash {
  private final Map<String, String> lines;

  private ConfigHash(Map<String, String> lines) {
    this.lines = lines;
  }

  static String hash(Config config) {
    try {
      byte[] text = text(config).getBytes(StandardCharsets.UTF_8);
      StringBuilder out = new StringBuilder(64);
      for (byte b : MessageDigest.getInstance("SHA-256").digest(text)) {
        out.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
      }
      return out.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String text(Config config) {
    ConfigHash text = new ConfigHash(new TreeMap<>());
    text.put("application", config.application());
    text.put("on-error", config.onError());
    text.journal(config.journal());
    text.replay(config.replay());
    text.budget(config);
    text.bounds("snapshot", config.snapshot());
    MetricsConfig.Prometheus prometheus = config.metrics().prometheus();
    text.put(
        "metrics.prometheus",
        prometheus == null ? "none" : prometheus.host() + ":" + prometheus.port());
    config.types().forEach(type -> text.put("types." + type.className(), type));
    text.calls(config.calls());
    return text.lines();
  }

  private String lines() {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> line : lines.entrySet()) {
      out.append(line.getKey()).append('=').append(line.getValue()).append('\n');
    }
    return out.toString();
  }

  private void calls(List<CallConfig> calls) {
    // Sorted by their text, so that the order of the call points does not matter.
    Map<String, List<CallConfig>> groups = new TreeMap<>();
    for (CallConfig call : calls) {
      groups.computeIfAbsent(settings(call), text -> new ArrayList<>()).add(call);
    }
    int number = 0;
    for (Map.Entry<String, List<CallConfig>> group : groups.entrySet()) {
      put("settings." + ++number, group.getKey());
      for (CallConfig call : group.getValue()) {
        MethodRef factory = call.factory();
        put(
            "calls." + call.name(),
            call.control()
                + " "
                + call.candidateText()
                + " "
                + (factory == null ? "none" : factory)
                + " "
                + number
                + (call.isolation() == null ? "" : " " + call.isolation())
                + instance(call));
      }
    }
  }

  private static String instance(CallConfig call) {
    return call.instance() == null ? "" : " instance " + call.instance() + " " + call.bean();
  }

  private void journal(JournalConfig journal) {
    put("journal.directory", journal.directory());
    TreeSet<String> redact = new TreeSet<>();
    journal.redact().forEach(pattern -> redact.add(pattern.toString()));
    put("journal.redact", redact);
    put("journal.flush", journal.flush());
    put("journal.rotate.size", journal.rotateBytes());
    put("journal.examples-per-hour", journal.examplesPerHour());
  }

  private void replay(ReplayConfig replay) {
    put("replay.threads", replay.threads());
    put("replay.queue.calls", replay.queueCalls());
    put("replay.queue.bytes", replay.queueBytes());
    put("replay.timeout", replay.timeout());
    put("replay.completion", replay.completion());
    put("replay.stuck", replay.stuck());
    put("replay.drain", replay.drain());
    // Only where they differ from their defaults, so that older configurations keep their hash.
    if (!replay.comparison().equals(ReplayConfig.COMPARISON)) {
      put("replay.comparison", replay.comparison());
    }
    if (replay.allocation() != 0) {
      put("replay.allocation", replay.allocation());
    }
    if (!replay.properties().isEmpty()) {
      put("replay.properties", new TreeSet<>(replay.properties()));
    }
    if (!replay.stop()) {
      put("replay.stop", false);
    }
    if (!replay.order().toString().equals(OrderLimits.STANDARD.toString())) {
      put("replay.order", replay.order());
    }
  }

  private void budget(Config config) {
    BudgetConfig budget = config.budget();
    if (budget.cpu() != BudgetConfig.STANDARD.cpu()) {
      put("budget.cpu", BudgetConfig.text(budget.cpu()));
    }
    if (budget.caller() != BudgetConfig.STANDARD.caller()) {
      put("budget.caller", BudgetConfig.text(budget.caller()));
    }
    Duration standard = budget.limitsCpu() ? ReplayConfig.QUEUE_AGE : Duration.ZERO;
    if (!config.replay().queueAge().equals(standard)) {
      put("replay.queue.age", config.replay().queueAge());
    }
  }

  private static String settings(CallConfig call) {
    ConfigHash text = new ConfigHash(new TreeMap<>());
    text.settingsOf(call);
    return text.lines();
  }

  private void settingsOf(CallConfig call) {
    if (!call.immutable().isEmpty()) {
      put("immutable", call.immutable());
    }
    if (!call.unanswered().isEmpty()) {
      put("unanswered", call.unanswered());
    }
    if (!call.packages().isEmpty()) {
      put("packages", new TreeSet<>(call.packages()));
    }
    if (!call.mapping().isNone()) {
      put("mapping", call.mapping());
    }
    HostConfig host = call.host();
    if (host != null) {
      put("host", host.connection());
    }
    HttpConfig http = call.http();
    if (http != null) {
      put("http", http.settings());
    }
    put("sample", call.sample());
    put("timeout", call.timeout());
    put("completion", call.completion());
    bounds("snapshot", call.bounds());
    put("idempotent", call.idempotent());
    put("noise", call.noise());
    if (!call.order().isAny()) {
      put("order", call.order());
    }
    // In order: if several acceptances cover a difference, the first valid one accepts it.
    put("accept", call.acceptances());
    Map<String, String> masks = new TreeMap<>();
    for (RuleConfig rule : call.ruleConfigs()) {
      if (rule.key().equals("mask")) {
        masks.merge(rule.scope().toString(), rule.toString(), (one, next) -> one + "\n" + next);
      }
    }
    // In order: the masks of one place are applied in sequence.
    if (!masks.isEmpty()) {
      put("masks", masks);
    }
    // Without "arguments" the method decides, so an absent key differs from both values.
    if (call.argumentsStated() && !call.rules().arguments()) {
      put("compare.arguments", false);
    }
    put("compare", String.join("\n", call.ruleLines()));
  }

  private void bounds(String key, Bounds bounds) {
    put(key + ".nodes", bounds.nodes());
    put(key + ".bytes", bounds.bytes());
    put(key + ".time", bounds.nanos());
  }

  private void put(String key, Object value) {
    String text = value.toString();
    boolean isPlain = text.indexOf('\\') < 0 && text.indexOf('\n') < 0;
    lines.put(key, isPlain ? text : text.replace("\\", "\\\\").replace("\n", "\\n"));
  }
}
