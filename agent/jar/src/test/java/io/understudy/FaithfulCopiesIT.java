package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * What copies of arguments keep: the identity of constants, the content of records, and the
 * resources of the application. The candidate has the code of the control, so every verdict is a
 * match.
 */
final class FaithfulCopiesIT {
  @TempDir Path directory;

  private static String yaml(String... methods) {
    StringBuilder yaml = new StringBuilder("calls:\n");
    for (String method : methods) {
      yaml.append("  - { name: ")
          .append(method)
          .append(", control: app.Legacy#")
          .append(method)
          .append(", candidate: app.Next#")
          .append(method)
          .append(" }\n");
    }
    return yaml.toString();
  }

  private static void isClean(Run run) {
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.err()).doesNotContain("WARNING", "Unsafe", "llegal");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void constantsKeepTheirIdentity(int version) throws Exception {
    String[] matched = {
      "status", "argument", "code", "note", "mark", "lazy", "strategy", "elements", "keys"
    };
    String[] all = Arrays.copyOf(matched, matched.length + 1);
    all[matched.length] = "settings";
    Run run = ChildJvm.of(version, directory).appOf("constants").yaml(yaml(all)).run("app.Main");
    isClean(run);
    for (String point : matched) {
      assertThat(run.books(point).fate(Fate.MATCHED)).as(point + " of " + run).isEqualTo(8);
    }
    PointTotals settings = run.books("settings");
    assertThat(settings.fate(Fate.MATCHED)).as(run.toString()).isEqualTo(4);
    assertThat(settings.fate(Fate.UNCAPTURED)).isEqualTo(4);
    assertThat(String.join("\n", run.journal()))
        .contains(
            "uncaptured: a constant that can change: app.Settings.DEFAULT, because its field"
                + " app.Settings.limit is not final");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void noFinalizerRunsForACopy(int version) throws Exception {
    Run run =
        ChildJvm.of(version, directory)
            .appOf("handles")
            .yaml(yaml("session", "handle", "elements", "values", "result"))
            .run("app.Main");
    isClean(run);
    assertThat(run.out()).as(run.toString()).isEqualTo("closed 0, descriptor 7\n");
    assertThat(run.books("session").fate(Fate.UNCAPTURED)).isEqualTo(8);
    assertThat(run.books("handle").fate(Fate.UNCAPTURED)).isEqualTo(8);
    assertThat(run.books("elements").fate(Fate.UNCAPTURED)).isEqualTo(8);
    assertThat(run.books("values").fate(Fate.UNCAPTURED)).isEqualTo(8);
    assertThat(run.books("session").fate(Fate.MATCHED)).isPositive();
    assertThat(String.join("\n", run.journal()))
        .contains(
            "uncaptured: app.Main$1 is never copied: its superclass app.Handle overrides"
                + " finalize(), which could release what the original still uses");
  }

  /** The agent uses the JVM's internal class, not the one that this option closes. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource(25)
  void closedUnsafeIsNotNeeded(int version) throws Exception {
    Run run =
        ChildJvm.of(version, directory)
            .option("--sun-misc-unsafe-memory-access=deny")
            .appOf("constants")
            .yaml(yaml("status", "note"))
            .run("app.Main");
    isClean(run);
    assertThat(run.books("status").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(8);
  }

  /** With the permissions that docs/safety.md lists. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17})
  void applicationUnderASecurityManagerIsCaptured(int version) throws Exception {
    ChildJvm jvm = ChildJvm.of(version, directory).appOf("constants").yaml(yaml("status", "note"));
    Path policy =
        jvm.write(
            "app.policy",
            "grant codeBase \"file:"
                + ChildJvm.agentJar()
                + "\" { permission java.security.AllPermission; };\n"
                + "grant {\n"
                + "  permission java.lang.reflect.ReflectPermission \"suppressAccessChecks\";\n"
                + "  permission java.io.SerializablePermission \"enableSubstitution\";\n"
                + "  permission java.lang.RuntimePermission \"accessDeclaredMembers\";\n"
                + "  permission java.lang.RuntimePermission \"getClassLoader\";\n"
                + "};\n");
    Run run =
        jvm.option("-Djava.security.manager", "-Djava.security.policy==" + policy).run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.books("status").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(8);
    assertThat(run.books("note").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(8);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 21, 25})
  void constructorsOfRecordsDoNotRun(int version) throws Exception {
    Path classes =
        Sources.compile(
            directory.resolve("records"),
            17,
            "",
            "package app; public record Percent(double value, java.util.Date day) {\n"
                + "  static volatile int made;\n"
                + "  public Percent { value *= 100; made++; }\n"
                + "}\n",
            "package app; public record Node(String name, java.util.List<Object> next) {}\n",
            legacy("Legacy"),
            legacy("Next"),
            "package app; import java.util.*; public class Main {\n"
                + "  public static void main(String[] a) throws Exception {\n"
                + "    Legacy legacy = new Legacy();\n"
                + "    for (int i = 0; i < 8; i++) {\n"
                + "      legacy.percent(new Percent(0.19, new Date(i)));\n"
                + "      legacy.key(Collections.singletonMap(new Percent(i, new Date(1)), i));\n"
                + "      record Local(int[] numbers, Object inner) {}\n"
                + "      legacy.local(new Local(new int[] {i}, new Local(null, \"x\")));\n"
                + "      Node node = new Node(\"n\", new ArrayList<>());\n"
                + "      node.next().add(node);\n"
                + "      legacy.cycle(node);\n"
                + "    }\n"
                + "    Thread.sleep(500);\n"
                + "    System.out.println(\"made \" + Percent.made);\n"
                + "  }\n"
                + "}\n");
    Run run =
        ChildJvm.of(version, directory)
            .classPath(classes)
            .yaml(yaml("percent", "key", "local", "cycle"))
            .run("app.Main");
    isClean(run);
    assertThat(run.out()).as(run.toString()).isEqualTo("made 16\n");
    for (String point : new String[] {"percent", "key", "local", "cycle"}) {
      assertThat(run.books(point).fate(Fate.MATCHED)).as(point + " of " + run).isEqualTo(8);
    }
  }

  private static String legacy(String name) {
    return "package app; import java.util.*; public class "
        + name
        + " {\n"
        + "  public double percent(Percent p) { return p.value(); }\n"
        + "  public String key(Map<Percent, Integer> map) {\n"
        + "    return map.keySet().iterator().next().value() + \"\" + map.values();\n"
        + "  }\n"
        + "  public String local(Object local) { return local.getClass().getName(); }\n"
        + "  public boolean cycle(Node node) { return node.next().get(0) == node; }\n"
        + "}\n";
  }
}
