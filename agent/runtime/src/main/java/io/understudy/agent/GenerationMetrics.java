package io.understudy.agent;

import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.evidence.PublishedSeal;
import io.understudy.agent.metrics.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;

/** The meters of the stages of one generation. Stateless. */
final class GenerationMetrics {
  private GenerationMetrics() {}

  private static Map<String, String> sealLabels(Evidence evidence) {
    PublishedSeal seal = evidence.hourlySeal();
    Map<String, String> labels = new LinkedHashMap<>();
    if (seal != null) {
      labels.put("file", seal.file());
      labels.put("seal", seal.hash());
      labels.put("session", seal.session());
    }
    return labels;
  }

  /** Registers the meters of a generation. */
  static Metrics of(Generation of) {
    return new Metrics(Version.current(), of.points)
        .info(
            "understudy_journal_seal_info",
            "The journal's last seal at the start of the file or of the hour; always 1",
            () -> sealLabels(of.evidence))
        .gauge("understudy.queue.calls", null, "Calls that wait for a thread", of.queue::depth)
        .gauge("understudy.queue.size", "bytes", "Memory that they hold", of.queue::bytes)
        .gauge(
            "understudy.order.calls",
            null,
            "Calls that wait for an earlier call with their order key",
            of.orders.calls()::waiting)
        .gauge(
            "understudy.completion.calls",
            null,
            "Calls that wait for stages which their controls have returned",
            of.capture::pendingCalls)
        .gauge(
            "understudy.completion.size",
            "bytes",
            "Memory that they hold",
            of.capture::pendingBytes)
        .gauge(
            "understudy.completion.candidates",
            null,
            "Calls that wait for stages which their candidates have returned",
            of.pool::pendingStages)
        .gauge("understudy.replay.busy", null, "Threads with a call in hand", of.pool::busy)
        .gauge(
            "understudy.replay.abandoned",
            null,
            "Threads left behind in candidates that do not return",
            of.pool::abandoned)
        .gauge(
            "understudy.replay.spinning",
            null,
            "Threads left behind that use CPU time",
            of.pool::spinning)
        .gauge(
            "understudy.breakers.open",
            null,
            "Call points whose calls are shed since their candidates do not answer",
            of.pool::openBreakers)
        .pointGauge(
            "understudy.breaker.state",
            "0: closed; 1: a probe decides; 2: open; 3: off until a person turns it on",
            of.points,
            point -> of.pool.breakerState(point).ordinal())
        .gauge(
            "understudy.budget.allowed",
            "milliprocessors",
            "What the pool and the agent may use",
            () -> of.budget.view().milliAllowed())
        .gauge(
            "understudy.budget.used",
            "milliprocessors",
            "What the pool and the agent have used",
            () -> of.budget.view().milliUsed())
        .gauge(
            "understudy.budget.signs",
            null,
            "Signs that the application needs the processors",
            () -> of.budget.view().signs().size())
        .pointGauge(
            "understudy.budget.taken",
            "Share of the sampled calls that the budget takes",
            of.points,
            of::takenShare)
        .gauge(
            "understudy.points.armed", null, "Call points that take calls now", of.capture::armed)
        .gauge("understudy.journal.flushes", null, "Flushes of the journal", of.evidence::flushes)
        .gauge(
            "understudy.journal.age",
            "seconds",
            "Time since the last flush of the journal that has succeeded",
            of.evidence::secondsSinceFlush)
        .gauge(
            "understudy.threads.failures",
            null,
            "Failures that threads of the agent have survived",
            of.threads::failures)
        .gauge(
            "understudy.threads.restarts",
            null,
            "Threads of the agent that have died and were started again",
            of.threads::restarts)
        .gauge(
            "understudy.threads.unresponsive",
            null,
            "Threads of the agent that do not respond",
            of.threads::unresponsive);
  }
}
