package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The newest WildFly. It keeps what was redeployed without any agent too, and what was undeployed
 * in the frames of idle threads of its pool (seen in a heap dump): so neither is waited for to go.
 */
class WildFlyIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 21})
  void twoWebApplicationsUndeployedAndRedeployed(int java) throws Exception {
    WildFly.check(directory, java, Places.of("wildfly"), Places.built("war-jakarta", "war"), false);
  }
}
