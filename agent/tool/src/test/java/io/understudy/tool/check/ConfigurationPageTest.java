package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.tool.command.CommandRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples and tables of docs/configuration.md. */
class ConfigurationPageTest {
  private static final String SHORTEST =
      "calls: [ { name: n, control: a.Old#q, candidate: a.New#q } ]";

  private final String page;

  ConfigurationPageTest() throws Exception {
    Path file = Paths.get("..", "..", "docs", "configuration.md");
    page = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  @Test
  void examplesAreAccepted() throws Exception {
    assertThat(blocks("yaml")).hasSizeGreaterThan(3);
    for (String yaml : blocks("yaml")) {
      assertThat(ConfigLoader.parse("understudy.yaml", yaml).calls()).as(yaml).isNotEmpty();
    }
  }

  @Test
  void examplesOfOtherPagesAreAccepted() throws Exception {
    int seen = 0;
    for (String name : new String[] {"README.md", "examples/quickstart/understudy.yaml"}) {
      String text =
          new String(Files.readAllBytes(Paths.get("..", "..", name)), StandardCharsets.UTF_8);
      Matcher matcher = Pattern.compile("(?s)( *)```yaml\n(.*?)```").matcher(text);
      while (matcher.find()) {
        // In a list the whole block is indented, which YAML allows.
        assertThat(ConfigLoader.parse(name, matcher.group(2)).calls()).isNotEmpty();
        seen++;
      }
      if (name.endsWith(".yaml")) {
        Config config = ConfigLoader.parse(name, text);
        assertThat(config.calls()).hasSize(11);
        assertThat(config.warnings()).isEmpty();
      }
    }
    assertThat(seen).isPositive();
  }

  @Test
  void wrongExampleIsRefusedInTheseWords() {
    String said = "accepted";
    try {
      ConfigLoader.parse("understudy.yaml", blocks("yml").get(0));
    } catch (ConfigException e) {
      said = e.getMessage() + "\n";
    }
    assertThat(said).isEqualTo(blocks("text").get(0));
  }

  /** An override with the default value does not change the hash. */
  @Test
  void defaultsAreThese() throws Exception {
    String hash = ConfigLoader.parse("u.yaml", SHORTEST).hash();
    Matcher rows = Pattern.compile("\\| `([^`]+)` \\| [^|]+ \\| `([^`]+)` \\|").matcher(page);
    int seen = 0;
    while (rows.find()) {
      String key = rows.group(1).replace("[]", "[0]");
      String value = rows.group(2);
      if (!key.startsWith("metrics.") && !value.matches("[a-z]+\\.[a-z]+")) {
        Config config = ConfigLoader.parse("u.yaml", SHORTEST, key + "=" + value);
        assertThat(config.hash()).as(key).isEqualTo(hash);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(20);
  }

  @Test
  void outputOfCheck(@TempDir Path directory) throws Exception {
    String yaml =
        blocks("yaml").stream().filter(block -> block.contains("Awkward")).findFirst().get();
    Path file = Files.write(directory.resolve("understudy.yaml"), yaml.getBytes("UTF-8"));

    CommandRun checking =
        CommandRun.run("check", file.toString(), "--classpath", CheckFixture.TEST_CLASSES);

    String shown =
        blocks("console").stream().filter(b -> b.contains("configuration hash")).findFirst().get();
    assertThat(shown.substring(shown.indexOf('\n') + 1))
        .isEqualTo(checking.out.replace(file.toString(), "understudy.yaml"));
  }
}
