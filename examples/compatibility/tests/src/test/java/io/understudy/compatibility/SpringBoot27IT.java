package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Spring Boot 2.7 with embedded Tomcat, Spring MVC, JPA and H2 in one executable jar. */
class SpringBoot27IT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void beansAsControlAndCandidate(int java) throws Exception {
    Shop.check(directory, java, "spring", Shop.agent(directory));
  }
}
