package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The last WildFly for Java 8. */
class WildFly26IT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void twoWebApplicationsUndeployedAndRedeployed(int java) throws Exception {
    WildFly.check(directory, java, Places.of("wildfly26"), Places.built("war", "war"), true);
  }
}
