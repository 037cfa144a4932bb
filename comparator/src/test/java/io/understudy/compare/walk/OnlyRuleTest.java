package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.Outcome;
import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.TextFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Comparisons that are limited to some places. */
class OnlyRuleTest {
  private static Rules only(String... scopes) {
    return Rules.builder()
        .arguments(true)
        .only(Stream.of(scopes).map(RuleScope::parse).toArray(RuleScope[]::new))
        .build();
  }

  private static String paths(Comparison comparison) {
    return comparison.differences().stream()
        .map(each -> each.path() + " " + each.kind())
        .collect(Collectors.joining(", "));
  }

  private static Outcome outcome(@Nullable Object result, @Nullable Object argument) {
    return Outcome.returned(result).withArguments(new Object[] {argument});
  }

  private static String differences(Rules rules) {
    return paths(
        Differ.with(rules)
            .compare(
                outcome(map("a", 1, "b", 1), map("x", 1, "y", 1)),
                outcome(map("a", 2, "b", 2), map("x", 2, "y", 2))));
  }

  @Test
  void placesOfTheResultDoNotLimitTheArguments() {
    assertThat(differences(only("/a")))
        .isEqualTo("/a VALUE, /arguments/0/x VALUE, /arguments/0/y VALUE");
  }

  @Test
  void placesOfArgumentsDoNotLimitTheResult() {
    assertThat(differences(only("/arguments/0/x")))
        .isEqualTo("/a VALUE, /b VALUE, /arguments/0/x VALUE");
  }

  @Test
  void placesOfBothLimitBoth() {
    assertThat(differences(only("/a", "/arguments/0/x")))
        .isEqualTo("/a VALUE, /arguments/0/x VALUE");
    assertThat(differences(only("/**/b", "/*/*/y"))).isEqualTo("/b VALUE, /arguments/0/y VALUE");
  }

  @Test
  void hitsAreCountedByThePlacesThatAreCompared() {
    Rules rules = only("/a", "/**/c", "/gone");
    RuleCounts counts = RuleCounts.of(rules);

    Differ.with(rules)
        .compare(map("a", 1, "b", map("c", 2, "d", 3)), map("a", 1, "b", map("c", 2)), counts);

    assertThat(counts.hits().toString()).isEqualTo("{only /a=1, only /**/c=1, only /gone=0}");
    assertThat(counts.hidden().get("only /a")).isEqualTo(1);
    assertThat(counts.leaves()).isEqualTo(3);
  }

  @Test
  void ignoredPlaceInsideANamedOneStaysIgnored() {
    Rules rules =
        Rules.builder().only(RuleScope.parse("/a")).ignore(RuleScope.parse("/a/b")).build();

    assertThat(
            paths(
                Differ.with(rules)
                    .compare(map("a", map("b", 1, "c", 1)), map("a", map("b", 2, "c", 2)))))
        .isEqualTo("/a/c VALUE");
  }

  @Test
  void placeInsideADocument() {
    Rules rules =
        Rules.builder()
            .only(RuleScope.parse("/body/x"))
            .parse(RuleScope.parse("/body"), TextFormat.JSON)
            .build();
    Differ differ = Differ.with(rules);

    assertThat(
            paths(
                differ.compare(map("body", "{\"x\":1,\"y\":2}"), map("body", "{\"x\":1,\"y\":3}"))))
        .isEmpty();
    assertThat(
            paths(
                differ.compare(map("body", "{\"x\":1,\"y\":2}"), map("body", "{\"x\":2,\"y\":2}"))))
        .isEqualTo("/body/x VALUE");
    assertThat(paths(differ.compare(map("body", "{\"x\":1}"), map("body", "no document"))))
        .isEqualTo("/body VALUE");
    assertThat(paths(differ.compare(map("body", "{\"x\":1}"), map()))).isEqualTo("/body MISSING");
  }

  @Test
  void whatMayHideANamedPlaceIsOpaque() {
    Differ everywhere = Differ.with(only("/**/price"));
    Object thread = Thread.currentThread();

    assertThat(paths(everywhere.compare(map("t", thread), map("t", thread))))
        .isEqualTo("/t OPAQUE");
    assertThat(paths(Differ.with(only("/a")).compare(map("t", thread), map("t", thread))))
        .isEmpty();
  }

  @Test
  void objectThatLeadsToANamedPlaceIsNeededOnBothSides() {
    Differ differ = Differ.with(only("/lines/*/price"));

    assertThat(
            paths(
                differ.compare(
                    map("lines", Arrays.asList(map("price", 1), map("price", 2))),
                    map("lines", Collections.singletonList(map("price", 1))))))
        .isEqualTo("/lines/1 MISSING");
    assertThat(
            paths(
                differ.compare(
                    map("lines", Collections.singletonList(map("price", 1))), map("lines", null))))
        .isEqualTo("/lines VALUE");
    assertThat(
            paths(
                differ.compare(
                    map("lines", Collections.singletonList(map("sku", 1))), map("lines", null))))
        .isEmpty();
  }

  @Test
  void typedPlacesAreComparedWithAllThatIsBelow() {
    Differ differ = Differ.with(only("java.util.List"));

    assertThat(
            paths(
                differ.compare(
                    map("a", 1, "l", Arrays.asList(1, map("x", 1))),
                    map("a", 2, "l", Arrays.asList(1, map("x", 2))))))
        .isEqualTo("/l/1/x VALUE");
  }
}
