package io.understudy.agent.config.read;

import static io.understudy.agent.config.read.Refusals.compare;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule under {@code compare:}, with its line in the journal and in the report. */
class RulesReadTest {
  /** The lines of the rules for these lines under {@code compare:}, without the mode. */
  private static List<String> rules(String... lines) throws ConfigException {
    String yaml =
        "calls:\n  - control: a.Old#q\n    candidate: a.New#q\n    compare:\n      "
            + String.join("\n      ", lines);
    List<String> all = ConfigLoader.parse("u.yaml", yaml).calls().get(0).ruleLines();
    return all.subList(1, all.size());
  }

  @Test
  void scopesOfEveryKind() throws Exception {
    assertThat(rules("ignore: [/a, a.B]", "unordered: [/**, /b/*]", "tolerate: { '': 0.5 }"))
        .containsExactly(
            "ignore /a",
            "ignore a.B",
            "tolerate \"\" within 0.5",
            "unordered /**",
            "unordered /b/*");
  }

  @Test
  void tolerances() throws Exception {
    assertThat(
            rules(
                "tolerate:",
                "  /a: 0.50",
                "  /b: 1E-9 relative",
                "  /c: 4 ulps",
                "  /d: 2 decimals",
                "  /e: 1500ms",
                "  /f: 1 day",
                "  /g: 1e3"))
        .containsExactly(
            "tolerate /a within 0.5",
            "tolerate /b within 1E-9 relative",
            "tolerate /c within 4 ulp",
            "tolerate /d within 2 decimals",
            "tolerate /e within 1500ms",
            "tolerate /f within 1 day",
            "tolerate /g within 1000");
  }

  @Test
  void severalPartsOfAKey() throws Exception {
    assertThat(rules("keyed: { /lines: [sku, site], /tags: name }"))
        .containsExactly("keyed /lines by sku, site", "keyed /tags by name");
  }

