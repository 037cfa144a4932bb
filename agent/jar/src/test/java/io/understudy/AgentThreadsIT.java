package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The agent's own threads under attack: the application counts its calls itself, and its handler of
 * uncaught exceptions ends the JVM with code 99.
 */
class AgentThreadsIT {
  @TempDir Path directory;

  private Run run(int java, String way, String... options) throws Exception {
    return ChildJvm.of(java, directory.resolve(way))
        .appOf("hostile")
        .yaml(
            "replay: { drain: 1s }\n"
                + "calls:\n"
                + "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n")
        .option(options)
        .run("app.Main", way, "4000");
  }

  private static void assertBooksBalance(Run run) throws Exception {
    String calls = run.out().trim().replaceAll("(?s).*calls=", "");
    assertThat(run.exit()).as(run + run.log()).isEqualTo(7);
    assertThat(run.out()).doesNotContain("WRONG", "threw", "uncaught");
    String last = run.journal().get(run.journal().size() - 2);
    assertThat(last).as(run + run.log()).contains("\"entry\":\"close\"", "\"why\":\"shutdown\"");
    assertThat(last).as(run + run.log()).contains("\"intercepted\":" + calls + ",");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void interruptOfAllThreadGroupsChangesNothing(int java) throws Exception {
    Run run = run(java, "interrupt");
    assertBooksBalance(run);
    assertThat(String.join("\n", run.journal()))
        .contains("\"fates\":{\"matched\":")
        .doesNotContain("interrupted");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void journalIsCompleteAfterTheHeapWasFull(int java) throws Exception {
    assertBooksBalance(run(java, "memory", "-Xmx48m", "-Ddelay=1500"));
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17})
  void journalIsCompleteAfterItsThreadsWereStopped(int java) throws Exception {
    assertBooksBalance(run(java, "stop", "-Ddelay=1500"));
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17})
  void jvmWithSuspendedAgentThreadsEnds(int java) throws Exception {
    Run run = run(java, "suspend", "-Ddelay=1500");
    assertThat(run.exit()).as(run + run.log()).isEqualTo(7);
    assertThat(run.err()).contains("the journal was not closed in time");
  }
}
