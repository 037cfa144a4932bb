package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * L3: work of candidates is no traffic, on whatever thread it runs, and no call of the application
 * is lost on the threads that it shares with candidates. The application counts its own calls.
 */
class EchoIT {
  private static final String[] WAYS = {
    "none",
    "execute",
    "submit",
    "invoke-all",
    "completion-service",
    "cached",
    "failing",
    "scheduled",
    "fork-join",
    "own-fork-join",
    "common",
    "parallel",
    "future",
    "dependent",
    "completes",
    "timer",
    "failing-timer",
    "own-timer",
    "own-pool",
    "loop",
    "thread",
    "group",
    "nested"
  };

  private static final String[] VIRTUAL = {"virtual", "virtual-pool", "virtual-workers"};

  @TempDir Path directory;

  private List<String> failures(int java, String... ways) throws Exception {
    List<String> failures = new ArrayList<>();
    for (String way : ways) {
      Run run =
          ChildJvm.of(java, directory.resolve(way))
              .appOf("echo")
              .yaml(
                  "replay: { timeout: 5s, drain: 1s }\n"
                      + "calls:\n"
                      + "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n")
              .run("app.Main", way);
      String own = run.out().startsWith("own ") ? run.out().split(" ")[1] : "?";
      boolean isCounted = own.equals(String.valueOf(run.books("quote").intercepted()));
      boolean isNoted =
          way.equals("none")
              || way.equals("completes")
              || String.join("\n", run.journal()).contains("called the control");
      if (run.exit() != 0 || !isCounted || !isNoted) {
        failures.add(way + ": " + run + run.log() + run.books("quote").intercepted());
      }
    }
    return failures;
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void workOfCandidatesIsNoTraffic(int java) throws Exception {
    assertThat(failures(java, WAYS)).isEmpty();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({21, 25})
  void workOnVirtualThreadsIsNoTraffic(int java) throws Exception {
    assertThat(failures(java, VIRTUAL)).isEmpty();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void exceptionOfATaskDoesNotReachTheApplication(int java) throws Exception {
    for (String way : Arrays.asList("failing", "failing-timer")) {
      Run run =
          ChildJvm.of(java, directory.resolve(way))
              .appOf("echo")
              .yaml(
                  "calls:\n"
                      + "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n")
              .run("app.Main", way);
      assertThat(run.exit()).as(run.toString()).isZero();
      assertThat(run.err()).doesNotContain("on purpose");
    }
  }
}
