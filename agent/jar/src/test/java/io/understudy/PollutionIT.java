package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * L1 and L4 for what the whole JVM shares: a candidate that changes it changes no answer of the
 * application, and its calls have no verdict. The application asserts each of its answers.
 */
class PollutionIT {
  /** Ways after which the calls have no verdict. */
  private static final String[] SETTERS = {
    "locale",
    "locale-category",
    "zone",
    "zone-null",
    "set-property",
    "clear-property",
    "new-property",
    "set-properties",
    "null-properties",
    "put",
    "remove",
    "clear",
    "load",
    "put-all",
    "merge",
    "kept",
    "method-reference",
    "reflection",
    "streams",
    "close",
    "handler",
    "thread",
    "common",
    "group"
  };

  /** Ways in which the candidate gets an exception instead. */
  private static final String[] VIEWS = {"key-set", "values", "iterator", "entry"};

  @TempDir Path directory;

  private Run run(int java, String... arguments) throws Exception {
    return ChildJvm.of(java, directory.resolve(String.join("-", arguments)))
        .appOf("pollution")
        .yaml(
            "replay: { timeout: 5s, drain: 2s }\n"
                + "calls:\n"
                + "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n")
        .run("app.Main", arguments);
  }

  /** Whether the application got its own answers, and each of its calls was counted. */
  private static boolean isHarmless(Run run) throws Exception {
    String[] lines = run.out().split("\n");
    return run.exit() == 0
        && Arrays.asList(lines).contains("wrong 0")
        && lines[lines.length - 1].equals("own " + run.books("quote").intercepted());
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void settersOfTheJvmHaveNoEffectAndNoVerdict(int java) throws Exception {
    List<String> failures = new ArrayList<>();
    for (String way : SETTERS) {
      Run run = run(java, way);
      boolean counted = String.join("\n", run.journal()).contains("\"prevented: java.");
      if (!isHarmless(run) || run.books("quote").fate(Fate.MATCHED) > 0 || !counted) {
        failures.add(way + ": " + run + run.log() + run.journal());
      }
    }
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void viewsOfTheSystemPropertiesCannotBeChanged(int java) throws Exception {
    for (String way : VIEWS) {
      Run run = run(java, way);
      assertThat(isHarmless(run)).as(way + run + run.log()).isTrue();
      assertThat(run.books("quote").fate(Fate.MATCHED)).as(way).isZero();
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void applicationChangesItsOwnSettings(int java) throws Exception {
    for (String way : Arrays.asList("none", "locale", "later")) {
      Run run = run(java, way, "changes");
      assertThat(isHarmless(run)).as(way + run + run.log()).isTrue();
      assertThat(run.journal().toString()).doesNotContain("restored:");
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8})
  void changeByReflectionIsRestored(int java) throws Exception {
    Run run = run(java, "field");
    assertThat(run.books("quote").fate(Fate.MATCHED)).as(run.toString()).isZero();
    assertThat(run.journal().toString()).contains("restored: the default locale");
    assertThat(run.log()).contains("quote: the default locale was changed by no setter");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17})
  void allowedPropertiesAreSet(int java) throws Exception {
    Run run =
        ChildJvm.of(java, directory.resolve("allowed"))
            .appOf("pollution")
            .yaml(
                "replay: { properties: [\"app.n*\"] }\n"
                    + "calls:\n"
                    + "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n")
            .run("app.Main", "new-property");
    assertThat(run.journal().toString()).doesNotContain("prevented:");
    assertThat(run.exit()).as(run.toString()).isZero();
  }
}
