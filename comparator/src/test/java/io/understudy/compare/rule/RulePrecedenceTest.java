package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.text.TextMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePrecedenceTest {
  private static Rule ignore(String scope) {
    return Rule.of(Rule.Sort.IGNORE, RuleScope.parse(scope), null);
  }

  private static Rule mask(String scope, String pattern) {
    return Rule.of(Rule.Sort.MASK, RuleScope.parse(scope), new TextMask(Pattern.compile(pattern)));
  }

  private static RulePrecedence precedence(List<String> types, Rule... rules) {
    return new RulePrecedence(Arrays.asList(rules), types);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, /a/*",
    "/a/b, /*/b",
    "/a/*, /*/b",
    "/a/*, /a/**",
    "/a, /a/**",
    "/a, /**",
    "/*, /**",
    "/*/b, /**/b",
    "/**/b, /**",
    "/a/**/c, /**/b/c",
    "/a/b/**, /a/*/**",
    "'', /**"
  })
  void firstPathIsCloser(String closer, String other) {
    assertThat(ignore(closer).isCloserThan(ignore(other))).isTrue();
    assertThat(ignore(other).isCloserThan(ignore(closer))).isFalse();
  }

  @Test
  void pathIsNotCloserThanItself() {
    assertThat(ignore("/a/*").isCloserThan(ignore("/a/*"))).isFalse();
  }

  @Test
  void pathBeforeTypeBeforeEverywhere() {
    List<String> types = Arrays.asList("a.B", "a.C");
    Rule path = ignore("/**/x");
    Rule type = ignore("a.B");
    Rule superclass = ignore("a.C");
    Rule everywhere = ignore("/**");

    assertThat(precedence(types, everywhere, superclass, type, path).of(Rule.Sort.IGNORE))
        .isSameAs(path);
    assertThat(precedence(types, everywhere, superclass, type).of(Rule.Sort.IGNORE)).isSameAs(type);
    assertThat(precedence(types, everywhere, superclass).of(Rule.Sort.IGNORE)).isSameAs(superclass);
    assertThat(precedence(types, everywhere).of(Rule.Sort.IGNORE)).isSameAs(everywhere);
    assertThat(precedence(types).of(Rule.Sort.IGNORE)).isNull();
  }

  @Test
  void rulesOfOtherTypesAndSortsDoNotApply() {
    RulePrecedence precedence =
        precedence(Collections.singletonList("a.B"), ignore("a.D"), mask("/x", "1"));

    assertThat(precedence.of(Rule.Sort.IGNORE)).isNull();
    assertThat(precedence.of(Rule.Sort.IGNORE, Rule.Sort.MASK)).isNotNull();
    assertThat(precedence.of()).isNull();
  }

  @Test
  void ruleByTypeEvenWhereAPathIsCloser() {
    Rule path = ignore("/x");
    Rule type = ignore("a.B");
    Rule superclass = ignore("a.C");
    RulePrecedence precedence =
        precedence(Arrays.asList("a.B", "a.C"), path, superclass, type, ignore("/**"));

    assertThat(precedence.byType(Rule.Sort.IGNORE)).isSameAs(type);
    assertThat(precedence.byPlace(Rule.Sort.IGNORE)).isSameAs(path);
    assertThat(precedence.byType(Rule.Sort.MASK)).isNull();
    assertThat(precedence(Collections.emptyList(), type).byPlace(Rule.Sort.IGNORE)).isNull();
  }

  @Test
  void allMasksOfTheClosestScope() {
    List<Rule> all =
        precedence(
                Collections.singletonList("a.B"),
                mask("/**", "1"),
                mask("a.B", "2"),
                mask("a.B", "3"),
                ignore("/x"))
            .all(Rule.Sort.MASK);

    List<String> lines = new ArrayList<>();
    all.forEach(rule -> lines.add(rule.line));
    assertThat(lines).containsExactly("mask a.B matching 2", "mask a.B matching 3");
    assertThat(precedence(Collections.emptyList()).all(Rule.Sort.MASK)).isEmpty();
  }
}
