package io.understudy.agent.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.journal.Fate;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StatusTest {
  private final CallPoint point = Calls.point(Object.class, "a", Object.class, "b");

  @Test
  void states() {
    assertThat(Status.point(point, 0, null, null)).containsEntry("state", "not loaded yet");
    assertThat(Status.point(point, 0, "no bridge", null)).containsEntry("state", "refused");
    assertThat(Status.point(point, 1, "no bridge", null)).containsEntry("state", "armed");
    point.shed("breaker open");
    assertThat(Status.point(point, 1, null, null)).containsEntry("state", "shedding");
    point.pause(true);
    assertThat(Status.point(point, 0, "no bridge", null)).containsEntry("state", "paused");
    point.pause(false);
    assertThat(Status.point(point, 1, null, Instant.EPOCH))
        .containsEntry("state", "off")
        .containsEntry("offSince", "1970-01-01T00:00:00Z");
  }

  @Test
  void everyKeyIsPresentInOrder() {
    Map<String, Object> status = Status.point(point, 0, null, null);
    assertThat(status.keySet())
        .containsExactly(
            "name",
            "control",
            "candidate",
            "state",
            "breaker",
            "offSince",
            "wovenClasses",
            "refusal",
            "intercepted",
            "inFlight",
            "fates",
            "conduct");
    assertThat(status).containsEntry("breaker", null).containsEntry("refusal", null);
    assertThat(Status.map(status, "fates")).hasSize(Fate.values().length);
  }

  @Test
  void callsWithoutAFateAreInFlight() {
    point.ledger().page().intercepted();
    point.ledger().page().intercepted();
    point.ledger().page().ended(Fate.TIMED_OUT, null);
    Map<String, Object> status = Status.point(point, 1, null, null);
    assertThat(status).containsEntry("intercepted", 2L).containsEntry("inFlight", 1L);
    assertThat(Status.map(status, "fates")).containsEntry("timed-out", 1L);
  }

  @Test
  void json() {
    Map<String, Object> tree = Status.counts("a", 1, "b", true, "c", "x\u0001\"", "d", 1.5);
    Status.putNullable(tree, "e", null);
    Status.putNullable(tree, "f", Collections.emptyList());
    Status.putNullable(tree, "g", Collections.emptyMap());
    Status.putNullable(tree, "h", Collections.singletonList(Collections.singletonList(2L)));
    assertThat(StatusJson.of(tree))
        .isEqualTo(
            String.join(
                "\n",
                "{",
                "  \"a\": 1,",
                "  \"b\": true,",
                "  \"c\": \"x\\u0001\\\"\",",
                "  \"d\": 1.5,",
                "  \"e\": null,",
                "  \"f\": [],",
                "  \"g\": {},",
                "  \"h\": [",
                "    [",
                "      2",
                "    ]",
                "  ]",
                "}"));
  }
}
