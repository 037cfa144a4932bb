package io.understudy.overhead.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One way to start the application.
 *
 * @param title its row in the table
 * @param flags the JVM's arguments
 */
record Setting(String title, List<String> flags) {
  /** Returns all settings; the first is without an agent. */
  static List<Setting> all(Path understudy, Path telemetry, Path work) throws IOException {
    return List.of(
        new Setting("no agent", List.of()),
        understudy("Understudy, 1 call point", 1, "Service7", understudy, work),
        understudy("Understudy, 100 call points", 100, "Service7", understudy, work),
        understudy("Understudy, 100 interfaces", 100, "Quotes7", understudy, work),
        implementors(
            "Understudy, 1 interface, no class in its packages", "org.none", understudy, work),
        implementors(
            "Understudy, 1 interface, all classes in its packages", "com.acme", understudy, work),
        new Setting(
            "OpenTelemetry, exporters off",
            List.of(
                "-javaagent:" + telemetry,
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dotel.javaagent.logging=none")));
  }

  /** Controls are classes, or interfaces whose implementations are searched in all classes. */
  private static Setting understudy(String title, int points, String control, Path agent, Path work)
      throws IOException {
    Path yaml = work.resolve(points + control + ".yaml");
    boolean sought = control.startsWith("Quotes");
    StringBuilder text = new StringBuilder(sought ? "packages: [com.acme]\ncalls:\n" : "calls:\n");
    for (int i = 0; i < points; i++) {
      String type = "com.acme." + Sources.packageName(i);
      text.append(
          "  - { name: quote%d, control: %s.%s#quote, candidate: %2$s.Next7#quote }%n"
              .formatted(i, type, control));
    }
    return understudy(title, yaml, text.toString(), agent, work);
  }

  /** All class files of the application are read if it is in the packages. */
  private static Setting implementors(String title, String packages, Path agent, Path work)
      throws IOException {
    String type = "com.acme." + Sources.packageName(0);
    String text =
        "packages: [%s]%ncalls:%n  - { control: %s.Quotes7#quote, candidate: %2$s.Next7#quote }%n"
            .formatted(packages, type);
    return understudy(title, work.resolve(packages + ".yaml"), text, agent, work);
  }

  private static Setting understudy(String title, Path yaml, String text, Path agent, Path work)
      throws IOException {
    String head =
        "application: startup\njournal: { directory: \"%s\" }\n".formatted(work.resolve("journal"));
    Files.writeString(yaml, head + text);
    // Without the JVM's warning about class data sharing, which such agents cause.
    return new Setting(title, List.of("-javaagent:" + agent + "=" + yaml, "-XX:-PrintWarnings"));
  }
}
