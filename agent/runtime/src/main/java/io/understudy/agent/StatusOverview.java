package io.understudy.agent;

import io.understudy.agent.budget.Activity;
import io.understudy.agent.budget.BudgetView;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.BudgetConfig;
import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.evidence.PublishedSeal;
import io.understudy.agent.operate.Status;
import io.understudy.agent.weave.WeavingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the status of an attachment in the form of {@link Status}. Stateless. */
final class StatusOverview {
  private StatusOverview() {}

  static Map<String, Object> of(
      Generation generation, Instant since, Map<String, Object> configuration) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("version", Version.current());
    status.put("pid", Evidence.pid());
    status.put("jvm", System.getProperty("java.runtime.version", "?"));
    status.put("since", since.toString());
    status.put("application", generation.config.application());
    status.put("configuration", configuration);
    status.put("journal", generation.config.journal().directory().toAbsolutePath().toString());
    Status.putNullable(status, "journalWarning", generation.evidence.exposure());
    PublishedSeal seal = generation.evidence.lastSeal();
    Status.putNullable(status, "lastSeal", seal == null ? null : seal.hash());
    Status.putNullable(status, "lastSealFile", seal == null ? null : seal.file());
    Status.putNullable(status, "log", generation.logFile());
    status.put(
        "queue",
        Status.counts(
            "calls",
            (long) generation.queue.depth(),
            "mostCalls",
            (long) generation.config.replay().queueCalls(),
            "bytes",
            generation.queue.bytes(),
            "mostBytes",
            generation.config.replay().queueBytes(),
            "inOrder",
            (long) generation.orders.calls().waiting()));
    status.put(
        "threads",
        Status.counts(
            "replay",
            generation.config.replay().threads(),
            "busy",
            generation.pool.busy(),
            "leftBehind",
            generation.pool.abandoned(),
            "spinning",
            generation.pool.spinning()));
    status.put("budget", budget(generation.budget.view(), generation.budget.activity()));
    status.put("heartbeat", heartbeat(generation));
    status.put("stuckThreads", generation.pool.stuckThreads());
    status.put("openBreakers", generation.pool.openBreakers());
    List<Map<String, Object>> points = new ArrayList<>();
    for (CallPoint point : generation.points) {
      WeavingState seen = generation.capture.weavingState(point);
      Map<String, Object> view =
          Status.point(point, seen.classes(), seen.refusal(), generation.pool.offSince(point));
      view.put("breakerState", generation.pool.breakerState(point).text());
      view.put("taken", generation.takenShare(point));
      Status.putNullable(view, "limit", generation.limit(point));
      points.add(view);
    }
    status.put("points", points);
    return status;
  }

  private static Map<String, Object> budget(BudgetView view, Activity activity) {
    return Status.counts(
        "cpu",
        BudgetConfig.text(view.config().cpu()),
        "caller",
        BudgetConfig.text(view.config().caller()),
        "milliProcessors",
        view.milliProcessors(),
        "milliAllowed",
        view.milliAllowed(),
        "milliUsed",
        view.milliUsed(),
        "signs",
        view.signs(),
        "dormant",
        activity.isDormant());
  }

  private static Map<String, Object> heartbeat(Generation generation) {
    Map<String, Object> beat =
        Status.counts(
            "flushes",
            generation.evidence.flushes(),
            "secondsSinceFlush",
            generation.evidence.secondsSinceFlush(),
            "points",
            generation.points.size(),
            "armed",
            generation.capture.armed(),
            "disturbed",
            generation.capture.isDisturbed(),
            "threadFailures",
            generation.threads.failures(),
            "threadRestarts",
            generation.threads.restarts(),
            "unresponsiveThreads",
            generation.threads.unresponsive());
    Instant last = generation.evidence.lastFlush();
    Status.putNullable(beat, "lastFlush", last == null ? null : last.toString());
    return beat;
  }

  static Map<String, Object> configuration(
      ConfigSource source,
      Generation generation,
      Instant since,
      boolean watched,
      @Nullable String error,
      @Nullable Instant errorAt) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("file", source.file());
    configuration.put("overrides", source.overrides());
    configuration.put("hash", generation.config.hash());
    configuration.put("since", since.toString());
    configuration.put("watched", watched);
    Status.putNullable(configuration, "lastReloadError", error);
    Status.putNullable(
        configuration, "lastReloadErrorAt", errorAt == null ? null : errorAt.toString());
    return configuration;
  }
}
