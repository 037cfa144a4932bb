package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.value.PathPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
  private static final String FILE =
      String.join(
          "\n",
          "replay: { threads: 2 }",
          "calls:",
          "  - { name: quote, control: a.Old#quote, candidate: a.New#quote }",
          "  - { name: quote.all, control: a.Old#all, candidate: a.New#all }",
          "  - { control: a.Old#third, candidate: a.New#third }");

  private static Config with(String... overrides) throws ConfigException {
    return ConfigLoader.parse("u.yaml", FILE, overrides);
  }

  private static List<String> refused(String... overrides) {
    return Refusals.of(() -> with(overrides));
  }

  @Test
  void valueReplacesTheOneOfTheFile() throws Exception {
    assertThat(with("replay.threads=4").replay().threads()).isEqualTo(4);
  }

  @Test
  void valueOfAnAbsentSection() throws Exception {
    assertThat(with("journal.rotate.size=1MB").journal().rotateBytes()).isEqualTo(1 << 20);
  }

  @Test
  void spacesAroundKeyAndValue() throws Exception {
    assertThat(with(" replay.timeout = 5s ").replay().timeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void listsAndMappings() throws Exception {
    Config config =
        with("journal.redact=[\"/**/ssn\", /a]", "calls.quote.compare.tolerate={/total: 0.5}");

    assertThat(config.journal().redact())
        .containsExactly(PathPattern.parse("/**/ssn"), PathPattern.parse("/a"));
    assertThat(config.calls().get(0).ruleLines())
        .containsExactly("mode value", "tolerate /total within 0.5");
  }

  @Test
  void callPointsByNameDefaultNameAndIndex() throws Exception {
    Config config =
        with("calls.quote.sample=1%", "calls.quote.all.sample=2%", "calls.Old#third.sample=3%");

    assertThat(config.calls()).extracting(CallConfig::sample).containsExactly(0.01, 0.02, 0.03);
    assertThat(with("calls[1].sample=4%").calls().get(1).sample()).isEqualTo(0.04);
  }

  @Test
  void overrideReplacesAWrongValueOfTheFile() throws Exception {
    Config config =
        ConfigLoader.parse("u.yaml", FILE.replace("threads: 2", "threads: x"), "replay.threads=3");

    assertThat(config.replay().threads()).isEqualTo(3);
  }

  @Test
  void wrongOverrides() {
    assertThat(refused("replay.threads"))
        .containsExactly("override \"replay.threads\": expected key=value, as in replay.threads=4");
    assertThat(refused("=4"))
        .containsExactly("override \"=4\": expected key=value, as in replay.threads=4");
    assertThat(refused("replay.threads="))
        .containsExactly("override \"replay.threads=\": replay.threads: has no value after the =");
    assertThat(refused("replay.threads=1", "replay.threads=2"))
        .containsExactly("override \"replay.threads=2\": replay.threads: is given twice");
    assertThat(refused("replay.threads=many"))
        .containsExactly(
            "override \"replay.threads=many\": replay.threads: expected a whole number from 1 to"
                + " 256, found many");
    assertThat(refused("replay.thread=4"))
        .containsExactly(
            "override \"replay.thread=4\": replay.thread: there is no such key here; did you mean"
                + " \"threads\"? Known here: allocation, comparison, completion, drain, order,"
                + " properties, queue, stop, stuck, threads, timeout.");
    assertThat(refused("replay.threads.x=4"))
        .containsExactly(
            "override \"replay.threads.x=4\": replay.threads: has no keys below it, it is 2");
    assertThat(refused("journal.redact=[a"))
        .containsExactly(
            "override \"journal.redact=[a\": journal.redact: the value is not YAML: while parsing"
                + " a flow sequence, expected ',' or ']', but got <stream end>");
    assertThat(refused("gate={parity: 99%}"))
        .containsExactly(
            "override \"gate={parity: 99%}\": gate: this version of Understudy does not have it"
                + " yet; remove the key");
  }

  @Test
  void unknownCallPoint() {
    assertThat(refused("calls.quot.sample=1%"))
        .containsExactly(
            "override \"calls.quot.sample=1%\": calls.quot.sample: there is no such call point; it"
                + " is named by its name or index, as in calls.quote.sample or calls[0].sample."
                + " Known here: quote, quote.all, Old#third.");
    assertThat(refused("calls[3].sample=1%"))
        .containsExactly(
            "override \"calls[3].sample=1%\": calls[3].sample: there is no such call point; it is"
                + " named by its name or index, as in calls.quote.sample or calls[0].sample. Known"
                + " here: quote, quote.all, Old#third.");
  }

  @Test
  void problemsOfTheFileComeFirst() {
    assertThat(Refusals.of(() -> ConfigLoader.parse("u.yaml", FILE + "\nx: 1", "replay.threads=0")))
        .extracting(line -> line.substring(0, 8))
        .containsExactly("u.yaml:6", "override");
  }

  @Test
  void agentArgument(@TempDir Path directory) throws Exception {
    Path file = Files.write(directory.resolve("u.yaml"), FILE.getBytes("UTF-8"));

    Config config = ConfigLoader.load(file + ";replay.threads=7; calls.quote.timeout=9s;");

    assertThat(config.replay().threads()).isEqualTo(7);
    assertThat(config.calls().get(0).timeout()).isEqualTo(Duration.ofSeconds(9));
  }
}
