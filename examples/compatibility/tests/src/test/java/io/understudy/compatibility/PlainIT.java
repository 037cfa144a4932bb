package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Applications without a container. */
class PlainIT {
  private static final Path LEGACY = Places.built("legacy", "jar");
  private static final Path NEXT = Places.built("next", "jar");

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void classPath(int java) throws Exception {
    assertShadowed(
        ChildJvm.of(java, directory)
            .classPath(LEGACY, NEXT)
            .yaml(Requests.CALLS)
            .run("com.acme.tariff.Main", requests()));
  }

  /** Control and candidate in two modules; the candidate's module exports nothing. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({11, 17, 21, 25})
  void namedModules(int java) throws Exception {
    assertShadowed(
        ChildJvm.of(java, directory)
            .yaml(Requests.CALLS)
            .option("--module-path", LEGACY + File.pathSeparator + NEXT)
            .option("--add-modules", "com.acme.next", "-m")
            .run("com.acme.tariff/com.acme.tariff.Main", requests()));
  }

  private static void assertShadowed(Run run) throws Exception {
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out().lines()).containsExactlyElementsOf(Requests.expected());
    Oddities.assertNone(run);
    Requests.assertShadowed(run, 1, 0);
  }

  private static String[] requests() {
    return Requests.all().toArray(new String[0]);
  }
}
