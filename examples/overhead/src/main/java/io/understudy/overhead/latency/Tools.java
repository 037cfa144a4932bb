package io.understudy.overhead.latency;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the variants need. {@code latency.sh} prepares it.
 *
 * @param agent understudy-agent.jar
 * @param hasBudget whether this agent has the configuration key {@code budget}
 * @param telemetry opentelemetry-javaagent.jar; null if Maven could not fetch it
 * @param scientist the class path of Scientist4J; null if Maven could not fetch it
 * @param fullDisk a directory on a disk of a few kilobytes; null if it could not be mounted
 * @param work a directory for everything that is written
 */
record Tools(
    Path agent,
    boolean hasBudget,
    @Nullable Path telemetry,
    @Nullable String scientist,
    @Nullable Path fullDisk,
    Path work) {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  static Tools find(Path work) throws IOException, InterruptedException {
    Path agent = Path.of(System.getProperty("latency.agent", "")).toAbsolutePath();
    Path fetched = Path.of(System.getProperty("latency.fetched", "")).toAbsolutePath();
    Path telemetry = fetched.resolve("opentelemetry-javaagent.jar");
    String full = System.getProperty("latency.full", "");
    Path yaml = work.resolve("budget.yaml");
    Files.writeString(yaml, Variant.UNLIMITED.yaml(work.resolve("journal").toString(), true));
    return new Tools(
        agent,
        new AgentCommand(agent, work).accepts(yaml),
        Files.isRegularFile(telemetry) ? telemetry : null,
        jars(fetched.resolve("scientist4j")),
        full.isEmpty() ? null : Path.of(full),
        work);
  }

  private static @Nullable String jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> jars =
          files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList();
      return jars.isEmpty() ? null : String.join(File.pathSeparator, jars);
    }
  }

  /** Why a variant cannot run here; null if it can. */
  @Nullable String missing(Variant variant) {
    if (variant == Variant.DEFAULT && !hasBudget) {
      return "this agent has no budget yet";
    }
    if (variant == Variant.DISK_FULL && fullDisk == null) {
      return "only root can mount a small disk";
    }
    if (variant == Variant.OPENTELEMETRY && telemetry == null) {
      return "Maven could not fetch opentelemetry-javaagent";
    }
    if (variant.isScientist() && scientist == null) {
      return "Maven could not fetch Scientist4JCore";
    }
    return null;
  }

  Path journal(Variant variant) {
    return variant == Variant.DISK_FULL && fullDisk != null ? fullDisk : work.resolve("journal");
  }

  /**
   * Writes the configuration of a variant and returns the command of a JVM up to its main class.
   */
  List<String> command(Variant variant) throws IOException {
    // Without the JVM's warning about class data sharing, which agents cause.
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xms1g", "-Xmx1g", "-XX:-PrintWarnings"));
    if (variant.isUnderstudy()) {
      Path yaml = work.resolve(variant.argument() + ".yaml");
      Files.writeString(yaml, variant.yaml(journal(variant).toString(), hasBudget));
      command.add("-javaagent:" + agent + "=" + yaml);
    }
    if (variant == Variant.OPENTELEMETRY) {
      command.addAll(
          List.of(
              "-javaagent:" + telemetry,
              "-Dotel.instrumentation.methods.include=" + Pricing.class.getName() + "[quote]",
              "-Dotel.traces.exporter=none",
              "-Dotel.metrics.exporter=none",
              "-Dotel.logs.exporter=none",
              "-Dotel.javaagent.logging=none"));
    }
    if (variant == Variant.HANGING) {
      command.add("-D" + NextPricing.HANGS + "=true");
    }
    String own = System.getProperty("java.class.path");
    command.add("-cp");
    command.add(variant.isScientist() ? own + File.pathSeparator + scientist : own);
    return command;
  }
}
