package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * L1 for the way out: the JVM ends when and as it would have without the agent, whatever the
 * candidate does to end it or to keep it alive.
 */
class EndingIT {
  private static final String[] ENDING = {
    "exit",
    "halt",
    "swallowed",
    "thread",
    "own-pool",
    "own-factory",
    "timer",
    "common-pool",
    "own-fork-join",
    "shared-pool",
    "group"
  };

  private static final String[] LIVING = {
    "hook",
    "hanging-hook",
    "lives",
    "lives-in-pool",
    "lives-in-group",
    "lives-in-static-pool",
    "lives-in-timer",
    "lives-by-child"
  };

  @TempDir Path directory;

  private Run run(int java, String way, String end) throws Exception {
    return ChildJvm.of(java, directory.resolve(way + end))
        .appOf("ending")
        .yaml(
            "replay: { timeout: 5s, drain: 1s }\n"
                + "calls:\n"
                + "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n")
        .run("app.Main", way, end);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void candidateCannotEndTheJvm(int java) throws Exception {
    List<String> failures = new ArrayList<>();
    for (String way : ENDING) {
      Run run = run(java, way, "return");
      boolean ends = run.exit() == 0 && run.out().contains("own work is done\nown hook");
      boolean counted = String.join("\n", run.journal()).contains("refused: Runtime.");
      if (!ends || !counted) {
        failures.add(way + ": " + run + run.log() + run.journal());
      }
    }
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void candidateCannotKeepTheJvmAlive(int java) throws Exception {
    List<String> failures = new ArrayList<>();
    for (String way : LIVING) {
      Run run = run(java, way, "return");
      boolean counted = String.join("\n", run.journal()).contains("\"conduct\":{\"refused: ");
      if (run.exit() != 0 || !run.out().endsWith("own work is done\nown hook\n") || !counted) {
        failures.add(way + ": " + run + run.log() + run.journal());
      }
    }
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void applicationEndsAsItWants(int java) throws Exception {
    assertThat(run(java, "none", "exit").exit()).isEqualTo(5);
    assertThat(run(java, "exit", "exit").exit()).isEqualTo(5);
    assertThat(run(java, "halt", "halt").exit()).isEqualTo(6);
    Run poolExit = run(java, "shared-pool", "pool-exit");
    assertThat(poolExit.exit()).as(poolExit.toString()).isEqualTo(7);
    Run poolWork = run(java, "shared-pool", "pool-work");
    assertThat(poolWork.out()).as(poolWork.toString()).contains("work of the own pool is done");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void triedExitIsNeverAMatch(int java) throws Exception {
    Run run = run(java, "swallowed", "return");
    assertThat(run.books("quote").fate(Fate.MATCHED)).as(run.toString()).isZero();
    assertThat(run.books("quote").fate(Fate.MISMATCHED)).as(run.toString()).isEqualTo(3);
    assertThat(run.log()).contains("quote: the candidate has called Runtime.exit(3)");
  }
}
