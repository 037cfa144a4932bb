package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.MappingConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MappingReaderTest {
  @TempDir Path directory;

  private Config load(String keys) throws Exception {
    Path file = directory.resolve("understudy.yaml");
    String text =
        "journal: { directory: j }\ncalls:\n  - control: a.Old#q\n    candidate: a.New#q\n" + keys;
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return ConfigLoader.load(file.toString());
  }

  private MappingConfig mapping(String keys) throws Exception {
    return load(keys).calls().get(0).mapping();
  }

  private void refuses(String keys, String... messages) {
    assertThatThrownBy(() -> load(keys))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e -> {
              for (String message : messages) {
                assertThat(e.problems().toString()).contains(message);
              }
            });
  }

  @Test
  void nothingIsConfiguredByDefault() throws Exception {
    CallConfig call = load("").calls().get(0);
    assertThat(call.mapping()).isSameAs(MappingConfig.NONE);
    assertThat(call.needsReceiver()).isFalse();
  }

  @Test
  void everyKeyIsRead() throws Exception {
    String keys =
        "    arguments: [/0/a~1b/2, this, { json: this/x }, { constant: EUR }, { constant: 1.50 },"
            + " { constant: '1' }, { constant: null }, { constant: true }]\n"
            + "    types:\n"
            + "      a.Shape: b.Circle\n"
            + "      Line: { class: b.Line, constructor: [x, y], parts: { a: x },"
            + " codes: { A: ACTIVE }, constants: { c: 1 }, defaults: [d] }\n"
            + "    drop: ['/0/lines/*/flags']\n"
            + "    adapter: b.Adapter#adapt\n";
    MappingConfig mapping = mapping(keys);
    assertThat(mapping)
        .hasToString(
            "arguments [/0/a~1b/2, this, JSON of this/x, constant \"EUR\", constant 1.50, constant"
                + " \"1\", constant null, constant true], types {a.Shape=b.Circle, Line=b.Line"
                + " constructor [x, y] parts {a=x} codes {A=ACTIVE} constants {c=1} defaults [d]},"
                + " drop [/0/lines/*/flags], adapter b.Adapter#adapt");
    assertThat(load(keys).calls().get(0).needsReceiver()).isTrue();
    assertThat(load(keys).hash()).isNotEqualTo(load("").hash());
  }

  @Test
  void wrongValuesAreRefusedWithAnExample() {
    refuses(
        "    arguments: [customer]\n    drop: [/0]\n",
        "a path starts with a slash: write \"/customer\" instead of \"customer\"",
        "expected a part of an argument such as /0/flags, found /0; leave a whole argument out of"
            + " arguments:");
    refuses("    arguments: [/customer]\n", "a place begins with the number of an argument");
    refuses("    arguments: ['/0/*']\n", "expected one place, found the text \"/0/*\"");
    refuses("    arguments: [{ constant: 1, json: /0 }]\n", "expected one of constant: and json:");
    refuses("    arguments: [{ const: 1 }]\n", "there is no such key here");
    refuses("    types: { Line: { constructor: [a, a] } }\n", "is given twice");
    refuses("    types: { Line: { class: a/b } }\n", "expected the name of a class");
    refuses("    types: { Line: { constants: { a: [1] } } }\n", "expected one value, found a list");
    refuses("    adapter: java.util.Arrays#asList\n", "which is never called as a candidate");
  }
}
