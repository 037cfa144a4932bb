package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.RuleConfig;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of comparison for all call points, and how those of a call point replace them. */
class CompareDefaultsTest {
  private static String yaml(String defaults, String... calls) {
    StringBuilder text = new StringBuilder("compare: " + defaults + "\ncalls:\n");
    for (int i = 0; i < calls.length; i++) {
      text.append("  - { control: a.Old#m" + i + ", candidate: a.New#m" + i + calls[i] + " }\n");
    }
    return text.toString();
  }

  private static Config config(String defaults, String... calls) throws Exception {
    return ConfigLoader.parse("u.yaml", yaml(defaults, calls));
  }

  /** The rules of a call point with these defaults and this own section, without the mode. */
  private static List<String> rules(String defaults, String own) throws Exception {
    CallConfig call = config(defaults, ", compare: " + own).calls().get(0);
    return call.ruleLines().subList(1, call.ruleLines().size());
  }

  private static List<String> refusals(String defaults, String... calls) {
    return Refusals.refusals(yaml(defaults, calls));
  }

  @Test
  void defaultsApplyToEveryCallPoint() throws Exception {
    Config config = config("{ mode: exact, ignore: [/**/id] }", "", ", compare: { ignore: [/x] }");

    assertThat(config.calls().get(0).ruleLines()).containsExactly("mode exact", "ignore /**/id");
    assertThat(config.calls().get(1).ruleLines())
        .containsExactly("mode exact", "ignore /**/id", "ignore /x");
    assertThat(config.defaultRules()).hasToString("[ignore /**/id]");
    assertThat(
            config.calls().get(1).ruleConfigs().stream()
                .filter(RuleConfig::isDefault)
                .map(RuleConfig::toString)
                .collect(Collectors.toList()))
        .containsExactly("ignore /**/id");
  }

  @Test
  void ownRuleReplacesTheDefaultOfItsSortForItsScope() throws Exception {
    assertThat(rules("{ tolerate: { /a: 1, /b: 2 } }", "{ tolerate: { /a: 3 } }"))
        .containsExactly("tolerate /a within 3", "tolerate /b within 2");
    assertThat(rules("{ mask: { /a: [x, y], /b: z } }", "{ mask: { /a: w } }"))
        .containsExactly("mask /a matching w", "mask /b matching z");
    assertThat(rules("{ rename: { /a: /b } }", "{ rename: { /a: /c } }"))
        .containsExactly("rename /a to /c");
    assertThat(rules("{ keyed: { /a: id } }", "{ keyed: { /a: [x, y] } }"))
        .containsExactly("keyed /a by x, y");
    assertThat(
            rules(
                "{ ignore-where: { /a: control null } }",
                "{ ignore-where: { /a: candidate null } }"))
        .containsExactly("ignore-where /a candidate null");
    assertThat(
            rules(
                "{ exceptions: { message: true, classes: { a.B: c.D } } }",
                "{ exceptions: { message: '[0-9]+', classes: { a.B: any } } }"))
        .containsExactly(
            "exception class a.B as any class",
            "exception message /** compared without what matches [0-9]+");
  }

  @Test
  void defaultThatContradictsAnOwnRuleIsLeftOut() throws Exception {
    assertThat(rules("{ unordered: [/a, /b] }", "{ keyed: { /a: id } }"))
        .containsExactly("keyed /a by id", "unordered /b");
    assertThat(rules("{ tolerate: { /a/b: 1 } }", "{ ignore: [/a] }")).containsExactly("ignore /a");
    assertThat(rules("{ ignore: [/a, /b] }", "{ tolerate: { /a/x: 1 } }"))
        .containsExactly("ignore /b", "tolerate /a/x within 1");
    assertThat(rules("{ round: { /a: { decimals: 2, control: UP } } }", "{ tolerate: { /a: 1 } }"))
        .containsExactly("tolerate /a within 1");
    assertThat(rules("{ rename: { /a: /c } }", "{ rename: { /b: /c } }"))
        .containsExactly("rename /b to /c");
  }

  @Test
  void renamesInsideARenamedListStayTogether() throws Exception {
    assertThat(
            rules(
                "{ rename: { '/lines/*/a': '/items/*/b', /lines: /items }, unordered: [/x] }",
                "{ keyed: { /x: id } }"))
        .containsExactly(
            "keyed /x by id", "rename /lines to /items", "rename /lines/*/a to /items/*/b");
    assertThat(
            rules(
                "{ rename: { '/lines/*/a': '/items/*/b', /lines: /items } }",
                "{ rename: { /lines: /rows } }"))
        .containsExactly("rename /lines to /rows");
  }

