package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Understudy with JaCoCo's agent, which adds a field and a method to every class of the
 * application.
 */
class JacocoIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void coverageIsMeasuredAndCallsAreShadowed(int java) throws Exception {
    Path coverage = directory.resolve("jacoco.exec");
    Run run =
        ChildJvm.of(java, directory)
            .classPath(Places.built("legacy", "jar"), Places.built("next", "jar"))
            .option("-javaagent:" + Places.of("jacoco") + "=destfile=" + coverage)
            .yaml(Requests.CALLS)
            .run("com.acme.tariff.Main", Requests.all().toArray(new String[0]));
    assertThat(run.out().lines()).as(run.toString()).containsExactlyElementsOf(Requests.expected());
    assertThat(Files.size(coverage)).isPositive();
    Oddities.assertNone(run);
    Requests.assertShadowed(run, 1, 0);
  }
}
