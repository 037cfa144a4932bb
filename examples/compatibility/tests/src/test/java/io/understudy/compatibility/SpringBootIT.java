package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The newest Spring Boot with embedded Tomcat, Spring MVC, JPA and H2 in one executable jar. */
class SpringBootIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 21, 25})
  void beansAsControlAndCandidate(int java) throws Exception {
    Shop.check(directory, java, "spring-newest", Shop.agent(directory));
  }
}
