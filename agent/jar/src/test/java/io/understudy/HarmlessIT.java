package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** L1: the output of the application is the same with and without the agent, whatever fails. */
class HarmlessIT {
  @TempDir Path directory;

  private static String yaml(String candidate) {
    return "replay:\n"
        + "  timeout: 200ms\n"
        + "  drain: 1s\n"
        + "calls:\n"
        + "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#"
        + candidate
        + " }\n"
        + "  - { name: same, control: app.Legacy#same, candidate: app.Next#same }\n"
        + "  - { name: refuses, control: app.Legacy#refuses, candidate: app.Next#refuses }\n"
        + "  - { name: fails, control: app.Legacy#fails, candidate: app.Next#fails }\n";
  }

  private String withoutAgent(int java) throws Exception {
    Path other = Files.createDirectories(directory.resolve("without"));
    Run run = ChildJvm.of(java, other).appOf("harmless").run("app.Main");
    assertThat(run.out()).contains("same exception: true", "in the shutdown hook: 0.05");
    assertThat(run.exit()).isZero();
    return run.out();
  }

  private Run withAgent(int java, String yaml) throws Exception {
    return ChildJvm.of(java, directory).appOf("harmless").yaml(yaml).run("app.Main");
  }

  /** Each candidate on the running Java, and some of them on the oldest and the newest one. */
  static Stream<Arguments> candidates() {
    Stream<Arguments> running =
        Stream.of(
                "right",
                "wrong",
                "nothing",
                "error",
                "stack",
                "memory",
                "greedy",
                "never",
                "legacyAgain",
                "doesNotExist")
            .map(candidate -> arguments(Jvm.running(), candidate));
    Stream<Arguments> others =
        Stream.of(8, 25)
            .filter(java -> java != Jvm.running())
            .flatMap(
                java ->
                    Stream.of("right", "error", "never", "greedy").map(c -> arguments(java, c)));
    return Stream.concat(running, others);
  }

  @ParameterizedTest(name = "Java {0}, {1}")
  @MethodSource("candidates")
  void sameOutputWhateverTheCandidateDoes(int java, String candidate) throws Exception {
    Run run = withAgent(java, yaml(candidate));
    assertThat(run.out()).as(run.toString()).isEqualTo(withoutAgent(java));
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.err()).doesNotContain("VerifyError");
    PointTotals books = run.books("quote");
    assertThat(books.intercepted()).as(run.toString()).isGreaterThanOrEqualTo(51);
    assertThat(books.inFlight()).as(run.toString()).isZero();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"right, MATCHED", "wrong, MISMATCHED", "error, UNANSWERED"})
  void fatesOfCandidates(String candidate, Fate fate) throws Exception {
    Run run = withAgent(Jvm.running(), yaml(candidate));
    assertThat(run.books("quote").fate(fate)).as(run.toString()).isGreaterThanOrEqualTo(49);
    assertThat(run.books("refuses").fate(Fate.MISMATCHED))
        .as("returned instead of threw")
        .isEqualTo(1);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void sameOutputUnderABrokenConfiguration(int java) throws Exception {
    Run run = withAgent(java, "calls:\n  - { name: quote, kontrol: app.Legacy#quote }\n");
    assertThat(run.out()).as(run.toString()).isEqualTo(withoutAgent(java));
    assertThat(run.err()).contains("understudy.yaml", "kontrol").doesNotContain("\tat ");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void sameOutputWithoutAWritableJournal(int java) throws Exception {
    Path file = Files.write(directory.resolve("file"), new byte[0]);
    Run run =
        withAgent(
            java,
            "application: test\njournal: { directory: "
                + file.resolve("journal")
                + " }\n"
                + yaml("right"));
    assertThat(run.out()).as(run.toString()).isEqualTo(withoutAgent(java));
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void applicationDoesNotStartWithOnErrorFail(int java) throws Exception {
    Run run = withAgent(java, "on-error: fail\ncalls:\n  - { name: quote, kontrol: x }\n");
    assertThat(run.out())
        .as(run.toString())
        .doesNotContain("[a, b]"); // the JVM prints its own message
    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("on-error: fail", "kontrol");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void quietOnStandardErrorBesidesItsOwnLines(int java) throws Exception {
    Run run = withAgent(java, yaml("right"));
    assertThat(run.err().split("\n"))
        .as(run.toString())
        .allMatch(
            line ->
                line.isEmpty()
                    || line.contains("understudy")
                    || line.contains("Sharing is only supported for boot loader classes"));
  }
}
