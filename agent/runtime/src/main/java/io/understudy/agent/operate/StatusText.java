package io.understudy.agent.operate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats a status as text for a terminal. */
final class StatusText {
  private final StringBuilder out = new StringBuilder();

  private StatusText() {}

  static String of(Map<String, Object> status) {
    StatusText text = new StatusText();
    text.write(status);
    return text.out.toString().trim();
  }

  private void write(Map<String, Object> status) {
    line("understudy", status.get("version") + ", attached since " + status.get("since"));
    Map<String, Object> configuration = Status.map(status, "configuration");
    line(
        "configuration",
        configuration.get("file")
            + (Boolean.TRUE.equals(configuration.get("watched"))
                ? ", reloaded when it changes"
                : ", not watched"));
    Object overrides = configuration.get("overrides");
    if (!String.valueOf(overrides).isEmpty()) {
      line("", "overrides: " + overrides);
    }
    line("", "hash " + configuration.get("hash") + ", since " + configuration.get("since"));
    @Nullable Object error = configuration.get("lastReloadError");
    if (error != null) {
      line("", "THE LAST RELOAD WAS REFUSED, at " + configuration.get("lastReloadErrorAt") + ":");
      for (String problem : error.toString().split("\n")) {
        line("", "  " + problem);
      }
    }
    line("journal", String.valueOf(status.get("journal")));
    if (status.get("journalWarning") != null) {
      line("", "WARNING: " + status.get("journalWarning"));
    }
    if (status.get("lastSeal") != null) {
      line("", "last seal " + status.get("lastSeal") + " in " + status.get("lastSealFile"));
    }
    if (status.get("log") != null) {
      line("log", String.valueOf(status.get("log")));
    }
    Map<String, Object> queue = Status.map(status, "queue");
    line(
        "queue",
        queue.get("calls")
            + " of "
            + queue.get("mostCalls")
            + " calls, "
            + queue.get("bytes")
            + " of "
            + queue.get("mostBytes")
            + " bytes");
    Object inOrder = queue.get("inOrder");
    if (inOrder != null && !Long.valueOf(0).equals(inOrder)) {
      line("", inOrder + " calls wait for an earlier call with their order key");
    }
    Map<String, Object> threads = Status.map(status, "threads");
    line(
        "threads",
        threads.get("replay")
            + " replay, "
            + threads.get("busy")
            + " busy, "
            + threads.get("leftBehind")
            + " left behind, "
            + threads.get("spinning")
            + " spinning");
    if (status.get("budget") != null) {
      budget(Status.map(status, "budget"));
    }
    heartbeat(Status.map(status, "heartbeat"));
    for (Map<String, Object> stuck : Status.list(status, "stuckThreads")) {
      stuck(stuck);
    }
    for (Map<String, Object> point : Status.list(status, "points")) {
      point(point);
    }
  }

  private void budget(Map<String, Object> budget) {
    line("budget", "cpu " + budget.get("cpu") + ", caller " + budget.get("caller"));
    if (!Long.valueOf(0).equals(budget.get("milliProcessors"))) {
      line(
          "",
          "used "
              + thousandths(budget.get("milliUsed"))
              + " of "
              + thousandths(budget.get("milliAllowed"))
              + " allowed processors; the JVM has "
              + thousandths(budget.get("milliProcessors")));
    }
    Object signs = budget.get("signs");
    if (signs instanceof List) {
      ((List<?>) signs).forEach(sign -> line("", "gives way: " + sign));
    }
  }

  private static String thousandths(@Nullable Object count) {
    return count instanceof Number
        ? String.format(Locale.ROOT, "%.3f", ((Number) count).longValue() / 1e3)
        : "?";
  }

  private void heartbeat(Map<String, Object> beat) {
    @Nullable Object last = beat.get("lastFlush");
    line(
        "heartbeat",
        beat.get("flushes")
            + " flushes, "
            + (last == null
                ? "no flush yet"
                : "the last " + beat.get("secondsSinceFlush") + " s ago")
            + "; "
            + beat.get("armed")
            + " of "
            + beat.get("points")
            + " points armed");
    if (Boolean.TRUE.equals(beat.get("disturbed"))) {
      line("", "SOMETHING ELSE HAS DISARMED CALL POINTS: their calls are not counted");
    }
    line(
        "",
        "threads of the agent: "
            + beat.get("threadFailures")
            + " failures survived, "
            + beat.get("threadRestarts")
            + " restarts, "
            + beat.get("unresponsiveThreads")
            + " do not respond");
  }

  private void stuck(Map<String, Object> stuck) {
    line(
        "",
        stuck.get("thread")
            + " "
            + stuck.get("state")
            + " since "
            + stuck.get("since")
            + ", CPU time "
            + stuck.get("cpuMillis")
            + " ms: "
            + stuck.get("what")
            + " of "
            + stuck.get("point"));
    Object frames = stuck.get("frames");
    if (frames instanceof List) {
      ((List<?>) frames).forEach(frame -> line("", "  at " + frame));
    }
  }

  private static String classes(@Nullable Object count) {
    return count + ("1".equals(String.valueOf(count)) ? " class" : " classes");
  }

  private void point(Map<String, Object> point) {
    out.append('\n');
    line(
        String.valueOf(point.get("name")),
        point.get("state") + ", woven into " + classes(point.get("wovenClasses")));
    line("  control", String.valueOf(point.get("control")));
    line("  candidate", String.valueOf(point.get("candidate")));
    if (point.get("refusal") != null) {
      line("  refused", String.valueOf(point.get("refusal")));
    }
    if (point.get("breaker") != null) {
      line("  shedding", String.valueOf(point.get("breaker")));
    }
    @Nullable Object breaker = point.get("breakerState");
    if (breaker != null && !"closed".equals(breaker)) {
      line("  breaker", String.valueOf(breaker));
    }
    if (point.get("offSince") != null) {
      line(
          "",
          "off since " + point.get("offSince") + "; turn it on: resume PID " + point.get("name"));
    }
    if (point.get("limit") != null) {
      line(
          "  taken",
          String.format(
              Locale.ROOT,
              "%.2f %% of the calls: %s",
              100 * ((Number) point.getOrDefault("taken", 0)).doubleValue(),
              point.get("limit")));
    }
    line("  intercepted", point.get("intercepted") + ", in flight " + point.get("inFlight"));
    Status.map(point, "fates")
        .forEach(
            (fate, count) -> {
              if (!Long.valueOf(0).equals(count)) {
                line("  " + fate, String.valueOf(count));
              }
            });
    conduct(point);
  }

  private void conduct(Map<String, Object> point) {
    Status.map(point, "conduct")
        .forEach((text, count) -> line("", "the candidate " + text + ": " + count));
  }

  private void line(String name, String text) {
    out.append(String.format("%-15s %s\n", name, text));
  }
}
