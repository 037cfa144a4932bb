package com.recordstore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recordstore.billing.Main;
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
class QuickstartIT {
  private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
  private static final Path EXAMPLE = ROOT.resolve("examples/quickstart");
  private static final Path AGENT = ROOT.resolve("agent/jar/target/understudy-agent.jar");
  private static final Path REPORT = ROOT.resolve("report/target/understudy-report.jar");
  private static final String BILLING =
      EXAMPLE.resolve("legacy/target/legacy.jar")
          + File.pathSeparator
          + EXAMPLE.resolve("replacement/target/replacement.jar");

  private static Map<String, Map<String, Long>> figures;
  private static Map<String, Long> signatures;

  @TempDir private Path directory;

  @BeforeAll
  static void askTheOracle() throws Exception {
    figures = new TreeMap<>();
    signatures = new TreeMap<>();
    for (Tally tally : Oracle.ask(Main.DAYS, Main.SEED)) {
      figures.put(
          tally.name(),
          nonZero(
              Map.of(
                  "intercepted", tally.calls(),
                  "matched", tally.agreed(),
                  "mismatched", tally.disagreed())));
      tally.places().forEach((place, calls) -> signatures.put(tally.name() + " " + place, calls));
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void reportEqualsTheOracle(int version) throws Exception {
    Path java = Jvm.of(version).command("java");
    List<String> plain = run(java, "-cp", BILLING, "com.recordstore.billing.Main");
    // The agent refuses a file that other users can change, as in a clone made with umask 0.
    Path configuration =
        Files.copy(EXAMPLE.resolve("understudy.yaml"), directory.resolve("understudy.yaml"));
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
            BILLING,
            "com.recordstore.billing.Main");
    JsonNode report = report();

    assertThat(watched).isEqualTo(plain);
    assertThat(figures(report)).isEqualTo(figures);
    assertThat(signatures(report)).isEqualTo(signatures);
    assertThat(report.path("problems")).isEmpty();
    assertThat(report.path("sessions")).hasSize(1);
  }

  private JsonNode report() throws Exception {
    Path json = directory.resolve("report.json");
    Path html = directory.resolve("report.html");
    run(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        "-jar",
        REPORT.toString(),
        "report",
        directory.resolve("journal").toString(),
        "--json",
        json.toString(),
        "--out",
        html.toString());
    assertThat(Files.readString(html)).contains("findInvoice");
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

  /** Runs a command to its good end; gives what it printed, but for times. */
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
      return Files.readAllLines(out).stream().filter(line -> !line.startsWith("Done in")).toList();
    } finally {
      process.destroyForcibly();
    }
  }
}
