package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.ShapePairs;
import io.understudy.rig.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Candidates with classes of their own. Both sides of the generated pairs return their argument, so
 * each call matches if the conversion has kept everything that the comparator sees.
 */
class ShapesIT {
  private static final int PAIRS = 6;
  private static final int CALLS = 20;

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void candidateGetsWhatTheControlGot(int java) throws Exception {
    List<String> control = new ArrayList<>(Arrays.asList(Sources.ofApp("shapes")));
    List<String> candidate = new ArrayList<>();
    StringBuilder calls = new StringBuilder();
    StringBuilder yaml = new StringBuilder(POINTS);
    for (int i = 0; i < PAIRS; i++) {
      ShapePairs pair = new ShapePairs(i, java, "old" + i, "next" + i);
      control.addAll(Arrays.asList(pair.controlSources()));
      candidate.addAll(Arrays.asList(pair.candidateSources()));
      calls.append("old" + i + ".Service.echo(old" + i + ".Values.make(i));\n");
      yaml.append("  - { name: pair" + i + ", control: old" + i + ".Service#echo, candidate: next");
      yaml.append(i + ".Service#echo }\n");
    }
    control.add(
        "package app; public class Pairs { static void call(int i) {\n" + calls + "} }");
    Path next = directory.resolve("next");
    Sources.compile(next, java < 17 ? 8 : 17, "", candidate.toArray(new String[0]));
    Run run =
        ChildJvm.of(java, directory)
            .app(control.toArray(new String[0]))
            .classPath(next)
            .yaml(yaml.toString())
            .run("app.Main", "" + CALLS);

    assertThat(run.exit()).as(run + run.log()).isZero();
    String journal = String.join("\n", run.journal());
    for (int i = 0; i < PAIRS; i++) {
      matched(run, "pair" + i);
    }
    matched(run, "total");
    matched(run, "sorted");
    matched(run, "added");
    // The candidate sorts in another order: the arguments after the call are compared.
    assertThat(run.books("reversed").fate(Fate.MISMATCHED)).as(run.log()).isEqualTo(CALLS);
    PointTotals refused = run.books("refused");
    assertThat(refused.fate(Fate.UNANSWERED)).as(run.log()).isEqualTo(CALLS);
    assertThat(journal)
        .contains("/0/*/price is a java.lang.Double and has no exact counterpart in long")
        .doesNotContain("secret");
    PointTotals failing = run.books("failing");
    assertThat(failing.fate(Fate.UNANSWERED)).as(run.log()).isEqualTo(CALLS);
    assertThat(journal)
        .contains("cannot build app.Next$Strict: java.lang.IllegalStateException at /0");
  }

  private static void matched(Run run, String point) {
    assertThat(run.books(point).fate(Fate.MATCHED)).as(point + run.log()).isEqualTo(CALLS);
  }

  private static final String POINTS =
      "calls:\n"
          + "  - { name: total, control: app.Legacy$Invoice#total, candidate: app.Next#total,"
          + " arguments: [this, { constant: EUR }, /0] }\n"
          + "  - { name: sorted, control: app.Legacy#sort, candidate: app.Next#sort }\n"
          + "  - { name: reversed, control: app.Legacy#sortAgain, candidate: app.Next#reverse }\n"
          + "  - { name: added, control: app.Legacy#add, candidate: app.Next#add, adapter:"
          + " app.Next#pair }\n"
          + "  - { name: refused, control: app.Legacy#prices, candidate: app.Next#prices }\n"
          + "  - { name: failing, control: app.Legacy#one, candidate: app.Next#one }\n";
}