  @Test
  void absentAndEmpty() throws Exception {
    assertThat(rules("absent-is-null: true", "null-is-empty: [/notes, a.B]"))
        .containsExactly("absent-is-null /**", "null-is-empty /notes", "null-is-empty a.B");
    assertThat(rules("absent-is-null: false", "null-is-empty: []")).isEmpty();
    assertThat(compare("absent-is-null: yes"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.absent-is-null: expected a list of paths or classes, or"
                + " true for everywhere, found yes");
  }

  @Test
  void text() throws Exception {
    assertThat(rules("text: { /name: [trim, ignore-case], /**: nfc }"))
        .containsExactly("text /** nfc", "text /name ignore-case, trim");
    assertThat(compare("text: { /a: lower, /b: [trim, trim], /c: [] }"))
        .containsExactly(
            "u.yaml:5:19: calls[0].compare.text[\"/a\"]: expected ignore-case or trim or collapse-whitespace or nfc or nfkc, found lower",
            "u.yaml:5:37: calls[0].compare.text[\"/b\"]: is given twice",
            "u.yaml:5:48: calls[0].compare.text[\"/c\"]: is empty; expected ignore-case or trim or collapse-whitespace or nfc or nfkc");
  }

  @Test
  void mask() throws Exception {
    assertThat(rules("mask: { /m: 'at [0-9]+', /n: [a+, 'b;c'] }"))
        .containsExactly(
            "mask /m matching at [0-9]+", "mask /n matching a+", "mask /n matching b;c");
    assertThat(compare("mask: { /m: '[0-9', /n: '' }"))
        .containsExactly(
            "u.yaml:5:19: calls[0].compare.mask[\"/m\"]: expected a regular expression, found the text \"[0-9\": Unclosed character class at column 4 of it",
            "u.yaml:5:31: calls[0].compare.mask[\"/n\"]: expected a regular expression such as \"[0-9]{8}\", found the text \"\"");
  }

  @Test
  void codes() throws Exception {
    assertThat(rules("codes: { /status: { B: BLOCKED, A: ACTIVE, X: BLOCKED, 7: 70 } }"))
        .containsExactly("codes /status 7=70, A=ACTIVE, B=BLOCKED, X=BLOCKED");
    assertThat(compare("codes: { /a: { A: B, A: C }, /b: A, /c: { A: [B] }, /d: { A: } }"))
        .containsExactly(
            "u.yaml:5:28: calls[0].compare.codes[\"/a\"].A: is given twice, first at u.yaml:5:22",
            "u.yaml:5:40: calls[0].compare.codes[\"/b\"]: expected a mapping from the control's codes to the candidate's, such as { A: ACTIVE }, found A",
            "u.yaml:5:52: calls[0].compare.codes[\"/c\"].A: expected a code: a text, a number or the name of an enum's constant, found a list",
            "u.yaml:5:67: calls[0].compare.codes[\"/d\"].A: expected a code: a text, a number or the name of an enum's constant, found nothing; remove the key to take its default");
  }

  @Test
  void round() throws Exception {
    assertThat(
            rules(
                "round: { /t: { decimals: 2, control: HALF_UP }, /**: { decimals: 0, candidate: half-even } }"))
        .containsExactly(
            "round /** to 0 decimals, control not rounded, candidate HALF_EVEN",
            "round /t to 2 decimals, control HALF_UP, candidate not rounded");
    assertThat(
            compare(
                "round:",
                "  /a: 2",
                "  /b: { control: HALF_UP }",
                "  /c: { decimals: 2 }",
                "  /d: { decimals: -1, control: HALF_UPP }",
                "  /e: { decimals: 1, mode: UP }"))
        .containsExactly(
            "u.yaml:6:13: calls[0].compare.round[\"/a\"]: expected { decimals: 2, control: HALF_UP, candidate: HALF_EVEN }, found 2",
            "u.yaml:7:13: calls[0].compare.round[\"/b\"].decimals: is missing; give the number of decimals after rounding",
            "u.yaml:8:13: calls[0].compare.round[\"/c\"]: state the rounding mode of the control, of the candidate, or of both",
            "u.yaml:9:25: calls[0].compare.round[\"/d\"].decimals: expected a whole number from 0 to 1000, found -1",
            "u.yaml:9:38: calls[0].compare.round[\"/d\"].control: expected one of UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, found HALF_UPP; did you mean \"HALF_UP\"?",
            "u.yaml:10:13: calls[0].compare.round[\"/e\"]: state the rounding mode of the control, of the candidate, or of both",
            "u.yaml:10:28: calls[0].compare.round[\"/e\"].mode: there is no such key here; it belongs at calls[].compare.mode. Known here: candidate, control, decimals.");
  }

  @Test
  void parseAndComparator() throws Exception {
    assertThat(rules("parse: { /body: json }", "comparator: { /route: a.Same, a.Geo: a.Near }"))
        .containsExactly(
            "comparator /route by a.Same", "comparator a.Geo by a.Near", "parse /body as json");
    assertThat(compare("parse: { /body: yaml }", "comparator: { /route: a/b }"))
        .containsExactly(
            "u.yaml:5:23: calls[0].compare.parse[\"/body\"]: expected json or xml, found yaml",
            "u.yaml:6:29: calls[0].compare.comparator[\"/route\"]: expected the name of a class such as com.acme.Money, found a/b");
  }

  @Test
  void masksOfOnePlaceHaveAnOrder() throws Exception {
    String call = "calls: [ { control: a.Old#q, candidate: a.New#q, compare: { mask: ";
    String one = ConfigLoader.parse("u.yaml", call + "{ /m: [x, y] } } } ]").hash();
    String other = ConfigLoader.parse("u.yaml", call + "{ /m: [y, x] } } } ]").hash();

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void identity() throws Exception {
    assertThat(rules("identity: { /orderId: order, /arguments/0: order }"))
        .containsExactly("identity /arguments/0 of order", "identity /orderId of order");
    assertThat(compare("identity: { a.B: order, /a: 'an order', /b: [x] }"))
        .containsExactly(
            "u.yaml:5:19: calls[0].compare.identity.a.B: a path starts with a slash: write \"/a.B\" instead of \"a.B\"",
            "u.yaml:5:35: calls[0].compare.identity[\"/a\"]: expected one word that names what the ids are of, such as order, found the text \"an order\"",
            "u.yaml:5:51: calls[0].compare.identity[\"/b\"]: expected one word that names what the ids are of, such as order, found a list");
  }

  @Test
  void exceptions() throws Exception {
    assertThat(rules("exceptions: { message: true, cause: true, classes: { a.B: c.D } }"))
        .containsExactly(
            "exception cause /** compared",
            "exception class a.B as c.D",
            "exception message /** compared");
    assertThat(
            rules(
                "exceptions: { message: { a.B: 'id [0-9]+', /**: true }, cause: { a.B: false } }"))
        .containsExactly(
            "exception cause a.B not compared",
            "exception message /** compared",
            "exception message a.B compared without what matches id [0-9]+");
    assertThat(rules("exceptions: { message: false, cause: false }")).isEmpty();
  }

  @Test
  void invalidExceptions() {
    assertThat(
            compare(
                "exceptions:",
                "  message: yes",
                "  cause: { /a: true, a.B: maybe }",
                "  classes: { a/B: c.D, a.C: [x], a.D: a.D }"))
        .containsExactly(
            "u.yaml:6:18: calls[0].compare.exceptions.message: expected true, false, a regular expression for what does not count, or a mapping from classes to these, found yes",
            "u.yaml:7:18: calls[0].compare.exceptions.cause[\"/a\"]: expected the class of an exception, or \"/**\" for all, found /a",
            "u.yaml:7:33: calls[0].compare.exceptions.cause.a.B: expected true, false, or a mapping from classes to these, found maybe",
            "u.yaml:8:20: calls[0].compare.exceptions.classes.a/B: expected the name of a class such as com.acme.Money, found a/B",
            "u.yaml:8:35: calls[0].compare.exceptions.classes.a.C: expected the name of a class such as com.acme.Money, found a list",
            "u.yaml:8:40: calls[0].compare.exceptions.classes.a.D: exception class a.D as a.D: both classes are the same");
    assertThat(compare("exceptions: { message: '(' }"))
        .containsExactly(
            "u.yaml:5:30: calls[0].compare.exceptions.message: expected a regular expression, found the text \"(\": Unclosed group at column 2 of it");
  }

  @Test
  void contradictions() {
    assertThat(compare("text: { /a: trim }", "ignore: [/a]"))
        .containsExactly(
            "u.yaml:6:16: calls[0].compare.ignore[0]: contradicts the rule at u.yaml:5:15: ignore /a and text /a trim (what is ignored is not compared, so the second can never apply)");
    assertThat(compare("comparator: { /a: a.B }", "parse: { /b: json }")).isEmpty();
  }

  @Test
  void orderOfRulesDoesNotMatter() throws Exception {
    assertThat(rules("text: { /b: [trim, nfc], /a: nfc }", "mask: { /m: x, /l: y }"))
        .isEqualTo(rules("mask: { /l: y, /m: [x] }", "text: { /a: [nfc], /b: [nfc, trim] }"));
  }

  @Test
  void rulesThatCompareLess() throws Exception {
    assertThat(
            rules(
                "only: [/a, /**/price]",
                "ignore-where: { /**: control absent, /b: [candidate empty, candidate null] }",
                "any-value: [/audit/**]",
                "as-set: [/tags, java.util.List]",
                "matches: { /id: '[0-9]{8}' }",
                "similar-names: true",
                "decimal: [/total]",
                "days: { /due: Europe/Berlin }",
                "tolerate: { /sum: 0.01 or decimal }",
                "text-as-number: [/qty, com.acme.legacy.*]"))
        .containsExactly(
            "any-value /audit/**",
            "as-set /tags",
            "as-set java.util.List",
            "days /due in Europe/Berlin",
            "ignore-where /** control absent",
            "ignore-where /b candidate null, candidate empty",
            "matches /id [0-9]{8}",
            "only /**/price",
            "only /a",
            "similar-names /**",
            "text-as-number /qty",
            "text-as-number com.acme.legacy.*",
            "tolerate /sum within 0.01 or decimal",
            "tolerate /total within decimal");
  }

  @Test
  void messagesOfRulesThatCompareLess() {
    assertThat(compare("ignore-where: { /a: candidate nul, /b: null, /c: [] }"))
        .containsExactly(
            "u.yaml:5:27: calls[0].compare.ignore-where[\"/a\"]: expected control absent or control"
                + " null or control empty or candidate absent or candidate null or candidate empty,"
                + " found candidate nul; did you mean \"candidate null\"?",
            "u.yaml:5:46: calls[0].compare.ignore-where[\"/b\"]: expected control absent or control"
                + " null or control empty or candidate absent or candidate null or candidate empty,"
                + " found nothing; remove the key to take its default",
            "u.yaml:5:56: calls[0].compare.ignore-where[\"/c\"]: is empty; expected control absent or"
                + " control null or control empty or candidate absent or candidate null or candidate"
                + " empty");
    assertThat(compare("only: [/**]"))
        .containsExactly(
            "u.yaml:5:14: calls[0].compare.only[0]: covers everything, so that it limits nothing");
    assertThat(compare("ignore_where: { /a: candidate null }").get(0))
        .contains("there is no such key here; did you mean \"ignore-where\"?");
    assertThat(compare("exceptions: { class: anny }").get(0))
        .contains("expected any or same, found anny; did you mean \"any\"?");
  }

  @Test
  void classesOfExceptions() throws Exception {
    assertThat(rules("exceptions: { class: any, classes: { a.B: c.D, a.E: any } }"))
        .containsExactly(
            "exception class /** as any class",
            "exception class a.B as c.D",
            "exception class a.E as any class");
    assertThat(rules("exceptions: { class: same }")).isEmpty();
  }

  @Test
  void renameInsideARenamedList() throws Exception {
    assertThat(rules("rename: { '/lines/*/a': '/items/*/b', /lines: /items }"))
        .containsExactly("rename /lines to /items", "rename /lines/*/a to /items/*/b");
    assertThat(compare("rename: { '/lines/*/a': '/items/*/b', /x: /y }"))
        .containsExactly(
            "u.yaml:5:17: calls[0].compare.rename[\"/lines/*/a\"]: rename /lines/*/a to /items/*/b:"
                + " wildcards are allowed only in the part that both paths share; if a list itself"
                + " has another name, rename the list by a rule of its own");
  }
}
