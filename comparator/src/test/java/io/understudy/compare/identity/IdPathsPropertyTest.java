package io.understudy.compare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Places agree with the patterns that they follow. */
final class IdPathsPropertyTest {
  @Provide
  Arbitrary<Set<String>> patterns() {
    return Arbitraries.of("a", "b", "*", "**", "arguments", "0")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(steps -> "/" + String.join("/", steps))
        .set()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<String>> parts() {
    return Arbitraries.of("a", "b", "c", "arguments", "0").list().ofMaxSize(5);
  }

  @Property(tries = 1_000)
  void placeHasANamespaceIfAPatternMatches(
      @ForAll("patterns") Set<String> patterns, @ForAll("parts") List<String> parts) {
    IdPaths paths = IdPaths.of(namespaces(patterns));
    IdPaths.Place place = paths.root();
    Path path = Path.root();
    for (String part : parts) {
      place = place == null ? null : place.step(part);
      path = path.part(part);
    }
    Path end = path;
    List<String> matching =
        patterns.stream()
            .filter(pattern -> PathPattern.parse(pattern).matches(end))
            .collect(Collectors.toList());
    String namespace = place == null ? null : place.namespace();
    if (matching.isEmpty()) {
      assertThat(namespace).isNull();
    } else {
      assertThat(matching).contains(namespace);
    }
  }

  /** A place is null as soon as no pattern can match there or below. */
  @Property(tries = 1_000)
  void placeThatLeadsNowhereIsNull(
      @ForAll("patterns") Set<String> patterns, @ForAll("parts") List<String> parts) {
    IdPaths.Place place = IdPaths.of(namespaces(patterns)).root();
    for (String part : parts) {
      if (place == null) {
        return;
      }
      assertThat(place.leadsOn() || place.namespace() != null).isTrue();
      IdPaths.Place next = place.step(part);
      if (!place.leadsOn()) {
        assertThat(next).isNull();
      }
      place = next;
    }
  }

  @Property(tries = 500)
  void argumentsAreTheStepsBelowTheirName(@ForAll("patterns") Set<String> patterns) {
    IdPaths paths = IdPaths.of(namespaces(patterns));
    IdPaths.Place root = paths.root();
    IdPaths.Place arguments = root == null ? null : root.step("arguments");
    IdPaths.Place first = arguments == null ? null : arguments.element(0);
    assertThat(paths.argument(0)).isSameAs(first);
    assertThat(paths.isArgument(0)).isEqualTo(first != null && first.namespace() != null);
    Set<String> alone = paths.inArgumentsAlone();
    assertThat(paths.inArguments()).containsAll(alone);
    assertThat(alone).noneMatch(paths.inResults()::contains);
    Set<String> all = new TreeSet<>(paths.inResults());
    all.addAll(alone);
    assertThat(all).containsExactlyInAnyOrderElementsOf(patterns);
  }

  /** Each row: two patterns for one place, the closer one first. */
  @Example
  void closerPatternDeterminesTheNamespace() {
    String[][] rows = {
      {"/a/id", "/*/id"},
      {"/a/id", "/**/id"},
      {"/*/id", "/**/id"},
      {"/a/*", "/*/id"},
      {"/a/*", "/**"},
      {"/a/**/id", "/**/a/id"},
      {"/*/id", "/**"},
    };
    for (String[] row : rows) {
      for (boolean swapped : new boolean[] {false, true}) {
        Map<PathPattern, String> identity = new LinkedHashMap<>();
        identity.put(PathPattern.parse(row[swapped ? 1 : 0]), row[swapped ? 1 : 0]);
        identity.put(PathPattern.parse(row[swapped ? 0 : 1]), row[swapped ? 0 : 1]);
        IdPaths.Place root = IdPaths.of(identity).root();
        IdPaths.Place a = root == null ? null : root.step("a");
        IdPaths.Place id = a == null ? null : a.step("id");
        assertThat(id).isNotNull();
        assertThat(id.namespace()).as("%s before %s", row[0], row[1]).isEqualTo(row[0]);
      }
    }
  }

  @Example
  void withoutPatternsThereIsNoPlace() {
    IdPaths none = IdPaths.of(Collections.emptyMap());
    assertThat(none.root()).isNull();
    assertThat(none.argument(0)).isNull();
    assertThat(none.isArgument(0)).isFalse();
    assertThat(none.inArguments()).isEmpty();
    assertThat(none.inResults()).isEmpty();
    assertThat(none.inArgumentsAlone()).isEmpty();
  }

  private static Map<PathPattern, String> namespaces(Set<String> patterns) {
    Map<PathPattern, String> identity = new LinkedHashMap<>();
    patterns.forEach(pattern -> identity.put(PathPattern.parse(pattern), pattern));
    return identity;
  }
}
