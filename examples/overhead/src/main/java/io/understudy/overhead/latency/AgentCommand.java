package io.understudy.overhead.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of the agent's jar.
 *
 * @param work a directory for its error output
 */
record AgentCommand(Path agent, Path work) {
  /** Whether the agent accepts a configuration. */
  boolean accepts(Path yaml) throws IOException, InterruptedException {
    return start("check", yaml.toString()).waitFor() == 0;
  }

  /** Pauses all call points of a JVM. */
  void pause(long process) throws IOException, InterruptedException {
    output("pause", Long.toString(process));
  }

  /** Returns the counts of the only call point of a JVM. */
  JsonNode point(long process) throws IOException, InterruptedException {
    String json = output("status", Long.toString(process), "--json");
    return new ObjectMapper().readTree(json).path("points").path(0);
  }

  private String output(String... arguments) throws IOException, InterruptedException {
    Process command = start(arguments);
    String output =
        new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (command.waitFor() != 0) {
      throw new IOException(
          String.join(" ", arguments) + ": " + Files.readString(errors()).strip());
    }
    return output;
  }

  private Process start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(agent.toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(errors().toFile()).start();
  }

  private Path errors() {
    return work.resolve("command.err");
  }
}
