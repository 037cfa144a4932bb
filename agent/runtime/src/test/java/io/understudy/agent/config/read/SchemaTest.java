package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.agent.config.yaml.YamlParser;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema, which editors use, and the loader accept and refuse the same texts. */
class SchemaTest {
  private static final String CALLS = "\ncalls: [ { control: a.Old#q, candidate: a.New#q } ]";
  private static final JsonNode SCHEMA = schema();

  private static JsonNode schema() {
    try (InputStream in = Config.class.getResourceAsStream("understudy.schema.json")) {
      return new ObjectMapper().readTree(in);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Parses the text as an editor does, by YAML 1.2. */
  private static JsonNode json(YamlNode tree) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (tree instanceof YamlNode.Mapping) {
      ObjectNode object = nodes.objectNode();
      ((YamlNode.Mapping) tree).entries().forEach(e -> object.set(e.key().text(), json(e.value())));
      return object;
    }
    if (tree instanceof YamlNode.Sequence) {
      ArrayNode array = nodes.arrayNode();
      ((YamlNode.Sequence) tree).items().forEach(item -> array.add(json(item)));
      return array;
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) tree;
    if (scalar.isNothing()) {
      return nodes.nullNode();
    }
    if (!scalar.isQuoted() && scalar.text().matches("true|false")) {
      return nodes.booleanNode(scalar.text().equals("true"));
    }
    boolean number = scalar.text().matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    return number && !scalar.isQuoted()
        ? nodes.numberNode(new BigDecimal(scalar.text()))
        : nodes.textNode(scalar.text());
  }

  private static List<String> bySchema(String yaml) {
    JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(SCHEMA);
    YamlNode tree =
        Objects.requireNonNull(YamlParser.ofFile("u.yaml", yaml, new ConfigProblems()), "tree");
    List<String> messages = new ArrayList<>();
    schema.validate(json(tree)).forEach(message -> messages.add(message.getMessage()));
    return messages;
  }

  private static void accepted(String yaml) {
    assertThat(bySchema(yaml)).as(yaml).isEmpty();
    assertThat(Refusals.refusals(yaml)).as(yaml).isEmpty();
  }

  private static void refused(String yaml) {
    assertThat(bySchema(yaml)).as(yaml).isNotEmpty();
    assertThat(Refusals.refusals(yaml)).as(yaml).isNotEmpty();
  }

  private static void refusedInCall(String key) {
    refused("calls: [ { control: a.Old#q, candidate: a.New#q, " + key + " } ]");
  }

  private static void acceptedInCall(String key) {
    accepted("calls: [ { control: a.Old#q, candidate: a.New#q, " + key + " } ]");
  }

  private static String agreed(String where) {
    return "{ id: A, where: " + where + ", reason: r, owner: o, until: 2027-01-31 }";
  }

  @Test
  void examplesOfTheDocumentation() throws Exception {
    accepted(ConfigDefaultsTest.DESIGN);
    accepted(ConfigDefaultsTest.SHORTEST);
    String page =
        new String(
            Files.readAllBytes(Paths.get("..", "..", "docs", "configuration.md")),
            StandardCharsets.UTF_8);
    String[] blocks = page.split("\n```yaml\n");
    assertThat(blocks).hasSizeGreaterThan(5);
    for (int i = 1; i < blocks.length; i++) {
      accepted(blocks[i].substring(0, blocks[i].indexOf("```")));
    }
  }

  @Test
  void topLevel() {
    for (String line :
        new String[] {
          "application: billing-2.x_y",
          "application: 2024",
          "on-error: fail",
          "journal: { directory: /var/x, redact: [\"/**/ssn\", /a~1b], flush: 500ms }",
          "journal: { rotate: { size: 1.5GB }, examples-per-hour: 0 }",
          "replay: { threads: 256, queue: { calls: 1, bytes: 1 KB }, timeout: 1h }",
          "replay: { stuck: 0, drain: 0s }",
          "snapshot: { nodes: 1, bytes: 1KB, time: 10us }",
          "noise: { repeat: 1% }",
          "compare: { mode: exact, ignore: [/**/id], exceptions: { class: any } }",
          "compare: {}",
          "replay: { queue: { calls: 4000000 } }",
          "replay: { order: { keys: 1, calls: 1000000 } }",
          "metrics: { prometheus: {} }",
          "metrics: { prometheus: { host: '::1', port: 0 } }",
        }) {
      accepted(line + CALLS);
    }
    for (String line :
        new String[] {
          "aplication: x",
          "application: a b",
          "application: [a]",
          "application:",
          "on-error: no",
          "journal:",
          "journal: { redact: /a }",
          "journal: { redact: [a] }",
          "journal: { redact: [/a//b] }",
          "journal: { redact: [/a~2] }",
          "journal: { flush: 1 }",
          "journal: { flush: 1sec }",
          "journal: { directory: '' }",
          "journal: { rotate: 1GB }",
          "journal: { examples-per-hour: -1 }",
          "compare: { defaults: false }",
          "compare: { ignore: [/**] }",
          "compare: true",
          "compare-defaults: true",
          "replay: { queue: { calls: 4000001 } }",
          "replay: { order: { keys: 0 } }",
          "replay: { order: thread }",
          "replay: { threads: 0 }",
          "replay: { threads: 257 }",
          "replay: { threads: two }",
          "replay: { threads: '2' }",
          "replay: { threads: 1.5 }",
          "replay: { queue: { bytes: 64 } }",
          "replay: { queue: { bytes: 64mb } }",
          "metrics: { prometheus: { port: 65536 } }",
          "metrics: { prometheus: true }",
          "budget: { caller: 1 }",
          "budget: { cpu: all }",
          "budget: { cpu: -1% }",
          "gate: {}",
        }) {
      refused(line + CALLS);
    }
    refused("application: x");
    refused("calls: []");
    refused("calls: {}");
    refused("calls: [x]");
  }

  @Test
  void callPoint() {
    for (String key :
        new String[] {
          "name: a.b-c_d$e:f/g",
          "name: ünïcode",
          "name: 1",
          "factory: a.F#make()",
          "sample: 0%",
          "sample: 0.01%",
          "sample: 100.0%",
          "timeout: 250ms",
          "snapshot: { nodes: 5 }",
          "accept: []",
          "accept: [ " + agreed("{ path: /a, kind: [VALUE, type], delta: 0.01 }") + " ]",
          "accept: [ "
              + agreed("{ delta: -1..2, control: null, candidate: { matches: x } }")
              + " ]",
          "accept: [ " + agreed("{ explained: rounding, candidate: 1 }") + " ]",
          "accept: [ " + agreed("{ exceptions: { control: a.B, candidate: returned } }") + " ]",
          "accept: [ "
              + agreed("{ path: /a }")
                  .replace("id: A", "id: 7, limit: { rate: 1%, calls: 5, amount: 0.5 }")
              + " ]",
          "idempotent: true",
          "arguments: [/0/a~1b/2, this, { json: this/x }, { constant: EUR }, { constant: null }]",
          "types: { a.Shape: b.Circle, Line: { class: b.Line, constructor: [x], parts: { a: x } }"
              + " }",
          "types: { Line: { codes: { A: B }, constants: { c: 1 }, defaults: [d] } }",
          "drop: ['/0/lines/*/flags']",
          "adapter: b.Adapter#adapt",
          "idempotent: true, noise: { repeat: 0.5% }",
          "order: any",
          "order: thread",
          "order: { key: /arguments/0/id }",
          "order: { key: /arguments/254 }",
          "order: { key: this/account/id, group: all.accounts-2 }",
          "order: { key: thread, group: imports }",
          "compare: {}",
          "compare: { ignore: [com.acme.Stamp, Stamp], unordered: [/**] }",
          "compare: { tolerate: { a.B: 4 ulp, /a: 2 decimals, /b: 5s, /c: 1 day, /d: '0.5' } }",
          "compare: { mode: exact, ignore: [/a, /b/*/c, /**/d], unordered: [\"\"] }",
          "compare: { tolerate: { /a: 0, /b: 1e-9 relative, /c: 0.5, /d: 1E3 } }",
          "compare: { keyed: { /lines: sku, /b: 1, /c: [a, b] }, rename: { /a: /b/c } }",
          "compare: { exceptions: { message: true }, arguments: false }",
          "compare: { ignore: [\"\"], arguments: true }",
          "compare: { identity: { /a: order, /arguments/0: order } }",
          "compare: { types: true, absent-is-null: true, null-is-empty: [/a, a.B, /**] }",
          "compare: { text: { /a: trim, a.B: [nfc, ignore-case, collapse-whitespace] } }",
          "compare: { mask: { /a: '[0-9]+', /b: [x, y] } }",
          "compare: { codes: { /a: { A: B, 1: 2, C: B, t: true } } }",
          "compare: { round: { /a: { decimals: 2, control: HALF_UP }, '': { decimals: 0, candidate:"
              + " UP } } }",
          "compare: { parse: { /a: json, /b: xml }, comparator: { /c: a.B, a.C: a.D } }",
          "compare: { exceptions: { message: '[0-9]+', cause: true, classes: { a.B: c.D } } }",
          "compare: { exceptions: { message: { a.B: true, /**: x }, cause: { a.B: false } } }",
          "compare: { exceptions: { class: any, classes: { a.B: any } } }",
          "compare: { exceptions: { class: same } }",
          "compare: { ignore: [/map/sp*, /**/*Id, a.*, '*.Stamp', 'a.*Date -> b.Instant'] }",
          "compare: { ignore-where: { /a: candidate null, /**: [control absent, control empty] } }",
          "compare: { only: [/a, /**/price, a.Money] }",
          "compare: { any-value: [/a/**], as-set: [/b], matches: { /c: '[0-9]+', a.B: x } }",
          "compare: { similar-names: true, text-as-number: [/a, a.B] }",
          "compare: { tolerate: { /a: 0.01 or 1e-6 relative, /b: 1 or 5s or 2 ulp } }",
          "compare: { decimal: [/a], tolerate: { /b: decimal or 0.01 }, days: { /c: Europe/Berlin } }",
          "compare: { decimal: true, days: { a.B: +01:00, /d: UTC } }",
          "unanswered: [a.Down]",
          "compare-defaults: false",
        }) {
      acceptedInCall(key);
    }
    for (String key :
        new String[] {
          "name: a b",
          "nmae: x",
          "factory: a.F",
          "sample: 1",
          "sample: 0.25",
          "sample: 101%",
          "timeout: 2",
          "snapshot: 5",
          "compare: exact",
          "compare: { mode: loose }",
          "compare: { ignore: [/**] }",
          "compare: { ignore: /a }",
          "compare: { tolerate: { a: 1 } }",
          "compare: { tolerate: { /a: -1 } }",
          "compare: { tolerate: { /a: lots } }",
          "compare: { tolerate: { /a: 1% } }",
          "compare: { tolerate: [/a] }",
          "compare: { tolerate: { /a: 0.01 or } }",
          "compare: { tolerate: { /a: 0.01 and 1 ulp } }",
          "compare: { ignore: ['*'] }",
          "compare: { ignore: [sp*] }",
          "compare: { ignore: ['a.B -> '] }",
          "compare: { ignore: ['a.B -> /c'] }",
          "compare: { ignore-where: { /a: null } }",
          "compare: { ignore-where: { /a: [] } }",
          "compare: { ignore-where: { /a: [control null, control null] } }",
          "compare: { ignore-where: [/a] }",
          "compare: { only: [/**] }",
          "compare: { only: [a.B -> c.D] }",
          "compare: { any-value: true }",
          "compare: { matches: { /a: '[' } }",
          "compare: { matches: { /a: [x, y] } }",
          "compare: { similar-names: loose }",
          "compare: { exceptions: { class: all } }",
          "compare: { defaults: false }",
          "compare-defaults: no",
          "compare: { keyed: { /a: /sku } }",
          "compare: { keyed: { /a: [] } }",
          "compare: { keyed: { /a: [sku, sku] } }",
          "compare: { ignore: [total] }",
          "compare: { ignore: [java.lang.Object] }",
          "compare: { tolerate: { /a: 1 dya } }",
          "compare: { tolerate: { /a: 1.5 ulp } }",
          "compare: { unordered: [a-b] }",
          "compare: { rename: { /a: b } }",
          "compare: { exceptions: { message: yes } }",
          "compare: { arguments: 1 }",
          "compare: { case: ignore }",
          "compare: { types: yes }",
          "compare: { identity: { a.B: order } }",
          "compare: { identity: { /a: 'an order' } }",
          "compare: { absent-is-null: yes }",
          "compare: { null-is-empty: [a] }",
          "compare: { text: { /a: upper } }",
          "compare: { text: { /a: [] } }",
          "compare: { mask: { /a: '[' } }",
          "compare: { mask: { /a: [] } }",
          "compare: { codes: { /a: {} } }",
          "compare: { codes: { /a: { A: [B] } } }",
          "compare: { round: { /a: 2 } }",
          "compare: { round: { /a: { decimals: 2 } } }",
          "compare: { round: { /a: { decimals: 2, control: HALF } } }",
          "compare: { parse: { /a: yaml } }",
          "compare: { comparator: { /a: a/b } }",
          "compare: { exceptions: { message: '(' } }",
          "compare: { exceptions: { message: { /a: true } } }",
          "compare: { exceptions: { cause: x } }",
          "compare: { exceptions: { classes: { a.B: 1 } } }",
          "accept: {}",
          "accept: [ { id: A } ]",
          "accept: [ " + agreed("{}") + " ]",
          "accept: [ " + agreed("{ path: a }") + " ]",
          "accept: [ " + agreed("{ path: /a, kind: NONE }") + " ]",
          "accept: [ " + agreed("{ path: /a, kind: [] }") + " ]",
          "accept: [ " + agreed("{ path: /a, delta: -1 }") + " ]",
          "accept: [ " + agreed("{ path: /a, delta: much }") + " ]",
          "accept: [ " + agreed("{ path: /a, control: [x] }") + " ]",
          "accept: [ " + agreed("{ path: /a, control: { like: x } }") + " ]",
          "accept: [ " + agreed("{ exceptions: { control: a/B } }") + " ]",
          "accept: [ " + agreed("{ path: /a }").replace("2027-01-31", "2027-13-31") + " ]",
          "accept: [ " + agreed("{ path: /a }").replace("reason: r", "reason: TODO") + " ]",
          "accept: [ " + agreed("{ path: /a }").replace("id: A", "id: 'a b'") + " ]",
          "accept: [ " + agreed("{ path: /a }").replace("id: A", "id: A, limit: 1") + " ]",
          "arguments: /0",
          "arguments: [customer]",
          "arguments: [/a]",
          "arguments: ['/0/*']",
          "arguments: [ { constant: [] } ]",
          "arguments: [ { json: x } ]",
          "types: [ a.B ]",
          "types: { a/B: a.C }",
          "types: { B: { class: a/b } }",
          "types: { B: { constructor: [a, a] } }",
          "types: { B: { names: [a] } }",
          "drop: [ /0 ]",
          "adapter: a.B",
          "packages: com.acme",
          "packages: [com.acme.*]",
          "packages: [com/acme]",
          "packages: [java.util]",
          "packages: [a, a]",
          "idempotent: yes",
          "noise: 1%",
          "noise: { repeat: 0.01 }",
          "noise: { share: 1% }",
          "order: sometimes",
          "order: /arguments/0",
          "order: { group: a }",
          "order: { key: any }",
          "order: { key: /id }",
          "order: { key: /arguments/x }",
          "order: { key: /arguments/255 }",
          "order: { key: /arguments/0/*/id }",
          "order: { key: this }",
          "order: { key: this/a//b }",
          "order: { key: this/id, group: 'a b' }",
          "order: { key: this/id, by: x }",
        }) {
      refusedInCall(key);
    }
    accepted("calls: [ { control: a.Old#q, candidate: { class: a.New, method: 'q(int)' } } ]");
    accepted(
        "calls: [ { control: a.Old#q, candidate: { class: a.Old, method: q, classpath: [pom.xml],"
            + " shared: [com.acme.api] } } ]");
    for (String keys :
        new String[] {
          "method: q",
          "class: a.New",
          "class: a.New#q, method: q",
          "class: a.New, method: q, classpath: pom.xml",
          "class: a.New, method: q, classpath: []",
          "class: a.New, method: q, classpath: [pom.xml], shared: [com.acme.*]",
          "class: a.New, method: q, jars: [pom.xml]",
        }) {
      refused("calls: [ { control: a.Old#q, candidate: { " + keys + " } } ]");
    }
    refused("calls: [ { control: a.Old#q } ]");
    refused("calls: [ { control: a.Old.q, candidate: a.New#q } ]");
    refused("calls: [ { control: 'a.Old#q(List<String>)', candidate: a.New#q } ]");
    refused("calls: [ { control: 'a.Old#<init>', candidate: a.New#q } ]");
  }

  private static String remote(String candidate) {
    return "calls: [ { control: a.Old#q, candidate: { " + candidate + " } } ]";
  }

  @Test
  void candidatesInOtherJvms() {
    String here = "class: a.New, method: q, host: '127.0.0.1:70'";
    accepted(remote(here));
    accepted(remote(here + ", token-file: /t, tls: { trust: /c.pem }"));
    for (String wrong :
        new String[] {
          "method: q, host: '127.0.0.1:70'",
          "class: a.New, method: q, host: localhost",
          "class: a.New, method: 'a.B#q', host: 'localhost:70'",
          here + ", tls: {}",
          here + ", tls: { trust: /c, key: /k }",
          here + ", url: x",
        }) {
      refused(remote(wrong));
    }
  }

  @Test
  void schemaHasEveryKeyAndNoOther() {
    TreeSet<String> inSchema = new TreeSet<>();
    collect(SCHEMA, "", inSchema);

    assertThat(inSchema).isEqualTo(new TreeSet<>(KnownKeys.ALL));
  }

  @Test
  void documentationHasEveryKey() throws Exception {
    byte[] page = Files.readAllBytes(Paths.get("..", "..", "docs", "configuration.md"));
    String text = new String(page, StandardCharsets.UTF_8);

    for (String key : KnownKeys.ALL) {
      assertThat(text).as(key).containsOnlyOnce("\n| `" + key + "` | ");
    }
  }

  private static void collect(JsonNode at, String path, TreeSet<String> into) {
    JsonNode node = at;
    if (at.has("$ref")) {
      String name = at.get("$ref").asText().substring("#/definitions/".length());
      node = SCHEMA.get("definitions").get(name);
    }
    if (path.equals("calls[].candidate") && node.has("anyOf")) {
      into.add(path); // A method, or one of two mappings.
      collect(node.get("anyOf").get(1), path, into);
      collect(node.get("anyOf").get(2), path, into);
    } else if (path.equals("compare")) {
      into.add(path); // Its keys are those of calls[].compare.
    } else if (path.equals("calls[].candidate") && node.has("anyOf")) {
      into.add(path); // The short form.
      collect(node.get("anyOf").get(1), path, into);
    } else if (node.has("properties")) {
      JsonNode properties = node.get("properties");
      properties
          .fieldNames()
          .forEachRemaining(name -> collect(properties.get(name), KeyPath.child(path, name), into));
    } else if (node.has("items") && path.matches("calls|.*\\.accept")) {
      collect(node.get("items"), path + "[]", into);
    } else {
      into.add(path);
    }
  }
}
