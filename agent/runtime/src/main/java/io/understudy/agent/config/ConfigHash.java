package io.understudy.agent.config;

import io.understudy.value.Bounds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A canonical text of a configuration, and its hash. The text has one sorted line {@code key=value}
 * for every effective value. Comments, the order of keys and explicit defaults do not change it.
 */
final class ConfigHash {
  private final Map<String, String> lines = new TreeMap<>();

  private ConfigHash() {}

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
    ConfigHash text = new ConfigHash();
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
    for (CallConfig call : config.calls()) {
      text.call(call);
    }
    StringBuilder out = new StringBuilder();
    text.lines.forEach((key, value) -> out.append(key).append('=').append(value).append('\n'));
    return out.toString();
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

  private void call(CallConfig call) {
    String key = "calls." + call.name();
    put(key + ".control", call.control());
    put(key + ".candidate", call.candidate());
    MethodRef factory = call.factory();
    put(key + ".factory", factory == null ? "none" : factory);
    if (!call.immutable().isEmpty()) {
      put(key + ".immutable", call.immutable());
    }
    if (!call.packages().isEmpty()) {
      put(key + ".packages", new TreeSet<>(call.packages()));
    }
    put(key + ".sample", call.sample());
    put(key + ".timeout", call.timeout());
    put(key + ".completion", call.completion());
    bounds(key + ".snapshot", call.bounds());
    put(key + ".idempotent", call.idempotent());
    put(key + ".noise", call.noise());
    // In order: if several acceptances cover a difference, the first valid one accepts it.
    put(key + ".accept", call.acceptances());
    Map<String, String> masks = new TreeMap<>();
    for (RuleConfig rule : call.ruleConfigs()) {
      if (rule.key().equals("mask")) {
        masks.merge(rule.scope().toString(), rule.toString(), (one, next) -> one + "\n" + next);
      }
    }
    // In order: the masks of one place are applied in sequence.
    if (!masks.isEmpty()) {
      put(key + ".masks", masks);
    }
    // Without "arguments" the method decides, so an absent key differs from both values.
    if (call.argumentsStated() && !call.rules().arguments()) {
      put(key + ".compare.arguments", false);
    }
    put(key + ".compare", String.join("\n", call.ruleLines()));
  }

  private void bounds(String key, Bounds bounds) {
    put(key + ".nodes", bounds.nodes());
    put(key + ".bytes", bounds.bytes());
    put(key + ".time", bounds.nanos());
  }

  private void put(String key, Object value) {
    lines.put(key, value.toString().replace("\\", "\\\\").replace("\n", "\\n"));
  }
}
