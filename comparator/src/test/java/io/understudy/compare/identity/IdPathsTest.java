package io.understudy.compare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.PathPattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IdPathsTest {
  private static IdPaths paths(String... patternAndNamespace) {
    Map<PathPattern, String> identity = new LinkedHashMap<>();
    for (int i = 0; i < patternAndNamespace.length; i += 2) {
      identity.put(PathPattern.parse(patternAndNamespace[i]), patternAndNamespace[i + 1]);
    }
    return IdPaths.of(identity);
  }

  private static @Nullable String namespace(IdPaths paths, String... steps) {
    IdPaths.Place place = paths.root();
    for (String step : steps) {
      place = place == null ? null : place.step(step);
    }
    return place == null ? null : place.namespace();
  }

  @Test
  void patternsLeadToPlaces() {
    IdPaths paths = paths("/orderId", "order", "/lines/*/id", "line", "/**/customerId", "customer");
    assertThat(namespace(paths, "orderId")).isEqualTo("order");
    assertThat(namespace(paths, "lines", "3", "id")).isEqualTo("line");
    assertThat(namespace(paths, "customerId")).isEqualTo("customer");
    assertThat(namespace(paths, "a", "b", "customerId")).isEqualTo("customer");
    assertThat(namespace(paths, "a", "orderId")).isNull();
    assertThat(namespace(paths, "lines", "id")).isNull();
  }

  @Test
  void closestPatternDeterminesTheNamespace() {
    IdPaths paths = paths("/**/id", "any", "/*/id", "one", "/order/id", "order");
    assertThat(namespace(paths, "order", "id")).isEqualTo("order");
    assertThat(namespace(paths, "other", "id")).isEqualTo("one");
    assertThat(namespace(paths, "a", "b", "id")).isEqualTo("any");
  }

  @Test
  void argumentsHaveTheirOwnPlaces() {
    IdPaths paths = paths("/arguments/0", "order", "/arguments/1/id", "line", "/id", "order");
    assertThat(paths.isArgument(0)).isTrue();
    assertThat(paths.isArgument(1)).isFalse();
    assertThat(paths.argument(1)).isNotNull();
    assertThat(paths.argument(2)).isNull();
    assertThat(paths.inArguments()).containsExactly("line", "order");
    assertThat(paths.inResults()).containsExactly("order");
    assertThat(paths("/**/id", "order").inArguments()).containsExactly("order");
    assertThat(paths("/**/id", "order").inArgumentsAlone()).isEmpty();
    assertThat(paths("/id", "order").inArguments()).isEmpty();
    assertThat(paths().root()).isNull();
  }

  @Test
  void searchFindsIdsInAnyContainer() {
    IdPaths paths = paths("/orders/*/id", "order", "/byName/**", "other", "/maybe", "order");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("orders", Arrays.asList(new Order(1), new Order(2), new Order(1)));
    result.put("byName", Collections.singletonMap("x", Arrays.asList("a", 5)));
    result.put("maybe", Optional.of(3L));
    result.put("unrelated", new Order(99));
    IdSearch search = new IdSearch().in(result, paths.root());
    assertThat(search.found().get("order"))
        .containsExactlyInAnyOrder(
            IdentitiesTest.id(1), IdentitiesTest.id(2), IdentitiesTest.id(3));
    assertThat(search.found().get("other"))
        .containsExactlyInAnyOrder(IdentitiesTest.id("a"), IdentitiesTest.id(5));
    assertThat(search.has("order", IdentitiesTest.id(99))).isFalse();
  }

  @Test
  void searchEndsInCyclesAndDeepLists() {
    Order order = new Order(1);
    order.next = order;
    Order deep = new Order(0);
    for (int i = 1; i < 100_000; i++) {
      Order above = new Order(i);
      above.next = deep;
      deep = above;
    }
    IdPaths paths = paths("/**/id", "order");
    assertThat(new IdSearch().in(order, paths.root()).found().get("order")).hasSize(1);
    assertThat(new IdSearch().in(deep, paths.root()).found().get("order")).hasSize(100_000);
  }

  static final class Order {
    final long id;
    @Nullable Order next;

    Order(long id) {
      this.id = id;
    }
  }
}
