package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigProblem;
import io.understudy.compare.accept.Acceptance;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list under {@code accept:}. */
class AcceptTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** A configuration with these lines, from line 4 and column 7, under {@code accept:}. */
  private static Config config(String... lines) throws ConfigException {
    String yaml =
        "calls:\n  - { control: a.Old#q, candidate: a.New#q,\n      accept: [\n      "
            + String.join("\n      ", lines)
            + " ] }\n";
    return ConfigLoader.parse("u.yaml", yaml, Collections.emptyList(), TODAY);
  }

  private static List<String> refusals(String... lines) {
    return Refusals.of(() -> config(lines));
  }

  private static String entry(String where) {
    return "{ id: A, where: " + where + ", reason: r, owner: o, until: 2027-01-31 }";
  }

  private static String condition(String where) throws ConfigException {
    return config(entry(where)).calls().get(0).acceptances().list().get(0).where().toString();
  }

  @Test
  void exampleOfTheDesign() throws Exception {
    Config config =
        config(
            "{ id: ROUND-17,",
            "  where: { path: \"/tax\", kind: VALUE, delta: 0.01 },",
            "  reason: legacy truncated, the regulator asks for half-even,"
                .replace(", the", " and the"),
            "  owner: tax-team,",
            "  until: 2027-01-31 }");

    Acceptance acceptance = config.calls().get(0).acceptances().list().get(0);
    assertThat(acceptance)
        .hasToString(
            "ROUND-17: /tax VALUE by 0.01, until 2027-01-31 (tax-team: legacy truncated and"
                + " the regulator asks for half-even)");
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void conditions() throws Exception {
    assertThat(condition("{ path: /**/price, kind: [VALUE, missing] }"))
        .isEqualTo("/**/price VALUE MISSING");
    assertThat(condition("{ delta: -0.02..0.01 }")).isEqualTo("/** by -0.02..0.01");
    assertThat(condition("{ path: /a, control: 'N/A', candidate: null }"))
        .isEqualTo("/a control \"N/A\" candidate null");
    assertThat(condition("{ path: /a, control: { matches: '[A-Z]+' }, candidate: 2.50 }"))
        .isEqualTo("/a control ~ [A-Z]+ candidate \"2.50\"");
    assertThat(condition("{ path: /a, explained: rounding }")).isEqualTo("/a explained rounding");
    assertThat(condition("{ exceptions: { control: a.Gone, candidate: returned } }"))
        .isEqualTo("/** where control threw a.Gone, candidate returned");
  }

  @Test
  void limits() throws Exception {
    Config config =
        config(
            "{ id: A, where: { path: /a }, reason: r, owner: o, until: 2027-01-31,",
            "  limit: { rate: 0.5%, calls: 1000, amount: 250.50 } }");

    assertThat(config.calls().get(0).acceptances().list().get(0).limit())
        .hasToString("at most 0.5% of verdicts, 1000 calls a day, 250.5 in sum a day");
    assertThat(
            refusals(
                "{ id: A, where: { path: /a }, reason: r, owner: o, until: 2027-01-31,",
                "  limit: { rate: 100%, calls: 0, amount: -1, cals: 1 } }"))
        .containsExactly(
            "u.yaml:5:24: calls[0].accept[0].limit.rate: expected a share of more than 0% and less than 100%, found 100%",
            "u.yaml:5:37: calls[0].accept[0].limit.calls: expected a whole number from 1 to 1000000000, found 0",
            "u.yaml:5:48: calls[0].accept[0].limit.amount: expected an amount of more than 0, found -1",
            "u.yaml:5:52: calls[0].accept[0].limit.cals: there is no such key here; did you mean \"calls\"? Known here: amount, calls, rate.");
  }

  @Test
  void amountWithoutANumber() {
    assertThat(
            refusals(
                "{ id: A, where: { path: /a, kind: MISSING }, reason: r, owner: o,",
                "  until: 2027-01-31, limit: { amount: 1 } }"))
        .containsExactly(
            "u.yaml:4:7: calls[0].accept[0]: acceptance A limits an amount, but covers only kinds of difference that have none: /a MISSING");
  }

  @Test
  void missingKeys() {
    assertThat(refusals("{}", "x".replace("x", ", ROUND-17")))
        .containsExactly(
            "u.yaml:4:7: calls[0].accept[0].id: is missing; give a short name of your own, as in ROUND-17",
            "u.yaml:4:7: calls[0].accept[0].where: is missing; say which differences are meant, as in { path: \"/tax\", delta: 0.01 }",
            "u.yaml:4:7: calls[0].accept[0].reason: is missing; give why that was agreed",
            "u.yaml:4:7: calls[0].accept[0].owner: is missing; give who is responsible for it",
            "u.yaml:4:7: calls[0].accept[0].until: is missing; give the last day on which it is valid",
            "u.yaml:5:9: calls[0].accept[1]: expected an acceptance with id:, where:, reason:, owner: and until:, found ROUND-17");
  }

  @Test
  void openTexts() {
    assertThat(
            refusals("{ id: A, where: { path: /a }, reason: TODO, owner: ' ', until: 2027-01-31 }"))
        .containsExactly(
            "u.yaml:4:45: calls[0].accept[0].reason: is still open; say why that was agreed",
            "u.yaml:4:58: calls[0].accept[0].owner: expected a line that says who is responsible for it, found the text \" \"");
  }

  @Test
  void idsAreUnique() {
    assertThat(refusals(entry("{ path: /a }") + ",", entry("{ path: /b }")))
        .containsExactly(
            "u.yaml:5:7: calls[0].accept[1].id: \"A\" is taken by the acceptance at u.yaml:4:7");
    assertThat(refusals("{ id: a b, where: { path: /a }, reason: r, owner: o, until: 2027-01-31 }"))
        .containsExactly(
            "u.yaml:4:13: calls[0].accept[0].id: expected an id of 1 to 64 letters, digits and any of . _ : # / -, found a b");
  }

  @Test
  void untilIsADate() {
    for (String wrong : Arrays.asList("2027-02-30", "31.01.2027", "never", "2027-1-31", "1")) {
      assertThat(
              refusals("{ id: A, where: { path: /a }, reason: r, owner: o, until: " + wrong + " }"))
          .containsExactly(
              "u.yaml:4:65: calls[0].accept[0].until: expected a date such as 2027-01-31, found "
                  + wrong);
    }
  }

  @Test
  void pastDayIsAWarning() throws Exception {
    Config config =
        config(
            "{ id: A, where: { path: /a }, reason: r, owner: o, until: 2026-11-19 },",
            "{ id: B, where: { path: /b }, reason: r, owner: o, until: 2026-11-20 },",
            "{ id: C, where: { path: /c }, reason: r, owner: o, until: 2036-01-01 }");

    assertThat(config.warnings())
        .extracting(ConfigProblem::toString)
        .containsExactly(
            "u.yaml:4:65: calls[0].accept[0].until: 2026-11-19 is past: these differences count as mismatched again; correct them, or agree on a new date",
            "u.yaml:6:65: calls[0].accept[2].until: 2036-01-01 is more than two years away; correct a lasting difference, or state it as a rule");
    assertThat(config.calls().get(0).acceptances().list()).hasSize(3);
  }

  @Test
  void invalidConditions() {
    assertThat(refusals(entry("{}")))
        .containsExactly(
            "u.yaml:4:23: calls[0].accept[0].where: this would accept every difference there is: state a path, delta, control, candidate, explained or exceptions");
    assertThat(refusals(entry("{ path: a, kind: VALU, delta: 1e9999, explaned: x }")))
        .containsExactly(
            "u.yaml:4:31: calls[0].accept[0].where.path: a path starts with a slash: write \"/a\" instead of \"a\"",
            "u.yaml:4:40: calls[0].accept[0].where.kind: expected one of VALUE, TYPE, MISSING, EXTRA, ORDER, LENGTH, EXCEPTION, OPAQUE, found VALU; did you mean \"VALUE\"?",
            "u.yaml:4:53: calls[0].accept[0].where.delta: expected a delta such as 0.01, 0.01 more, 0.01 less or -0.02..0.01, found 1e9999",
            "u.yaml:4:61: calls[0].accept[0].where.explaned: there is no such key here; did you mean \"explained\"? Known here: candidate, control, delta, exceptions, explained, kind, path.");
    assertThat(refusals(entry("{ path: /a, kind: [], control: [x], candidate: { matches: '[' } }")))
        .containsExactly(
            "u.yaml:4:41: calls[0].accept[0].where.kind: is empty; name a kind, or leave it out",
            "u.yaml:4:54: calls[0].accept[0].where.control: expected a value, or { matches: \"a regular expression\" }, found a list",
            "u.yaml:4:81: calls[0].accept[0].where.candidate.matches: expected a regular expression, found the text \"[\": Unclosed character class at column 1 of it");
    assertThat(refusals(entry("{ kind: MISSING, delta: 1 }")))
        .containsExactly(
            "u.yaml:4:23: calls[0].accept[0].where: a delta is stated, but kind [MISSING] has no numbers: leave one out");
    assertThat(refusals(entry("{ exceptions: { control: returned, candidate: returned } }")))
        .containsExactly(
            "u.yaml:4:37: calls[0].accept[0].where.exceptions: both sides returned, so there is no exception");
  }

  @Test
  void orderChangesTheHash() throws Exception {
    String a = "{ id: A, where: { path: /a }, reason: r, owner: o, until: 2027-01-31 }";
    String b = "{ id: B, where: { path: /** , delta: 1 }, reason: r, owner: o, until: 2027-01-31 }";

    assertThat(config(a + ",", b).hash()).isNotEqualTo(config(b + ",", a).hash());
    assertThat(config(a).hash()).isEqualTo(config(a).hash());
    assertThat(config(a.replace("01-31", "02-01")).hash()).isNotEqualTo(config(a).hash());
  }
}
