package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The newest Tomcat. */
class TomcatIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 25})
  void twoWebApplicationsUndeployedAndRedeployed(int java) throws Exception {
    Tomcat.check(directory, java, Places.of("tomcat"), Places.built("war-jakarta", "war"));
  }
}
