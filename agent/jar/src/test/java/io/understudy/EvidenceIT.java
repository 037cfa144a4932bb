package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.PointTotals;
import io.understudy.journal.file.JournalReader;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Condition;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The journal of JVMs that are killed, of full disks, and of objects that change after the call.
 */
final class EvidenceIT {
  private static final String LEGACY =
      "package app;\n"
          + "import java.util.*;\n"
          + "public class Legacy {\n"
          + "  public List<String> list(List<String> in) {\n"
          + "    List<String> out = new ArrayList<String>(in);\n"
          + "    in.add(\"added by the control\");\n"
          + "    return out;\n"
          + "  }\n"
          + "}\n";

  private static final String NEXT =
      "package app;\n"
          + "import java.util.*;\n"
          + "public class Next {\n"
          + "  public List<String> list(List<String> in) {\n"
          + "    List<String> out = new ArrayList<String>(in);\n"
          + "    in.clear();\n"
          + "    return out;\n"
          + "  }\n"
          + "  public List<String> wrong(List<String> in) {\n"
          + "    char[] large = new char[2000];\n"
          + "    Arrays.fill(large, 'x');\n"
          + "    return Arrays.asList(in.get(0), new String(large));\n"
          + "  }\n"
          + "}\n";

  @TempDir Path directory;

  /** L2: later changes of inputs, results and arguments do not reach the comparison. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void callerMayChangeEverythingAfterTheCall(int java) throws Exception {
    Run run =
        app(
                java,
                "    for (int i = 0; i < 500; i++) {\n"
                    + "      List<String> in = new ArrayList<String>(Arrays.asList(\"a\" + i));\n"
                    + "      List<String> out = new Legacy().list(in);\n"
                    + "      out.set(0, \"changed by the caller\");\n"
                    + "      in.set(0, \"changed by the caller\");\n"
                    + "      if (in.size() != 2) throw new AssertionError(\"candidate's doing\");\n"
                    + "    }\n")
            .yaml(yaml("list"))
            .run("app.Main");
    PointTotals books = run.books("list");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(books.intercepted()).isEqualTo(500);
    assertThat(books.fate(Fate.MATCHED)).as(run.toString()).isEqualTo(500);
  }

  /** A killed JVM loses only the counts since the last flush. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void killedJvmKeepsItsCounts(int java) throws Exception {
    ChildJvm jvm =
        app(
                java,
                "    for (int i = 0; i < 300; i++) {\n"
                    + "      new Legacy().list(new ArrayList<String>(Arrays.asList(\"a\")));\n"
                    + "    }\n"
                    + "    System.out.println(\"> called\");\n"
                    + "    System.in.read();\n")
            .yaml(yaml("list"));
    LiveJvm live = jvm.start("app.Main");
    try {
      Condition.await(
          "300 matches are written", () -> jvm.left().books("list").fate(Fate.MATCHED) == 300);
    } finally {
      live.kill();
    }
    Run run = jvm.left();
    PointTotals books = run.books("list");
    assertThat(books.intercepted()).as(run.toString()).isEqualTo(300);
    assertThat(books.fate(Fate.MATCHED)).isEqualTo(300);
    assertThat(String.join("\n", run.journal())).doesNotContain("\"entry\":\"close\"");
    assertThat(damage(run.journalFiles())).isEmpty();
  }

  /** The examples of a candidate that is always wrong are limited; its counts stay exact. */
  @Test
  void candidateThatIsAlwaysWrongCannotFillTheDisk() throws Exception {
    Run run = app(Jvm.running(), calls(20_000)).yaml(yaml("wrong")).run("app.Main");
    PointTotals books = run.books("list");
    assertThat(books.fate(Fate.MISMATCHED)).isEqualTo(books.intercepted() - dropped(books));
    long bytes = 0;
    for (Path file : run.journalFiles()) {
      bytes += Files.size(file);
    }
    assertThat(bytes).as(run.toString()).isLessThan(2_000_000);
  }

  /** A full disk does not affect the application, and the journal stays readable. */
  @Test
  void fullDiskHarmsNeitherTheApplicationNorTheJournal() throws Exception {
    Run run =
        app(Jvm.running(), calls(20_000))
            .filesUpTo(64)
            .yaml(
                "application: test\njournal: { directory: "
                    + directory.resolve("journal")
                    + ", examples-per-hour: 1000 }\n"
                    + yaml("wrong"))
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("done");
    assertThat(run.err()).contains("the journal cannot be written");
    assertThat(run.journalFiles()).isNotEmpty();
    assertThat(damage(run.journalFiles())).isEmpty();
  }

  private ChildJvm app(int java, String body) {
    String main =
        "package app;\n"
            + "import java.util.*;\n"
            + "public class Main {\n"
            + "  public static void main(String[] args) throws Exception {\n"
            + body
            + "    System.out.println(\"done\");\n"
            + "  }\n"
            + "}\n";
    return ChildJvm.of(java, directory).app(LEGACY, NEXT, main);
  }

  private static String calls(int count) {
    return "    for (int i = 0; i < "
        + count
        + "; i++) {\n"
        + "      new Legacy().list(new ArrayList<String>(Arrays.asList(\"a\" + i)));\n"
        // Gives the workers time, so that the queue is not full and most calls are compared.
        + "      if (i % 1000 == 0) Thread.sleep(100);\n"
        + "    }\n";
  }

  private static String yaml(String candidate) {
    return "replay: { queue: { calls: 30000 }, drain: 60s }\n"
        + "snapshot: { time: 5s }\n"
        + "calls:\n"
        + "  - { name: list, control: app.Legacy#list, candidate: app.Next#"
        + candidate
        + " }\n";
  }

  private static long dropped(PointTotals books) {
    return books.fate(Fate.DROPPED) + books.fate(Fate.UNCAPTURED);
  }

  private static List<JournalProblem> damage(List<Path> files) throws IOException {
    return JournalReader.over(files.toArray(new Path[0])).contents().problems().stream()
        .filter(problem -> problem.kind().isDamage())
        .collect(Collectors.toList());
  }
}
