package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.PointEntry;
import io.understudy.journal.PointTotals;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import io.understudy.journal.file.JournalReader;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Accepted differences from the YAML to the journal: each has its own fate, and never counts as
 * matched.
 */
final class AcceptedIT {
  private static final String[] APP = {
    "package app;\n"
        + "import java.math.*;\n"
        + "public class Quote {\n"
        + "  BigDecimal tax;\n"
        + "  String currency;\n"
        + "  public Quote(String tax, String currency) {\n"
        + "    this.tax = new BigDecimal(tax); this.currency = currency;\n"
        + "  }\n"
        + "}\n",
    "package app;\n"
        + "public class Legacy {\n"
        + "  public Quote held(int i) { return new Quote(\"1.20\", \"EUR\"); }\n"
        + "  public Quote ended(int i) { return new Quote(\"1.20\", \"EUR\"); }\n"
        + "  public Quote limited(int i) { return new Quote(\"1.20\", \"EUR\"); }\n"
        + "}\n",
    "package app;\n"
        + "public class Next {\n"
        + "  public Quote held(int i) {\n"
        + "    return new Quote(i == 0 ? \"1.20\" : \"1.19\", i == 9 ? \"CHF\" : \"EUR\");\n"
        + "  }\n"
        + "  public Quote ended(int i) { return new Quote(\"1.19\", \"EUR\"); }\n"
        + "  public Quote limited(int i) { return new Quote(\"1.19\", \"EUR\"); }\n"
        + "}\n",
    "package app;\n"
        + "public class Main {\n"
        + "  public static void main(String[] args) {\n"
        + "    Legacy legacy = new Legacy();\n"
        + "    for (int i = 0; i < 10; i++) {\n"
        + "      legacy.held(i);\n"
        + "      legacy.ended(i);\n"
        + "      legacy.limited(i);\n"
        + "    }\n"
        + "  }\n"
        + "}\n"
  };

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void acceptedExpiredAndBreachedFates(int java) throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    ChildJvm jvm = ChildJvm.of(java, directory).app(APP);
    Run run =
        jvm.yaml(
                "calls:\n"
                    + point("held", today.plusDays(3), "")
                    + point("ended", today.minusDays(1), "")
                    + point("limited", today.plusDays(100), ", limit: { calls: 4 }"))
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();

    PointTotals held = run.books("held");
    assertThat(held.fate(Fate.MATCHED)).as(run.toString()).isEqualTo(1);
    assertThat(held.fate(Fate.ACCEPTED)).isEqualTo(8);
    assertThat(held.fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(run.books("ended").fate(Fate.MISMATCHED)).isEqualTo(10);
    PointTotals limited = run.books("limited");
    assertThat(limited.fate(Fate.ACCEPTED)).isEqualTo(4);
    assertThat(limited.fate(Fate.MISMATCHED)).isEqualTo(6);
    for (String point : new String[] {"held", "ended", "limited"}) {
      assertThat(run.books(point).intercepted()).isEqualTo(10);
      assertThat(run.books(point).inFlight()).as("the books of " + point).isZero();
    }

    Seen seen = new Seen();
    JournalReader.over(jvm.journalDirectory()).read(seen);
    assertThat(seen.problems).isEmpty();
    assertThat(seen.counts)
        .containsEntry("held ACCEPTED AGREED-held", 8L)
        .containsEntry("held SIGNATURES /currency · VALUE", 1L)
        .doesNotContainKey("held SIGNATURES /tax · VALUE")
        .containsEntry("ended LIMITS AGREED-ended · expired", 10L)
        .containsEntry("ended SIGNATURES /tax · VALUE", 10L)
        .containsEntry("limited LIMITS AGREED-limited · near", 1L)
        .containsEntry("limited LIMITS AGREED-limited · breached", 6L);
    assertThat(seen.accepts)
        .contains(
            "AGREED-held: /tax VALUE by 0.01, until " + today.plusDays(3) + ", tax-team: cut");
    assertThat(seen.acceptedBy).containsOnly("AGREED-held", "AGREED-limited").hasSize(4);
    assertThat(agentLog(jvm.journalDirectory()))
        .contains("held: accepted difference AGREED-held (tax-team) ends in 3 days")
        .contains("ended: accepted difference AGREED-ended (tax-team) ended on ")
        .contains("80 % of the limit of 4 calls a day are used up")
        .contains("the limit of 4 calls a day is breached")
        .doesNotContain("1.19");
  }

  private static String point(String method, LocalDate until, String limit) {
    return "  - { name: "
        + method
        + ", control: app.Legacy#"
        + method
        + ", candidate: app.Next#"
        + method
        + ", accept: [{ id: AGREED-"
        + method
        + ", where: { path: /tax, kind: VALUE, delta: 0.01 }, reason: cut, owner: tax-team, until: "
        + until
        + limit
        + " }] }\n";
  }

  private static String agentLog(Path journal) throws Exception {
    List<Path> logs;
    try (Stream<Path> all = Files.list(journal)) {
      logs = all.filter(file -> file.toString().endsWith(".log")).collect(Collectors.toList());
    }
    assertThat(logs).hasSize(1);
    return new String(Files.readAllBytes(logs.get(0)), StandardCharsets.UTF_8);
  }

  /** The entries of the journal about acceptances. */
  private static final class Seen implements JournalVisitor {
    final Map<String, Long> counts = new TreeMap<>();
    final List<String> accepts = new ArrayList<>();
    final List<String> acceptedBy = new ArrayList<>();
    final List<JournalProblem> problems = new ArrayList<>();

    @Override
    public void point(PointEntry point) {
      point.accepts().forEach(accept -> accepts.add(accept.toString()));
    }

    @Override
    public void tally(TallyEntry tally) {
      for (TallyField what : TallyField.values()) {
        tally
            .counted(what)
            .forEach(
                (text, count) ->
                    counts.merge(tally.point() + " " + what + " " + text, count, Long::sum));
      }
    }

    @Override
    public void example(ExampleEntry example) {
      if (example.fate() == Fate.ACCEPTED) {
        acceptedBy.add(String.valueOf(example.differences().get(0).accepted()));
      }
    }

    @Override
    public void problem(JournalProblem problem) {
      problems.add(problem);
    }
  }
}
