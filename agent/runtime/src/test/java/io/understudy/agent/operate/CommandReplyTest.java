package io.understudy.agent.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.journal.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandReplyTest {
  /** Stores its requests. */
  private static final class FakeAgent implements AgentOperations {
    final List<CallPoint> points = new ArrayList<>();

    @Override
    public Map<String, Object> status() {
      Map<String, Object> configuration = new LinkedHashMap<>();
      configuration.put("file", "/etc/u.yaml");
      configuration.put("overrides", "replay.threads=4");
      configuration.put("hash", "b77d");
      configuration.put("since", "2026-11-20T21:41:00Z");
      configuration.put("watched", true);
      configuration.put("lastReloadError", "u.yaml:1:1: kontrol\nu.yaml:2:1: x");
      configuration.put("lastReloadErrorAt", "2026-11-20T21:42:00Z");
      Map<String, Object> status = new LinkedHashMap<>();
      status.put("version", "1.2.3");
      status.put("since", "2026-11-20T21:40:00Z");
      status.put("configuration", configuration);
      status.put("journal", "/var/lib/understudy");
      status.put(
          "queue", Status.counts("calls", 1L, "mostCalls", 9L, "bytes", 2L, "mostBytes", 64L));
      status.put(
          "heartbeat",
          Status.counts(
              "flushes",
              41L,
              "secondsSinceFlush",
              1L,
              "points",
              2,
              "armed",
              1,
              "disturbed",
              true,
              "threadFailures",
              3,
              "threadRestarts",
              1,
              "unresponsiveThreads",
              0,
              "lastFlush",
              "2026-11-20T10:00:00Z"));
      status.put("threads", Status.counts("replay", 2, "busy", 1, "leftBehind", 0, "spinning", 0));
      status.put("stuckThreads", new ArrayList<>());
      List<Map<String, Object>> all = new ArrayList<>();
      points.forEach(point -> all.add(Status.point(point, 1, null, null)));
      status.put("points", all);
      return status;
    }

    @Override
    public String pause(List<String> names, boolean on) throws OperationRefusedException {
      if (names.contains("x")) {
        throw new OperationRefusedException("no x");
      }
      return (on ? "pause " : "resume ") + names;
    }

    @Override
    public String reload(@Nullable String configuration) {
      return "reload " + configuration;
    }

    @Override
    public String detach() {
      return "detached";
    }
  }

  private final FakeAgent agent = new FakeAgent();

  private String answer(String... words) {
    Map<String, String> request = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      request.put(words[i], words[i + 1]);
    }
    return CommandReply.of(request, agent);
  }

  private static CallPoint point(String name) {
    MethodRef control = new MethodRef("a.Old", name, null);
    MethodRef candidate = new MethodRef("a.New", name, null);
    return new CallPoint(0, CallConfig.builder(name, control, candidate).build(), new Ledger(0));
  }

  @Test
  void commands() {
    assertThat(answer("command", "pause", "points", "a,b")).isEqualTo("done\npause [a, b]");
    assertThat(answer("command", "resume", "points", "")).isEqualTo("done\nresume []");
    assertThat(answer("command", "reload")).isEqualTo("done\nreload null");
    assertThat(answer("command", "reload", "configuration", "/u.yaml"))
        .isEqualTo("done\nreload /u.yaml");
    assertThat(answer("command", "detach")).isEqualTo("done\ndetached");
  }

  @Test
  void refusals() {
    assertThat(answer("command", "pause", "points", "x")).isEqualTo("refused\nno x");
    assertThat(answer("command", "attach")).startsWith("refused\nUnderstudy is attached already");
    assertThat(answer("command", "dance"))
        .isEqualTo("refused\nthe attached agent has no command dance");
  }

  @Test
  void statusAsText() {
    CallPoint quote = point("quote");
    quote.ledger().page().intercepted();
    quote.ledger().page().intercepted();
    quote.ledger().page().ended(Fate.MATCHED, null);
    CallPoint total = point("total");
    total.shed("breaker open");
    total.pause(true);
    agent.points.addAll(Arrays.asList(quote, total));

    assertThat(answer("command", "status"))
        .isEqualTo(
            String.join(
                "\n",
                "done",
                "understudy      1.2.3, attached since 2026-11-20T21:40:00Z",
                "configuration   /etc/u.yaml, reloaded when it changes",
                "                overrides: replay.threads=4",
                "                hash b77d, since 2026-11-20T21:41:00Z",
                "                THE LAST RELOAD WAS REFUSED, at 2026-11-20T21:42:00Z:",
                "                  u.yaml:1:1: kontrol",
                "                  u.yaml:2:1: x",
                "journal         /var/lib/understudy",
                "queue           1 of 9 calls, 2 of 64 bytes",
                "threads         2 replay, 1 busy, 0 left behind, 0 spinning",
                "heartbeat       41 flushes, the last 1 s ago; 1 of 2 points armed",
                "                SOMETHING ELSE HAS DISARMED CALL POINTS: their calls are not"
                    + " counted",
                "                threads of the agent: 3 failures survived, 1 restarts, 0 do not"
                    + " respond",
                "",
                "quote           armed, woven into 1 class",
                "  control       a.Old#quote",
                "  candidate     a.New#quote",
                "  intercepted   2, in flight 1",
                "  matched       1",
                "",
                "total           paused, woven into 1 class",
                "  control       a.Old#total",
                "  candidate     a.New#total",
                "  shedding      breaker open",
                "  intercepted   0, in flight 0"));
  }

  @Test
  void statusAsJson() {
    agent.points.add(point("qu\"o\\te\n"));
    assertThat(answer("command", "status", "format", "json"))
        .startsWith("done\n{\n  \"version\": \"1.2.3\",\n")
        .contains("\"watched\": true")
        .contains("      \"name\": \"qu\\\"o\\\\te\\n\",\n")
        .contains("      \"breaker\": null,\n")
        .contains("\"intercepted\": 0")
        .endsWith("  ]\n}");
  }

  @Test
  void pauseAndBreakerAreIndependent() {
    CallPoint point = point("quote");
    point.pause(true);
    point.shed("breaker open");
    assertThat(point.shedding()).isEqualTo("paused");
    point.shed(null);
    assertThat(point.shedding()).isEqualTo("paused");
    point.shed("breaker open");
    point.pause(false);
    assertThat(point.shedding()).isEqualTo("breaker open");
    point.shed(null);
    assertThat(point.shedding()).isNull();
  }
}
