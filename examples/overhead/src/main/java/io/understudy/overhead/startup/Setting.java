package io.understudy.overhead.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One way to start the application.
 *
 * @param title its row in the table
 * @param flags what the JVM is given
 */
record Setting(String title, List<String> flags) {
  /** All of them, without an agent first. */
  static List<Setting> all(Path understudy, Path telemetry, Path work) throws IOException {
    return List.of(
        new Setting("no agent", List.of()),
        understudy("Understudy, 1 call point", 1, understudy, work),
        understudy("Understudy, 100 call points", 100, understudy, work),
        new Setting(
            "OpenTelemetry, exporters off",
            List.of(
                "-javaagent:" + telemetry,
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dotel.javaagent.logging=none")));
  }

  private static Setting understudy(String title, int points, Path agent, Path work)
      throws IOException {
    Path yaml = work.resolve(points + ".yaml");
    StringBuilder text = new StringBuilder("application: startup\n");
    text.append("journal: { directory: \"").append(work.resolve("journal")).append("\" }\n");
    text.append("calls:\n");
    for (int i = 0; i < points; i++) {
      String type = "com.acme." + Sources.packageName(i);
      text.append(
          "  - { name: quote%d, control: %s.Service7#quote, candidate: %2$s.Next7#quote }%n"
              .formatted(i, type));
    }
    Files.writeString(yaml, text);
    // Without the JVM's warning about class data sharing, which such agents cause.
    return new Setting(title, List.of("-javaagent:" + agent + "=" + yaml, "-XX:-PrintWarnings"));
  }
}
