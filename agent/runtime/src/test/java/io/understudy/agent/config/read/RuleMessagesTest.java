package io.understudy.agent.config.read;

import static io.understudy.agent.config.read.Refusals.compare;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleMessagesTest {
  @Test
  void path() {
    assertThat(compare("ignore: [total, '', /a//b, /a~2, /**]"))
        .containsExactly(
            "u.yaml:5:16: calls[0].compare.ignore[0]: a path starts with a slash: write \"/total\" instead of \"total\"",
            "u.yaml:5:23: calls[0].compare.ignore[1]: covers everything, so that nothing would be compared",
            "u.yaml:5:27: calls[0].compare.ignore[2]: \"/a//b\" has an empty step (two slashes)",
            "u.yaml:5:34: calls[0].compare.ignore[3]: \"/a~2\": write ~0 for a tilde and ~1 for a slash inside a step",
            "u.yaml:5:40: calls[0].compare.ignore[4]: covers everything, so that nothing would be compared");
    assertThat(compare("ignore: /a"))
        .containsExactly("u.yaml:5:15: calls[0].compare.ignore: expected a list, found /a");
    assertThat(compare("ignore: [[/a]]"))
        .containsExactly(
            "u.yaml:5:16: calls[0].compare.ignore[0]: expected a path such as \"/lines/*/price\", or a class such as com.acme.Money, found a list");
  }

  @Test
  void mode() {
    assertThat(compare("mode: exat"))
        .containsExactly(
            "u.yaml:5:13: calls[0].compare.mode: expected value or exact, found exat; did you mean \"exact\"?");
  }

  @Test
  void tolerance() {
    assertThat(compare("tolerate: { /a: lots }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a tolerance such as 0.005, 1e-9 relative, 4 ulp, 2 decimals or 5s, or several with or between them, found lots");
    assertThat(compare("tolerate: { /a: -1 }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: a tolerance is 0 or more, not -1");
    assertThat(compare("tolerate: { /a: 2 relative }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: a relative tolerance is a share, 0 or more and less than 1 (1e-9 for a billionth), not 2");
    assertThat(compare("tolerate: { /a: 1e-9 relativ }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a tolerance such as 0.005, 1e-9 relative, 4 ulp, 2 decimals or 5s, or several with or between them, found 1e-9 relativ");
    assertThat(compare("tolerate: { /a: 1e999999999 }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a tolerance such as 0.005, 1e-9 relative, 4 ulp, 2 decimals or 5s, or several with or between them, found 1e999999999");
    assertThat(compare("tolerate: { /a: .5 }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a tolerance such as 0.005, 1e-9 relative, 4 ulp, 2 decimals or 5s, or several with or between them, found .5");
    assertThat(compare("tolerate: { /a: 1% }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a tolerance such as 0.005, 1e-9 relative, 4 ulp, 2 decimals or 5s, or several with or between them, found 1%");
    assertThat(compare("tolerate: { b: 2 }"))
        .containsExactly(
            "u.yaml:5:19: calls[0].compare.tolerate.b: a path starts with a slash: write \"/b\" instead of \"b\"");
    assertThat(compare("tolerate: [/a]"))
        .containsExactly(
            "u.yaml:5:17: calls[0].compare.tolerate: expected a mapping such as { \"/total\": 0.005 }, found a list");
  }

  @Test
  void keyed() {
    assertThat(compare("keyed: { /a: /sku, /b: [x, [y]], /c: [], /d: [z, z], /e: { f: g } }"))
        .containsExactly(
            "u.yaml:5:20: calls[0].compare.keyed[\"/a\"]: expected the name of the part that identifies an element, found /sku",
            "u.yaml:5:34: calls[0].compare.keyed[\"/b\"]: expected the name of the part that identifies an element, found a list",
            "u.yaml:5:44: calls[0].compare.keyed[\"/c\"]: is empty; expected the name of the part that identifies an element",
            "u.yaml:5:56: calls[0].compare.keyed[\"/d\"]: is given twice",
            "u.yaml:5:64: calls[0].compare.keyed[\"/e\"]: expected the name of the part that identifies an element, found a mapping");
  }

  @Test
  void rename() {
    assertThat(compare("rename: { /a: /a, /b: /d, /c: /d, /e: f }"))
        .containsExactly(
            "u.yaml:5:17: calls[0].compare.rename[\"/a\"]: rename /a to /a: both names are the same",
            "u.yaml:5:33: calls[0].compare.rename[\"/c\"]: contradicts the rule at u.yaml:5:25: rename /b to /d and rename /c to /d (two parts of the control cannot be one part of the candidate)",
            "u.yaml:5:45: calls[0].compare.rename[\"/e\"]: a path starts with a slash: write \"/f\" instead of \"f\"");
  }

  @Test
  void renameOfTheRoot() {
    assertThat(compare("rename: { '': /a, /b: '' }"))
        .containsExactly(
            "u.yaml:5:17: calls[0].compare.rename[\"\"]: rename \"\" to /a: the root has no name that could change",
            "u.yaml:5:25: calls[0].compare.rename[\"/b\"]: rename /b to \"\": the root has no name that could change");
  }

  @Test
  void resultMayBeIgnoredIfArgumentsAreCompared() {
    assertThat(compare("ignore: ['']", "arguments: true")).isEmpty();
  }

  @Test
  void ruleBelowAnIgnoredPlace() {
    assertThat(compare("ignore: [/a]", "keyed: { /a/lines: sku }"))
        .containsExactly(
            "u.yaml:6:16: calls[0].compare.keyed[\"/a/lines\"]: contradicts the rule at u.yaml:5:16: ignore /a and keyed /a/lines by sku (what is ignored is not compared, so the second can never apply)");
  }

  @Test
  void scope() {
    assertThat(compare("ignore: [java.lang.Object, int, a-b, a..B]", "unordered: [/**]"))
        .containsExactly(
            "u.yaml:5:16: calls[0].compare.ignore[0]: covers everything, so that nothing would be compared",
            "u.yaml:5:34: calls[0].compare.ignore[1]: a path starts with a slash: write \"/int\" instead of \"int\"",
            "u.yaml:5:39: calls[0].compare.ignore[2]: a path starts with a slash: write \"/a-b\" instead of \"a-b\"",
            "u.yaml:5:44: calls[0].compare.ignore[3]: \"a..B\" is neither a path, which starts with a slash, nor a class name such as com.acme.Money");
    assertThat(compare("tolerate: { com.acme.Money: 0.01, Money: 1, /**: 2 decimals, '': 5s }"))
        .isEmpty();
    assertThat(compare("unordered: [com.acme.Tags, com.acme.Tags]"))
        .containsExactly(
            "u.yaml:5:34: calls[0].compare.unordered[1]: is given twice, first at u.yaml:5:19");
  }

  @Test
  void ruleGivenTwice() {
    assertThat(compare("ignore: [/x, /x]"))
        .containsExactly(
            "u.yaml:5:20: calls[0].compare.ignore[1]: is given twice, first at u.yaml:5:16");
  }

  @Test
  void contradictions() {
    assertThat(compare("keyed: { /b: sku }", "unordered: [/b, /c]", "ignore: [/c]"))
        .containsExactly(
            "u.yaml:6:19: calls[0].compare.unordered[0]: contradicts the rule at u.yaml:5:16: unordered /b and keyed /b by sku (keyed pairs the elements in any order already)",
            "u.yaml:7:16: calls[0].compare.ignore[0]: contradicts the rule at u.yaml:6:23: ignore /c and unordered /c (what is ignored is not compared, so the second can never apply)");
    assertThat(compare("ignore: [/a]", "tolerate: { /a: 1 }"))
        .containsExactly(
            "u.yaml:6:19: calls[0].compare.tolerate[\"/a\"]: contradicts the rule at u.yaml:5:16: ignore /a and tolerate /a within 1 (what is ignored is not compared, so the second can never apply)");
  }
}
