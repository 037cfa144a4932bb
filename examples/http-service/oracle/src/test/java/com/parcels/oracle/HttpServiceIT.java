package com.parcels.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The whole path on the built jars: the report's figures are the oracle's, to the last call. */
class HttpServiceIT {
  private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
  private static final Path EXAMPLE = ROOT.resolve("examples/http-service");
  private static final Path AGENT = ROOT.resolve("agent/jar/target/understudy-agent.jar");
  private static final Path REPORT = ROOT.resolve("report/target/understudy-report.jar");
  private static final Path LEGACY = EXAMPLE.resolve("legacy/target/legacy.jar");

  private static ServiceProcess service;
  private static Map<String, Tally> tallies;

  @TempDir private Path directory;

  @BeforeAll
  static void askTheOracle() throws Exception {
    service = ServiceProcess.start(EXAMPLE.resolve("service/server.js"));
    tallies = Oracle.ask(service.port());
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 25})
  void reportEqualsTheOracle(int version) throws Exception {
    Path java = Jvm.of(version).command("java");
    List<String> plain = run(java, "-jar", LEGACY.toString());
    String yaml = Files.readString(EXAMPLE.resolve("understudy.yaml"));
    assertThat(yaml).contains(":8081/");
    Path configuration =
        Files.writeString(
            directory.resolve("understudy.yaml"),
            yaml.replace(":8081/", ":" + service.port() + "/"));
    List<String> watched =
        run(
            java,
            "-javaagent:"
                + AGENT
                + "="
                + configuration
                + ";journal.directory="
                + directory.resolve("journal"),
            "-jar",
            LEGACY.toString());
    JsonNode report = report();

    assertThat(watched).isEqualTo(plain);
    Map<String, Long> reported = new TreeMap<>();
    Map<String, Long> expected = new TreeMap<>();
    for (JsonNode point : report.path("points")) {
      String name = point.path("name").asText();
      JsonNode books = point.path("books");
      for (String fate : List.of("intercepted", "matched", "mismatched")) {
        reported.put(name + " " + fate, books.path(fate).asLong());
      }
    }
    for (JsonNode entry : report.path("signatures")) {
      String place = entry.path("signature").asText().replace(" · ", " ").trim();
      reported.put(entry.path("point").asText() + ": " + place, entry.path("count").asLong());
    }
    tallies.forEach(
        (name, tally) -> {
          expected.put(name + " intercepted", tally.calls());
          expected.put(name + " matched", tally.agreed());
          expected.put(name + " mismatched", tally.calls() - tally.agreed());
          tally.places().forEach((place, calls) -> expected.put(name + ": " + place, calls));
        });
    assertThat(reported).isEqualTo(expected);
    assertThat(expected)
        .containsKeys("quote: /price VALUE", "quote: /arrival VALUE", "quote: /service VALUE");
    assertThat(report.path("problems")).isEmpty();
  }

  private JsonNode report() throws Exception {
    Path json = directory.resolve("report.json");
    run(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        "-jar",
        REPORT.toString(),
        "report",
        directory.resolve("journal").toString(),
        "--json",
        json.toString(),
        "--out",
        directory.resolve("report.html").toString());
    return new ObjectMapper().readTree(json.toFile());
  }

  /** Runs a command to its good end; gives what it printed. */
  private List<String> run(Path java, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path err = Files.createTempFile(directory, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      String told = command + "\n" + Files.readString(out) + Files.readString(err);
      assertThat(ended).as("ended: %s", told).isTrue();
      assertThat(process.exitValue()).as("%s", told).isZero();
      return Files.readAllLines(out);
    } finally {
      process.destroyForcibly();
    }
  }
}
