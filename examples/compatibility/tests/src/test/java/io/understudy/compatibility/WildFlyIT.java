package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The newest WildFly. It keeps the classes of redeployed applications even without an agent, and
 * idle threads of its pool keep those of undeployed ones (seen in a heap dump). So the test does
 * not wait for their unloading.
 */
class WildFlyIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 21})
  void twoWebApplicationsUndeployedAndRedeployed(int java) throws Exception {
    WildFly.check(directory, java, Places.of("wildfly"), Places.built("war-jakarta", "war"), false);
  }
}
