package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * L1: the calling thread waits for no monitor of the application, on any JVM, and the JVM prints no
 * warning about the way in which the agent reads objects.
 */
final class LocksIT {
  @TempDir Path directory;

  /** The option by which a version of the JVM reports or denies access that it does not want. */
  private static String option(int java) {
    if (java > 8 && java < 16) {
      return "--illegal-access=debug";
    }
    return java >= 24 ? "--sun-misc-unsafe-memory-access=deny" : "-Dnone";
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void guardedArgumentsAndResultsAreCapturedWhileTheirMonitorsAreHeld(int java) throws Exception {
    Run run =
        ChildJvm.of(java, directory)
            .appOf("locked")
            .option(option(java))
            .yaml(
                "calls:\n  - { name: take, control: app.Legacy#take, candidate: app.Next#take,"
                    + " compare: { arguments: true } }\n")
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).as(run.toString()).contains("passed 18");
    assertThat(run.books("take").intercepted()).isEqualTo(18);
    assertThat(run.books("take").fate(Fate.MATCHED))
        .as(run + String.join("\n", run.journal()))
        .isEqualTo(18);
    assertThat(run.err().split("\n"))
        .as(run.toString())
        .allMatch(
            line ->
                line.isEmpty()
                    || line.contains("understudy")
                    || line.contains("Sharing is only supported for boot loader classes"));
    assertThat(run.err()).doesNotContainIgnoringCase("illegal");
  }
}
