package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.io.File;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** L2: copies of every collection of the JDK, in every state, behave like their originals. */
final class JdkCollectionsIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void copiesBehaveLikeTheirOriginals(int java) throws Exception {
    ChildJvm jvm =
        ChildJvm.of(java, directory)
            .classPath(
                Stream.of(classPath().split(File.pathSeparator))
                    .map(Paths::get)
                    .toArray(Path[]::new));
    for (String name : java > 8 ? PropertiesIT.OPEN : new String[0]) {
      jvm.option("--add-opens=java.base/" + name + "=ALL-UNNAMED");
    }
    Run run = jvm.run("io.understudy.agent.snapshot.ContainerRun");
    assertThat(run.exit()).as(run.toString()).isZero();
    int expected = java < 9 ? 3160 : java < 21 ? 3230 : 3265;
    assertThat(run.out()).isEqualTo(expected + " containers\n");
  }

  private static String classPath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }
}
