package io.understudy.agent.ids;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.IdPaths;
import io.understudy.compare.rule.Rules;
import io.understudy.value.PathPattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PointIdsTest {
  private static PointIds ids(boolean idempotent, boolean arguments, String... paths) {
    Map<PathPattern, String> identity = new LinkedHashMap<>();
    for (String path : paths) {
      identity.put(PathPattern.parse(path.split(" ")[0]), path.split(" ")[1]);
    }
    CallConfig config =
        CallConfig.builder("p", Calls.ref(Object.class, "a"), Calls.ref(Object.class, "b"))
            .idempotent(idempotent)
            .rules(Rules.builder().arguments(arguments).build())
            .build();
    return new PointIds(new CallPoint(0, config, new Ledger(0)), IdPaths.of(identity));
  }

  @Test
  void idsInResultsAreCreatedByTheCall() {
    PointIds ids = ids(false, false, "/id order", "/customer customer");
    assertThat(ids.createsIds()).isTrue();
    assertThat(ids.createdNamespaces()).containsExactly("customer", "order");
    assertThat(ids.hasIdsInArguments()).isFalse();
    assertThat(ids.argument(0)).isNull();
  }

  @Test
  void idempotentCallCreatesNoIds() {
    PointIds ids = ids(true, false, "/id order");
    assertThat(ids.createsIds()).isFalse();
    assertThat(ids.createdNamespaces()).isEmpty();
  }

  @Test
  void namespaceInTheArgumentsIsNotCreated() {
    PointIds ids = ids(false, false, "/id order", "/arguments/0 order", "/customer customer");
    assertThat(ids.hasIdsInArguments()).isTrue();
    assertThat(ids.createdNamespaces()).containsExactly("customer");
  }

  @Test
  void idsInArgumentsAreShownOnlyIfArgumentsAreCompared() {
    assertThat(ids(false, false, "/arguments/0/id order").createsIds()).isFalse();
    assertThat(ids(false, true, "/arguments/0/id order").createsIds()).isTrue();
  }

  @Test
  void idsAreFoundInTheConfiguredArgumentOnly() {
    PointIds ids = ids(false, false, "/arguments/1/* order");
    assertThat(ids.findIds(new Object[] {Arrays.asList(1), Arrays.asList(2, 3)}).found())
        .containsOnlyKeys("order");
    assertThat(
            ids.findIds(new Object[] {Arrays.asList(1), Arrays.asList(2, 3)})
                .has("order", Objects.requireNonNull(Id.of(3))))
        .isTrue();
    assertThat(ids.findIds(new Object[] {Collections.singletonList(1)}).found()).isEmpty();
  }
}
