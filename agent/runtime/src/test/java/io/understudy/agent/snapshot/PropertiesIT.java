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

/** The properties of copies hold on every JVM: same graphs, same number of nodes. */
final class PropertiesIT {
  static final String[] OPEN = {
    "java.lang",
    "java.util",
    "java.util.concurrent",
    "java.util.function",
    "jdk.internal.misc",
    "jdk.internal.reflect"
  };

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void copiesEqualTheirOriginals(int java) throws Exception {
    ChildJvm jvm =
        ChildJvm.of(java, directory)
            .option("-Xss1m")
            .classPath(
                Stream.of(classPath().split(File.pathSeparator))
                    .map(Paths::get)
                    .toArray(Path[]::new));
    for (String name : java > 8 ? OPEN : new String[0]) {
      jvm.option("--add-opens=java.base/" + name + "=ALL-UNNAMED");
    }
    Run run = jvm.run("io.understudy.agent.snapshot.PropertyRun");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualTo("300 graphs, 124564 nodes\n");
  }

  private static String classPath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }
}
