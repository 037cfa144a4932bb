package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The last Jetty with javax.servlet for Java 8. */
class Jetty9IT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void twoWebApplications(int java) throws Exception {
    Jetty.check(
        directory,
        java,
        Places.of("jetty9"),
        "server,http,deploy,webapp,annotations",
        Places.built("war", "war"));
  }
}
