package io.understudy.compatibility;

import io.understudy.rig.JvmSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Understudy with OpenTelemetry's agent, which instruments the servlets, JPA and JDBC of the same
 * shop.
 */
class OpenTelemetryIT {
  /** No exporter: the test has no receiver. */
  private static final String[] EXPORT_NOTHING = {
    "-Dotel.traces.exporter=none", "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none"
  };

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void openTelemetryFirst(int java) throws Exception {
    Shop.check(directory, java, "spring", both(openTelemetry(), Shop.agent(directory)));
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 25})
  void openTelemetrySecond(int java) throws Exception {
    Shop.check(directory, java, "spring-newest", both(Shop.agent(directory), openTelemetry()));
  }

  private static String[] both(String first, String second) {
    return Stream.concat(Stream.of(first, second), Arrays.stream(EXPORT_NOTHING))
        .toArray(String[]::new);
  }

  private static String openTelemetry() {
    return "-javaagent:" + Places.of("opentelemetry");
  }
}