  @Test
  void emptyKeyTakesNoDefaultOfThatKey() throws Exception {
    String defaults =
        "{ ignore: [/a], tolerate: { /b: 1 }, absent-is-null: true, similar-names: true, types: true,"
            + " exceptions: { class: any, message: true, cause: true } }";

    assertThat(rules(defaults, "{ ignore: [], tolerate: {}, absent-is-null: false }"))
        .containsExactly(
            "class names /**",
            "exception cause /** compared",
            "exception class /** as any class",
            "exception message /** compared",
            "similar-names /**");
    assertThat(
            rules(
                defaults,
                "{ similar-names: [], types: false,"
                    + " exceptions: { class: same, message: false, cause: false } }"))
        .containsExactly("absent-is-null /**", "ignore /a", "tolerate /b within 1");
  }

  @Test
  void callPointMayTakeNoDefaults() throws Exception {
    Config config =
        config(
            "{ mode: exact, ignore: [/a], arguments: true }",
            ", compare-defaults: false",
            ", compare-defaults: true");

    assertThat(config.calls().get(0).ruleLines()).containsExactly("mode value");
    assertThat(config.calls().get(0).argumentsStated()).isFalse();
    assertThat(config.calls().get(1).ruleLines())
        .containsExactly("mode exact", "arguments after the call", "ignore /a");
  }

  @Test
  void settingsOfTheCallPointReplaceThoseOfTheDefaults() throws Exception {
    Config config =
        config(
            "{ mode: exact, arguments: true }", ", compare: { mode: value, arguments: false }", "");

    assertThat(config.calls().get(0).rules().arguments()).isFalse();
    assertThat(config.calls().get(0).argumentsStated()).isTrue();
    assertThat(config.calls().get(0).ruleLines()).containsExactly("mode value");
    assertThat(config.calls().get(1).effectiveRules().arguments()).isTrue();
  }

  @Test
  void problemsOfTheDefaultsAreReportedOnce() {
    assertThat(refusals("{ ignore: [a], tolerate: { /b: x }, modus: exact }", "", ""))
        .containsExactly(
            "u.yaml:1:21: compare.ignore[0]: a path starts with a slash: write \"/a\" instead of"
                + " \"a\"",
            "u.yaml:1:41: compare.tolerate[\"/b\"]: expected a tolerance such as 0.005, 1e-9"
                + " relative, 4 ulp, 2 decimals or 5s, or several with or between them, found x",
            "u.yaml:1:46: compare.modus: there is no such key here. Known"
                + " here: absent-is-null, any-value, arguments, as-set, codes, comparator, days,"
                + " decimal, exceptions, identity, ignore, ignore-where, keyed, mask, matches, mode,"
                + " null-is-empty, only, parse, rename, round, similar-names, text,"
                + " text-as-number, tolerate, types, unordered.");
    assertThat(refusals("{ unordered: [/a], keyed: { /a: id } }", ""))
        .containsExactly(
            "u.yaml:1:38: compare.keyed[\"/a\"]: contradicts the rule at u.yaml:1:24: unordered /a"
                + " and keyed /a by id (keyed pairs the elements in any order already)");
    assertThat(refusals("{ ignore: [/**] }", ""))
        .containsExactly(
            "u.yaml:1:21: compare.ignore[0]: covers everything, so that nothing would be compared");
  }

  @Test
  void hashContainsTheRulesThatResult() throws Exception {
    String asDefault = config("{ ignore: [/a] }", "").hash();

    assertThat(asDefault).isEqualTo(config("{}", ", compare: { ignore: [/a] }").hash());
    assertThat(asDefault).isNotEqualTo(config("{}", "").hash());
    assertThat(config("{ ignore: [/a] }", ", compare-defaults: false").hash())
        .isEqualTo(config("{}", "").hash());
  }

  @Test
  void overrideChangesTheDefaults() throws Exception {
    Config config =
        ConfigLoader.parse(
            "u.yaml", yaml("{ ignore: [/a] }", ""), "compare.ignore=[/b]", "compare.mode=exact");

    assertThat(config.calls().get(0).ruleLines()).containsExactly("mode exact", "ignore /b");
  }
}
