package io.understudy.agent.config.read;

import static io.understudy.agent.config.read.Refusals.compare;
import static io.understudy.agent.config.read.Refusals.refusals;
import static io.understudy.agent.config.read.Refusals.top;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.Config;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileShapeMessagesTest {
  @Test
  void emptyFile() {
    assertThat(refusals("")).containsExactly("u.yaml:1:1: is empty; it needs calls: at least");
    assertThat(refusals("# only a comment"))
        .containsExactly("u.yaml:1:1: is empty; it needs calls: at least");
    assertThat(refusals("null")).containsExactly("u.yaml:1:1: is empty; it needs calls: at least");
  }

  @Test
  void noMapping() {
    assertThat(refusals("- a"))
        .containsExactly("u.yaml:1:1: expected keys such as calls:, found a list");
    assertThat(refusals("text"))
        .containsExactly("u.yaml:1:1: expected keys such as calls:, found text");
  }

  @Test
  void noCalls() {
    assertThat(refusals("application: x"))
        .containsExactly(
            "u.yaml:1:1: calls: is missing; list at least one call point with control: and candidate:");
    assertThat(refusals("calls:"))
        .containsExactly(
            "u.yaml:1:7: calls: expected a list of call points, each beginning with \"- \", found nothing");
    assertThat(refusals("calls: []"))
        .containsExactly("u.yaml:1:8: calls: is empty; list at least one call point");
    assertThat(refusals("calls: { a: 1 }"))
        .containsExactly(
            "u.yaml:1:8: calls: expected a list of call points, each beginning with \"- \", found a mapping");
    assertThat(refusals("calls:", "  - x"))
        .containsExactly(
            "u.yaml:2:5: calls[0]: expected a call point with control: and candidate:, found x");
  }

  @Test
  void duplicateKey() {
    assertThat(top("application: billing", "application: b"))
        .containsExactly("u.yaml:2:1: application: is given twice, first at u.yaml:1:1");
  }

  @Test
  void keyThatIsAList() {
    assertThat(top("? [a]", ": b"))
        .containsExactly("u.yaml:1:3: a key must be a text, not a list or a mapping");
    assertThat(top("<<: { a: 1 }"))
        .containsExactly(
            "u.yaml:1:1: merge keys (<<) are not supported; alias a whole mapping instead");
  }

  @Test
  void tabAsIndent() {
    assertThat(top("journal:", "\tdirectory: x"))
        .containsExactly("u.yaml:2:1: a tab indents this line; YAML indents by spaces only");
  }

  @Test
  void syntaxErrors() {
    assertThat(top("journal:", "  directory: a: b"))
        .containsExactly(
            "u.yaml:2:15: this is not YAML: mapping values are not allowed here; check the indentation, and quote a value that contains a colon and a space");
    assertThat(top("journal: { directory: x"))
        .containsExactly(
            "u.yaml:2:6: this is not YAML: while parsing a flow mapping, expected ',' or '}', but got :");
    assertThat(refusals("---", "calls: [ { control: a.Old#q, candidate: a.New#q } ]", "---"))
        .containsExactly(
            "u.yaml:3:1: this is not YAML: expected a single document in the stream, but found another document; a configuration is one document, without ---");
    assertThat(top("application: \"a\007\""))
        .containsExactly(
            "u.yaml:1:16: this is not YAML: the character U+0007 is not allowed in a text file");
  }

  @Test
  void starWithoutQuotes() {
    assertThat(compare("ignore: [*]"))
        .containsExactly(
            "u.yaml:5:17: this is not YAML: while scanning an alias, unexpected character found ](93); quote a text that begins with *");
    assertThat(compare("ignore: [*x]"))
        .containsExactly(
            "u.yaml:5:16: this is not YAML: found undefined alias x; quote a text that begins with *");
  }

  @Test
  void tags() {
    assertThat(top("journal: !!java.net.URL [x]"))
        .containsExactly(
            "u.yaml:1:10: this is not YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL; give a plain value");
    assertThat(top("journal: { directory: !foo x }"))
        .containsExactly(
            "u.yaml:1:23: journal.directory: the tag !foo is not read; give a plain value");
    assertThat(top("journal: { directory: !!binary x }"))
        .containsExactly(
            "u.yaml:1:23: journal.directory: the tag !!binary is not read; give a plain value");
  }

  @Test
  void aliasOfItself() {
    assertThat(top("a: &a [x, *a]"))
        .containsExactly(
            "u.yaml:1:1: a: there is no such key here. Known here: application, budget, calls, compare, immutable, journal, metrics, noise, on-error, packages, reload, replay, snapshot, types, unanswered.",
            "u.yaml:1:4: a[1]: contains itself by an alias; write it out");
  }

  @Test
  void fewAliasesAreAccepted() throws Exception {
    Config config =
        ConfigLoader.parse(
            "u.yaml",
            String.join(
                "\n",
                "calls:",
                "  - { control: a.Old#q, candidate: a.New#q, compare: &r { ignore: [/at] } }",
                "  - { control: a.Old#r, candidate: a.New#r, compare: *r }"));

    assertThat(config.calls().get(1).ruleLines()).containsExactly("mode value", "ignore /at");
  }

  /** The "billion laughs" attack: each level refers ten times to the level below. */
  @Test
  void aliasBomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String below = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(10, below)))
          .append("]\n");
    }
    assertThat(top(bomb.toString()))
        .containsExactly(
            "u.yaml: this is not YAML: more than 50 aliases of lists and mappings; write them out");
  }

  @Test
  void deepNesting() {
    assertThat(top("a: " + String.join("", Collections.nCopies(100_000, "["))))
        .containsExactly("u.yaml: this is not YAML: more than 50 levels of nesting");
  }

  /** Loading any text ends with a configuration or with a ConfigException. */
  @Test
  void damagedFilesCauseNoOtherException() {
    Random random = new Random(20261120);
    String signs = "{}[]:,#&*!|>'\"%@`-? \n\t~/\\x0\u0000\uD800";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(ConfigDefaultsTest.DESIGN);
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(text.length());
        char sign = signs.charAt(random.nextInt(signs.length()));
        text.replace(at, at + random.nextInt(3), String.valueOf(sign));
      }
      assertThat(refusals(text.toString())).doesNotContain("");
    }
  }
}
