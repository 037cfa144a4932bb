package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.ConfigException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Configurations near the size limit: read in linear time, and refused in few words. */
@Timeout(60)
final class LargeConfigTest {
  private static final String CALL = "calls:\n  - { control: a.B#c, candidate: d.E#f";

  private static String join(int count, String separator, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(separator));
  }

  @Test
  void manyUnknownKeysAreListedShortly() {
    String yaml = CALL + " }\n" + join(60_000, "\n", i -> "key" + i + ": 1");
    assertThatThrownBy(() -> ConfigLoader.parse("u.yaml", yaml))
        .isInstanceOfSatisfying(
            ConfigException.class,
            refused -> {
              assertThat(refused.problems()).hasSize(51);
              assertThat(refused.problems().get(50))
                  .hasToString("u.yaml:53:1: and 59950 more problems from here on");
            });
  }

  @Test
  void manyCallPointsAreRead() throws ConfigException {
    String yaml =
        "calls:\n"
            + join(
                12_000,
                "\n",
                i -> "  - {name: n" + i + ", control: a.C" + i + "#m, candidate: b.D" + i + "#m}");
    assertThat(ConfigLoader.parse("u.yaml", yaml).calls()).hasSize(12_000);
  }

  @Test
  void manyOverloadsAreRead() throws ConfigException {
    String yaml =
        "calls:\n"
            + join(
                9_000,
                "\n",
                i -> "  - {name: n" + i + ", control: a.C#m(T" + i + "), candidate: b.D#m}");
    assertThat(ConfigLoader.parse("u.yaml", yaml).calls()).hasSize(9_000);
  }

  @Test
  void overloadsOverlap() {
    assertThatThrownBy(
            () ->
                ConfigLoader.parse(
                    "u.yaml",
                    "calls:\n"
                        + "  - {name: one, control: 'a.C#m(a.B$X)', candidate: b.D#m}\n"
                        + "  - {name: two, control: 'a.C#m(a.B.X)', candidate: b.D#m}\n"
                        + "  - {name: three, control: 'a.C#m', candidate: b.D#m}\n"))
        .hasMessageContaining("u.yaml:3:26: calls[1].control: is the control of \"one\" too")
        .hasMessageContaining("u.yaml:4:28: calls[2].control: is the control of \"one\" too");
  }

  @Test
  void rulesOfACallPointAreLimited() {
    String yaml = CALL + ", compare: { ignore: [" + join(1_001, ",", i -> "/a" + i) + "] } }\n";
    assertThatThrownBy(() -> ConfigLoader.parse("u.yaml", yaml))
        .hasMessageContaining("is one rule too many: a call point has at most 1000 rules");
  }

  @Test
  void longValueIsRefusedAndNotRepeated() {
    String yaml = "calls:\n  - { control: " + join(100_000, "", i -> "a.b") + "#c }\n";
    assertThatThrownBy(() -> ConfigLoader.parse("u.yaml", yaml))
        .hasMessageContaining("has 300002 characters; a value has at most 4000")
        .satisfies(refused -> assertThat(refused.toString().length()).isLessThan(1_000));
  }

  @Test
  void classesOfTheJdkAndTheAgentAreNeverCalled() {
    String yaml =
        "types:\n  a.T: { with: java.lang.Runtime }\n"
            + "calls:\n  - control: a.B#c\n    candidate: java.lang.Runtime#exec\n"
            + "    factory: java.lang.Runtime#getRuntime\n"
            + "    compare: { comparator: { /a: javax.script.ScriptEngineManager } }\n"
            + "  - { control: a.B#d, candidate: io.understudy.bridge.Bridge#close }\n";
    assertThatThrownBy(() -> ConfigLoader.parse("u.yaml", yaml))
        .hasMessageContaining("u.yaml:2:16: types.a.T.with: java.lang.Runtime belongs to the JDK")
        .hasMessageContaining("u.yaml:5:16: calls[0].candidate: java.lang.Runtime belongs to")
        .hasMessageContaining("u.yaml:6:14: calls[0].factory: java.lang.Runtime belongs to")
        .hasMessageContaining("javax.script.ScriptEngineManager belongs to the JDK")
        .hasMessageContaining("io.understudy.bridge.Bridge belongs to the agent");
  }
}
