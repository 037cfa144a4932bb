package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Controls and candidates with as many argument slots as the JVM allows: 255 with the receiver. */
class ManyArgumentsIT {
  @TempDir Path directory;

  private static String method(String modifiers, String name, String type, int count) {
    String parameters =
        IntStream.range(0, count).mapToObj(i -> type + " p" + i).collect(Collectors.joining(", "));
    return "  public "
        + modifiers
        + type
        + " "
        + name
        + "("
        + parameters
        + ") { return p"
        + (count - 1)
        + "; }\n";
  }

  private static String methods() {
    return method("static ", "all", "int", 255)
        + method("", "own", "int", 254)
        + method("static ", "wide", "long", 127)
        + method("", "ownWide", "double", 127)
        + method("", "few", "int", 250);
  }

  private static String call(String target, int count) {
    return "      " + target + "(" + String.join(", ", Collections.nCopies(count, "i")) + ");\n";
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void callsWithUpTo255SlotsAreCompared(int java) throws Exception {
    StringBuilder points = new StringBuilder("calls:\n");
    for (String name : new String[] {"all", "own", "wide", "ownWide", "few"}) {
      points.append("  - { name: " + name + ", control: app.Legacy#" + name);
      points.append(", candidate: app.Next#" + name + " }\n");
    }
    Run run =
        ChildJvm.of(java, directory)
            .app(
                "package app;\npublic class Legacy {\n" + methods() + "}\n",
                "package app;\npublic class Next {\n" + methods() + "}\n",
                "package app;\npublic class Main {\n"
                    + "  public static void main(String[] arguments) throws Exception {\n"
                    + "    Legacy legacy = new Legacy();\n"
                    + "    for (int i = 0; i < 20; i++) {\n"
                    + call("Legacy.all", 255)
                    + call("legacy.own", 254)
                    + call("Legacy.wide", 127)
                    + call("legacy.ownWide", 127)
                    + call("legacy.few", 250)
                    + "      Thread.sleep(10);\n"
                    + "    }\n  }\n}\n")
            .yaml(points.toString())
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    for (String name : new String[] {"all", "own", "wide", "ownWide", "few"}) {
      assertThat(run.books(name).fate(Fate.MATCHED)).as(name + run + run.log()).isEqualTo(20);
    }
    assertThat(run.log()).doesNotContain("\tat ");
  }
}
