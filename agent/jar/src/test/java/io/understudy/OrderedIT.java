package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * A candidate with state of its own, whose answers are right only if the calls of an account come
 * in order; and code that asks whether it works for a candidate, on all kinds of threads.
 */
class OrderedIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void candidateKeepsItsBalancesAndItsScope(int java) throws Exception {
    Run run =
        ChildJvm.of(java, directory)
            .appOf("ordered")
            .yaml(
                "budget: { cpu: unlimited, caller: unlimited }\n"
                    + "replay: { threads: 4, timeout: 20s, drain: 20s }\n"
                    + "calls:\n"
                    + call("book", "{ key: /arguments/0/number, group: accounts }")
                    + call("balance", "{ key: /arguments/0, group: accounts }")
                    + call("later", "{ key: /arguments/0/number, group: accounts }")
                    + call("probe", "thread"))
            .run("app.Main");
    assertThat(run.exit()).as(run + run.log()).isZero();
    assertThat(run.out()).as(run + run.log()).contains("leaks 0");
    for (String point : new String[] {"book", "balance", "later", "probe"}) {
      PointTotals books = run.books(point);
      assertThat(books.fate(Fate.MATCHED))
          .as(point + run + run.log())
          .isEqualTo(books.intercepted());
    }
    assertThat(run.books("book").intercepted()).isEqualTo(800);
    assertThat(String.join("\n", run.journal())).doesNotContain("\"broken\"");
  }

  private static String call(String name, String order) {
    return "  - { name: "
        + name
        + ", control: app.Legacy#"
        + name
        + ", candidate: app.Next#"
        + name
        + ", order: "
        + order
        + " }\n";
  }
}
