package com.ferryline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The whole path on the built jars: the report's figures are the oracle's, to the last call. */
class LibraryUpgradeIT {
  private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
  private static final Path EXAMPLE = ROOT.resolve("examples/library-upgrade");
  private static final Path TARGET = EXAMPLE.resolve("app/target");
  private static final Path AGENT = ROOT.resolve("agent/jar/target/understudy-agent.jar");
  private static final Path REPORT = ROOT.resolve("report/target/understudy-report.jar");
  private static final String APPLICATION =
      TARGET.resolve("ferryline.jar") + File.pathSeparator + TARGET.resolve("old") + "/*";

  private static Map<String, Map<String, Long>> figures;
  private static Map<String, Long> signatures;

  @TempDir private Path directory;

  @BeforeAll
  static void askTheOracle() throws Exception {
    figures = new TreeMap<>();
    signatures = new TreeMap<>();
    Oracle.ask(TARGET)
        .forEach(
            (method, tally) -> {
              figures.put(
                  method,
                  nonZero(
                      Map.of(
                          "intercepted", tally.agreed + tally.disagreed,
                          "matched", tally.agreed,
                          "mismatched", tally.disagreed)));
              tally.places.forEach((place, calls) -> signatures.put(method + " " + place, calls));
            });
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void reportEqualsTheOracle(int version) throws Exception {
    Path java = Jvm.of(version).command("java");
    List<String> plain = run(java, "-cp", APPLICATION, "com.ferryline.desk.Main");
    // The agent refuses a file that other users can change, as in a clone made with umask 0.
    Path configuration =
        Files.copy(EXAMPLE.resolve("understudy.yaml"), directory.resolve("understudy.yaml"));
    Files.createSymbolicLink(directory.resolve("app"), EXAMPLE.resolve("app"));
    List<String> watched =
        run(
            java,
            "-javaagent:"
                + AGENT
                + "="
                + configuration
                + ";journal.directory="
                + directory.resolve("journal"),
            "-cp",
            APPLICATION,
            "com.ferryline.desk.Main");
    JsonNode report = report();

    assertThat(watched).isEqualTo(plain);
    assertThat(figures(report)).isEqualTo(figures);
    assertThat(signatures(report)).isEqualTo(signatures);
    assertThat(signatures).as("both libraries have changed").hasSizeGreaterThanOrEqualTo(5);
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

  private static Map<String, Map<String, Long>> figures(JsonNode report) {
    Map<String, Map<String, Long>> figures = new TreeMap<>();
    for (JsonNode point : report.path("points")) {
      Map<String, Long> books = new TreeMap<>();
      for (Map.Entry<String, JsonNode> fate : point.path("books").properties()) {
        books.put(fate.getKey(), fate.getValue().asLong());
      }
      figures.put(point.path("name").asText(), nonZero(books));
    }
    return figures;
  }

  private static Map<String, Long> signatures(JsonNode report) {
    Map<String, Long> signatures = new TreeMap<>();
    for (JsonNode entry : report.path("signatures")) {
      String place = entry.path("signature").asText().replace(" · ", " ").trim();
      signatures.put(entry.path("point").asText() + " " + place, entry.path("count").asLong());
    }
    return signatures;
  }

  private static Map<String, Long> nonZero(Map<String, Long> counts) {
    Map<String, Long> kept = new TreeMap<>(counts);
    kept.values().removeIf(count -> count == 0);
    return kept;
  }

  /** Runs a command to its good end, and returns what it printed. */
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
