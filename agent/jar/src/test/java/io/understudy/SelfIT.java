package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** L4: a control is never its own candidate, and a candidate that calls it is counted. */
class SelfIT {
  @TempDir Path directory;

  private static String point(String name, String control, String candidate, String more) {
    return "  - { name: "
        + name
        + ", control: \"app."
        + control
        + "\", candidate: \"app."
        + candidate
        + "\""
        + more
        + " }\n";
  }

  private Run run(int java, String points) throws Exception {
    return ChildJvm.of(java, directory).appOf("self").yaml("calls:\n" + points).run("app.Main");
  }

  private static long conduct(Run run, String point, String text) throws IOException {
    long sum = 0;
    for (String line : run.journal()) {
      if (line.startsWith("{\"entry\":\"tally\",\"point\":\"" + point + "\"")
          && line.contains("\"" + text + "\":")) {
        String count = line.substring(line.indexOf(text) + text.length() + 2);
        sum += Long.parseLong(count.substring(0, count.indexOf('}')).replaceAll("[,\"].*", ""));
      }
    }
    return sum;
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void controlIsNeverItsOwnCandidate(int java) throws Exception {
    Run run =
        run(
            java,
            point("inherited", "Legacy#inherited", "Sub#inherited", "")
                + point("default", "Pricing#bonus", "Sub#bonus", "")
                + point("bean", "Legacy#quote", "Pricing#quote", ", factory: app.Beans#legacy")
                + point("static", "Legacy#shared", "Legacy#shared(int)", ""));
    for (String name : new String[] {"inherited", "default", "bean", "static"}) {
      assertThat(run.books(name).fate(Fate.UNANSWERED)).as(name + run + run.log()).isEqualTo(12);
      assertThat(run.log())
          .contains(name + ": the candidate cannot be called: the candidate is the");
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17})
  void configurationRefusesTheSameMethodInAnotherSpelling(int java) throws Exception {
    Run run = run(java, point("static", "Legacy#shared(int)", "Legacy#shared", ""));
    assertThat(run.err()).contains("calls[0].candidate: is the control itself");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void candidateThatCallsTheControlIsCounted(int java) throws Exception {
    Run run =
        run(
            java,
            point("delegated", "Legacy#delegated", "Sub#delegated", "")
                + point("sometimes", "Legacy#sometimes", "Sub#sometimes", "")
                + point("threaded", "Legacy#threaded", "Sub#threaded", "")
                + point("static", "Legacy#shared", "Sub#shared", "")
                + point("proxy", "Legacy#quote", "Pricing#quote", ", factory: app.Beans#proxy")
                + point("rewritten", "Legacy#rewritten", "Sub#rewritten", ""));
    for (String name : new String[] {"delegated", "threaded", "static", "proxy"}) {
      assertThat(run.books(name).intercepted()).as(name + run + run.log()).isEqualTo(12);
      assertThat(run.books(name).fate(Fate.MATCHED)).as(name + run + run.log()).isEqualTo(12);
      assertThat(conduct(run, name, "called the control")).as(name).isEqualTo(12);
      assertThat(run.log()).contains(name + ": the candidate called the control");
    }
    assertThat(conduct(run, "sometimes", "called the control")).isEqualTo(3);
    assertThat(run.books("rewritten").fate(Fate.MATCHED)).isEqualTo(12);
    assertThat(conduct(run, "rewritten", "called the control")).isZero();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void equalClassFileInAnotherLoaderIsCounted(int java) throws Exception {
    Run run =
        run(java, point("copy", "Legacy#quote", "Pricing#quote", ", factory: app.Beans#copy"));
    assertThat(run.books("copy").fate(Fate.MATCHED)).as(run + run.log()).isEqualTo(12);
    assertThat(conduct(run, "copy", "has the same class file as the control")).isEqualTo(12);
  }
}
