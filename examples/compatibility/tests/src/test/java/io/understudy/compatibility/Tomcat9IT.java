package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The last Tomcat with javax.servlet. */
class Tomcat9IT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void twoWebApplicationsUndeployedAndRedeployed(int java) throws Exception {
    Tomcat.check(directory, java, Places.of("tomcat9"), Places.built("war", "war"));
  }
}
