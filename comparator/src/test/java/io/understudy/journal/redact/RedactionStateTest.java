package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactionStateTest {
  /** The state after the parts: covered, off, or on the way. */
  @ParameterizedTest
  @CsvSource({
    "/a, '', way",
    "/a, a, covered",
    "/a, a b c, covered",
    "/a, b, off",
    "/a/b, a, way",
    "/a/b, a b, covered",
    "/a/b, b, off",
    "/*/b, x, way",
    "/*/b, x b, covered",
    "/*/b, x c, off",
    "/*, x, covered",
    "/**, '', covered",
    "/**/b, '', way",
    "/**/b, b, covered",
    "/**/b, x y b, covered",
    "/**/b, x y, way",
    "/a/**, '', way",
    "/a/**, a, covered",
    "/a/**/b, a, way",
    "/a/**/b, a b, covered",
    "/a/**/b, b, off",
    "/**/**/b, b, covered",
    "/**/a/b, a a b, covered",
    "/**/a/b, a x b, way",
    "'', '', covered",
  })
  void stateAfterParts(String pattern, String parts, String expected) {
    RedactionState state = root(pattern);
    for (String part : parts.isEmpty() ? new String[0] : parts.split(" ")) {
      state = state.part(part);
    }
    assertThat(state.isCovered() ? "covered" : state.isOff() ? "off" : "way").isEqualTo(expected);
  }

  @Test
  void withoutPatternsEverythingIsOff() {
    RedactionState root = RedactionState.root(Collections.emptyList());
    assertThat(root).isSameAs(RedactionState.NONE);
    assertThat(root.part("a")).isSameAs(root);
    assertThat(root.key("a")).isSameAs(root);
    assertThat(root.index(0)).isSameAs(root);
    assertThat(root.element()).isSameAs(root);
    assertThat(root).hasToString("off");
  }

  @Test
  void coveredStateStaysCovered() {
    RedactionState all = root("/a").part("a");
    assertThat(all).isSameAs(RedactionState.ALL);
    assertThat(all.key("x").index(3).element().part("y")).isSameAs(all);
    assertThat(all).hasToString("covered");
    assertThat(all.isOff()).isFalse();
  }

  @Test
  void hiddenFieldMatchesByItsPlainName() {
    assertThat(root("/ssn").part("com.acme.Base.ssn").isCovered()).isTrue();
    assertThat(root("/com.acme.Base.ssn").part("com.acme.Base.ssn").isCovered()).isTrue();
    assertThat(root("/ssn").key("com.acme.Base.ssn").isCovered()).as("a key is data").isFalse();
  }

  @Test
  void indexMatchesItsNumber() {
    assertThat(root("/3").index(3).isCovered()).isTrue();
    assertThat(root("/3").index(4).isOff()).isTrue();
    assertThat(root("/03").index(3).isOff()).isTrue();
    assertThat(root("/*").index(3).isCovered()).isTrue();
  }

  /** The position of a keyed element is unknown, so any index in a pattern covers it. */
  @Test
  void elementMatchesAnyIndexButNoName() {
    assertThat(root("/3").element().isCovered()).isTrue();
    assertThat(root("/*").element().isCovered()).isTrue();
    assertThat(root("/sku").element().isOff()).isTrue();
    assertThat(root("/3x").element().isOff()).isTrue();
  }

  @Test
  void pathHasTheStateOfItsSteps() {
    RedactionState root = root("/lines/0/price");
    Path lines = Path.root().part("lines");
    assertThat(root.at(lines.index(0).part("price")).isCovered()).isTrue();
    assertThat(root.at(lines.index(1).part("price")).isOff()).isTrue();
    assertThat(root.at(lines.element("sku=A7").part("price")).isCovered()).isTrue();
    assertThat(root.at(lines.key("0").part("price")).isCovered()).isTrue();
    assertThat(root.at(Path.root())).isEqualTo(root);
  }

  @Test
  void severalPatternsAreFollowedTogether() {
    RedactionState root = root("/a/b", "/a/c/d", "/**/e");
    assertThat(root.part("a").part("b").isCovered()).isTrue();
    assertThat(root.part("a").part("c").isCovered()).isFalse();
    assertThat(root.part("a").part("c").part("d").isCovered()).isTrue();
    assertThat(root.part("x").part("e").isCovered()).isTrue();
    assertThat(root.part("x").part("b").isCovered()).isFalse();
  }

  /** The cache of next states is bounded; beyond it the states are the same. */
  @Test
  void manyNamesHaveTheSameStates() {
    RedactionState root = root("/*/ssn");
    for (int i = 0; i < 3_000; i++) {
      assertThat(root.part("name" + i).part("ssn").isCovered()).isTrue();
      assertThat(root.part("name" + i).part("other").isCovered()).isFalse();
    }
    assertThat(root.part("name1")).isEqualTo(root.part("name2999"));
    assertThat(root.part("name1")).hasSameHashCodeAs(root.part("name2999"));
    assertThat(root).isNotEqualTo(root.part("name1")).isNotEqualTo("text");
  }

  @Test
  void redactionCoversPaths() {
    Redaction redaction = Redaction.of(Arrays.asList(PathPattern.parse("/**/ssn")));
    assertThat(redaction.isNone()).isFalse();
    assertThat(redaction.covers(Path.root().part("a").part("ssn"))).isTrue();
    assertThat(redaction.covers(Path.root().part("a").part("ssn").part("x"))).isTrue();
    assertThat(redaction.covers(Path.root().part("a"))).isFalse();
    assertThat(redaction).hasToString("[/**/ssn]");
    assertThat(Redaction.none().covers(Path.root())).isFalse();
  }

  @Provide
  Arbitrary<List<String>> patterns() {
    return Arbitraries.of("a", "b", "*", "**")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(steps -> "/" + String.join("/", steps))
        .list()
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> parts() {
    return Arbitraries.of("a", "b", "c").list().ofMaxSize(5);
  }

  /** A path is covered when a pattern matches it or one of the paths above it. */
  @Property(tries = 2_000)
  void statesAgreeWithPatterns(
      @ForAll("patterns") List<String> patterns, @ForAll("parts") List<String> parts) {
    RedactionState state = root(patterns.toArray(new String[0]));
    List<PathPattern> parsed =
        patterns.stream().map(PathPattern::parse).collect(Collectors.toList());
    Path path = Path.root();
    boolean covered = matches(parsed, path);
    for (String part : parts) {
      path = path.part(part);
      state = state.part(part);
      covered |= matches(parsed, path);
      assertThat(state.isCovered()).as("%s at %s", patterns, path).isEqualTo(covered);
    }
  }

  private static boolean matches(List<PathPattern> patterns, Path path) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }

  private static RedactionState root(String... patterns) {
    return RedactionState.root(
        Stream.of(patterns).map(PathPattern::parse).collect(Collectors.toList()));
  }
}
