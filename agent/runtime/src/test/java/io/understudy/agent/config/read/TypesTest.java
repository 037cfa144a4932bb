package io.understudy.agent.config.read;

import static io.understudy.agent.config.read.Refusals.top;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.TypeConfig;
import org.junit.jupiter.api.Test;

/** The views of classes under {@code types:}. */
class TypesTest {
  private static final String CALLS = "calls: [ { control: a.Old#q, candidate: a.New#q } ]";

  private static Config config(String types) throws ConfigException {
    return ConfigLoader.parse("u.yaml", types + "\n" + CALLS);
  }

  @Test
  void everyKindOfView() throws Exception {
    Config config =
        config(
            "types:\n"
                + "  com.acme.Iban: as-string\n"
                + "  com.acme.Money: as-equals\n"
                + "  com.acme.Remote: getters\n"
                + "  com.acme.Legacy$List: fields\n"
                + "  com.acme.Geo: { parts: [lat, lon] }\n"
                + "  com.acme.Id: { content: value }\n"
                + "  com.acme.Shape: { with: com.acme.ShapeView }\n");

    assertThat(config.types())
        .extracting(TypeConfig::toString)
        .containsExactly(
            "types com.acme.Iban as-string",
            "types com.acme.Money as-equals",
            "types com.acme.Remote getters",
            "types com.acme.Legacy$List fields",
            "types com.acme.Geo parts [lat, lon]",
            "types com.acme.Id content [value]",
            "types com.acme.Shape with [com.acme.ShapeView]");
    assertThat(config.views().classNames())
        .containsExactly(
            "com.acme.Iban",
            "com.acme.Money",
            "com.acme.Remote",
            "com.acme.Legacy$List",
            "com.acme.Geo",
            "com.acme.Id",
            "com.acme.Shape");
  }

  @Test
  void noTypesGiveTheStandardViews() throws Exception {
    assertThat(config("").views().isStandard()).isTrue();
    assertThat(config("").types()).isEmpty();
  }

  @Test
  void viewsChangeTheHashButTheirOrderDoesNot() throws Exception {
    String hash = config("types: { a.B: as-string, a.C: fields }").hash();

    assertThat(config("types: { a.C: fields, a.B: as-string }").hash()).isEqualTo(hash);
    assertThat(config("types: { a.C: fields, a.B: as-equals }").hash()).isNotEqualTo(hash);
    assertThat(config("types: { a.B: { parts: [x, y] } }").hash())
        .isNotEqualTo(config("types: { a.B: { parts: [x] } }").hash());
  }

  @Test
  void unknownView() {
    String expected =
        "expected as-string, as-equals, getters, fields, { parts: [...] }, { content: part } or"
            + " { with: class }, found ";
    assertThat(top("types: { a.B: as-strng }"))
        .containsExactly(
            "u.yaml:1:15: types.a.B: " + expected + "as-strng; did you mean \"as-string\"?");
    assertThat(top("types: { a.B: }"))
        .containsExactly("u.yaml:1:14: types.a.B: " + expected + "nothing");
    assertThat(top("types: { a.B: [x] }"))
        .containsExactly("u.yaml:1:15: types.a.B: " + expected + "a list");
    assertThat(top("types: [a.B]"))
        .containsExactly(
            "u.yaml:1:8: types: expected a mapping from classes, such as { com.acme.Geo: as-string"
                + " }, found a list");
  }

  @Test
  void viewsWithNames() {
    assertThat(top("types: { a.B: { parts: [] }, a.C: {}, a.D: { content: x, with: a.E } }"))
        .containsExactly(
            "u.yaml:1:10: types.a.B: parts must be named, each once, not []",
            "u.yaml:1:35: types.a.C: expected one of parts:, content: and with:",
            "u.yaml:1:44: types.a.D: is seen in two ways; keep one of parts:, content: and with:");
    assertThat(top("types: { a.B: { part: x } }"))
        .containsExactly(
            "u.yaml:1:15: types.a.B: expected one of parts:, content: and with:",
            "u.yaml:1:17: types.a.B.part: there is no such key here; did you mean \"parts\"? Known here: content, parts, with.");
    assertThat(top("types: { a.B: { with: a/E } }"))
        .containsExactly(
            "u.yaml:1:23: types.a.B.with: expected the name of a class such as com.acme.Money, found a/E");
    assertThat(top("types: { a.B: { parts: [/x] } }"))
        .containsExactly("u.yaml:1:25: types.a.B.parts[0]: expected the name of a part, found /x");
  }

  @Test
  void invalidClassName() {
    assertThat(top("types: { /a: as-string }"))
        .containsExactly(
            "u.yaml:1:10: types[\"/a\"]: expected the name of a class such as com.acme.Money, found /a");
    assertThat(top("types: { java.lang.String: as-equals }"))
        .containsExactly(
            "u.yaml:1:10: types.java.lang.String: java.lang.String cannot have a view; use a rule for the places where it occurs");
    assertThat(top("types:", "  a.B: fields", "  a.B: getters"))
        .containsExactly("u.yaml:3:3: types.a.B: is given twice, first at u.yaml:2:3");
  }
}
