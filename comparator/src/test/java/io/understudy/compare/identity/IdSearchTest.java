package io.understudy.compare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.PathPattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdSearchTest {
  @ParameterizedTest
  @CsvSource({
    "/id, 7",
    "/*, 7 8 x",
    "/**, 7 8 9 A-1 x",
    "/list/0, 9",
    "/list/1, A-1",
    "/list/2, ''",
    "/list/*, 9 A-1",
    "/optional, 8",
    "/map/key, x",
    "/map/other, ''",
    "/missing, ''",
  })
  void patternFindsIds(String pattern, String expected) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("id", 7);
    value.put("optional", Optional.of(8));
    value.put("list", Arrays.asList(9, "A-1"));
    value.put("map", Collections.singletonMap("key", "x"));
    if (pattern.equals("/*")) {
      value.put("direct", "x");
    }
    assertThat(found(pattern, value)).isEqualTo(expected);
  }

  @Test
  void rootItselfMayBeAnId() {
    assertThat(found("", 7)).isEqualTo("7");
    assertThat(found("", Optional.of(7))).isEqualTo("7");
    assertThat(found("", Optional.empty())).isEmpty();
    assertThat(found("", null)).isEmpty();
    assertThat(found("", Collections.singletonList(7))).isEmpty();
  }

  @Test
  void valuesThatAreNoIdsAreIgnored() {
    assertThat(found("/**", Arrays.asList(true, 'x', Double.NaN, TimeUnit.DAYS, null))).isEmpty();
  }

  @Test
  void withoutPlaceNothingIsFound() {
    assertThat(new IdSearch().in(7, null).found()).isEmpty();
  }

  @Test
  void sharedObjectIsSearchedForEachPlace() {
    Map<String, Object> shared = Collections.singletonMap("id", 7);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("orders", shared);
    value.put("customers", shared);
    Map<PathPattern, String> identity = new LinkedHashMap<>();
    identity.put(PathPattern.parse("/orders/id"), "order");
    identity.put(PathPattern.parse("/customers/id"), "customer");
    IdSearch search = new IdSearch().in(value, IdPaths.of(identity).root());
    assertThat(search.has("order", IdentitiesTest.id(7))).isTrue();
    assertThat(search.has("customer", IdentitiesTest.id(7))).isTrue();
    assertThat(search.has("line", IdentitiesTest.id(7))).isFalse();
    assertThat(search.found()).hasSize(2);
  }

  @Test
  void severalObjectsAddUp() {
    IdPaths paths = paths("/id");
    IdSearch search =
        new IdSearch()
            .in(Collections.singletonMap("id", 7), paths.root())
            .in(Collections.singletonMap("id", 8), paths.root());
    assertThat(search.found().get("n")).hasSize(2);
  }

  @Test
  void keysAreLabelledAsInPaths() {
    assertThat(IdSearch.label(null)).isEqualTo("null");
    assertThat(IdSearch.label("a")).isEqualTo("a");
    assertThat(IdSearch.label(7L)).isEqualTo("7");
    assertThat(IdSearch.label(TimeUnit.DAYS)).isEqualTo("DAYS");
    assertThat(IdSearch.label(Collections.singletonList(1)))
        .isEqualTo("java.util.Collections$SingletonList");
  }

  @Test
  void placesLeadOnWhereIdsMayBeBelow() {
    IdPaths.Place root = paths("/a/b").root();
    assertThat(root).isNotNull();
    assertThat(root.leadsOn()).isTrue();
    assertThat(root.namespace()).isNull();
    IdPaths.Place a = root.step("a");
    assertThat(a).isNotNull();
    IdPaths.Place b = a.step("b");
    assertThat(b).isNotNull();
    assertThat(b.namespace()).isEqualTo("n");
    assertThat(b.leadsOn()).isFalse();
    assertThat(b.step("c")).isNull();
    assertThat(root.element(0)).isNull();
    assertThat(paths("/**").root()).isNotNull();
    assertThat(paths("/0").argument(0)).isNull();
  }

  @Test
  void placesAreShared() {
    IdPaths.Place root = paths("/**/id").root();
    assertThat(root).isNotNull();
    assertThat(root.step("a")).isSameAs(root.step("b"));
  }

  private static IdPaths paths(String pattern) {
    return IdPaths.of(Collections.singletonMap(PathPattern.parse(pattern), "n"));
  }

  private static String found(String pattern, @Nullable Object value) {
    return new IdSearch()
        .in(value, paths(pattern).root()).found().getOrDefault("n", Collections.emptySet()).stream()
            .map(Id::text)
            .sorted()
            .reduce((a, b) -> a + " " + b)
            .orElse("");
  }
}
