package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * L1: the calling thread waits for no monitor of the application, on any JVM, and the JVM prints no
 * warning about the way in which the agent reads objects.
 */
final class LocksIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0} {1}")
  @CsvSource({
    "8, -Dnone",
    "11, -Dnone",
    "11, --illegal-access=debug",
    "17, -Dnone",
    "21, -Dnone",
    "25, --sun-misc-unsafe-memory-access=deny",
  })
  void guardedArgumentsAndResultsAreCapturedWhileTheirMonitorsAreHeld(int java, String option)
      throws Exception {
    Run run =
        ChildJvm.of(java, directory)
            .appOf("locked")
            .option(option)
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
