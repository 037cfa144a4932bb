package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The newest Jetty. */
class JettyIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 25})
  void twoWebApplications(int java) throws Exception {
    Jetty.check(
        directory,
        java,
        Places.of("jetty"),
        "server,http,ee11-deploy,ee11-webapp,ee11-annotations",
        Places.built("war-jakarta", "war"));
  }
}
