package io.understudy.agent.config;

import static io.understudy.agent.config.Refusals.compare;
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
            "u.yaml:5:16: calls[0].compare.ignore[0]: expected a path such as \"/lines/*/price\", found a list");
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
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a number such as 0.005, or one such as 1e-9 relative, found lots");
    assertThat(compare("tolerate: { /a: -1 }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a number such as 0.005, or one such as 1e-9 relative, found -1; a tolerance is not negative");
    assertThat(compare("tolerate: { /a: '1' }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a number such as 0.005, or one such as 1e-9 relative, found the text \"1\"; write it without quotes");
    assertThat(compare("tolerate: { /a: 2 relative }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a number such as 0.005, or one such as 1e-9 relative, found 2 relative; a relative tolerance of 1 or more accepts anything");
    assertThat(compare("tolerate: { /a: 1e-9 relativ }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a number such as 0.005, or one such as 1e-9 relative, found 1e-9 relativ");
    assertThat(compare("tolerate: { /a: 1e999999999 }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a number such as 0.005, or one such as 1e-9 relative, found 1e999999999");
    assertThat(compare("tolerate: { /a: .5 }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a number such as 0.005, or one such as 1e-9 relative, found .5");
    assertThat(compare("tolerate: { /a: 1% }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.tolerate[\"/a\"]: expected a number such as 0.005, or one such as 1e-9 relative, found 1%");
    assertThat(compare("tolerate: { b: 2 }"))
        .containsExactly(
            "u.yaml:5:19: calls[0].compare.tolerate.b: a path starts with a slash: write \"/b\" instead of \"b\"");
    assertThat(compare("tolerate: [/a]"))
        .containsExactly(
            "u.yaml:5:17: calls[0].compare.tolerate: expected a mapping from paths, such as { \"/total\": 0.005 }, found a list");
  }

  @Test
  void keyed() {
    assertThat(compare("keyed: { /a: /sku, /b: [x] }"))
        .containsExactly(
            "u.yaml:5:20: calls[0].compare.keyed[\"/a\"]: expected the name of the part that tells elements apart, found /sku",
            "u.yaml:5:30: calls[0].compare.keyed[\"/b\"]: expected the name of the part that tells elements apart, found a list");
  }

  @Test
  void rename() {
    assertThat(compare("rename: { /a: /a, /b: /d, /c: /d, /e: f }"))
        .containsExactly(
            "u.yaml:5:21: calls[0].compare.rename[\"/a\"]: renames the path to itself; remove it",
            "u.yaml:5:37: calls[0].compare.rename[\"/c\"]: another path is renamed to \"/d\" too, at u.yaml:5:29",
            "u.yaml:5:45: calls[0].compare.rename[\"/e\"]: a path starts with a slash: write \"/f\" instead of \"f\"");
  }

  @Test
  void renameOfTheRoot() {
    assertThat(compare("rename: { '': /a, /b: '' }"))
        .containsExactly(
            "u.yaml:5:17: calls[0].compare.rename[\"\"]: the root has no name that could change",
            "u.yaml:5:25: calls[0].compare.rename[\"/b\"]: the root has no name that could change");
  }

  @Test
  void resultMayBeIgnoredWhereArgumentsAreCompared() {
    assertThat(compare("ignore: ['']", "arguments: true")).isEmpty();
  }

  @Test
  void ruleGivenTwice() {
    assertThat(compare("ignore: [/x, /x]"))
        .containsExactly(
            "u.yaml:5:20: calls[0].compare.ignore[1]: is given twice, first at u.yaml:5:16");
  }

  @Test
  void rulesThatContradictEachOther() {
    assertThat(compare("keyed: { /b: sku }", "unordered: [/b, /c]", "ignore: [/c]"))
        .containsExactly(
            "u.yaml:5:16: calls[0].compare.keyed[\"/b\"]: contradicts unordered of the same path at u.yaml:6:19",
            "u.yaml:6:23: calls[0].compare.unordered[1]: contradicts ignore of the same path at u.yaml:7:16");
    assertThat(compare("ignore: [/a]", "tolerate: { /a: 1 }"))
        .containsExactly(
            "u.yaml:6:19: calls[0].compare.tolerate[\"/a\"]: contradicts ignore of the same path at u.yaml:5:16");
  }
}
