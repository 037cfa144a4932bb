package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Every kind of method is captured once. The candidates are the same class with another name. */
class CaptureIT {
  private static final String[] POINTS = {
    "sum", "app.Sorts#sum",
    "secret", "app.Sorts#secret",
    "half", "app.Sorts#half",
    "locked", "app.Sorts#locked",
    "ofText", "app.Sorts#of(java.lang.String)",
    "down", "app.Sorts#down",
    "nested", "app.Sorts$Nested#twice",
    "generic", "app.Sorts$Generic#call",
    "sub", "app.Sorts$Sub#name",
    "base", "app.Sorts$Base#name",
  };

  @TempDir Path directory;

  private static String again(String text) {
    return text.replace("Sorts", "Again");
  }

  private static String[] sources() {
    List<String> sources = new ArrayList<>();
    for (String source : Sources.ofApp("sorts")) {
      sources.add(source);
      if (source.contains("class Sorts")) {
        sources.add(again(source));
      }
    }
    return sources.toArray(new String[0]);
  }

  private static String yaml() {
    StringBuilder yaml = new StringBuilder("calls:\n");
    for (int i = 0; i < POINTS.length; i += 2) {
      yaml.append("  - name: ").append(POINTS[i]).append('\n');
      yaml.append("    control: ").append(POINTS[i + 1]).append('\n');
      yaml.append("    candidate: ").append(again(POINTS[i + 1])).append('\n');
    }
    // Some of these candidates cannot be called; only the number of intercepted calls matters.
    yaml.append(
        "  - { name: default, control: app.Sorts$WithDefault#one, candidate: app.Again$Nested#twice }\n");
    yaml.append(
        "  - { name: decorator, control: app.Sorts$Decorator#call, candidate: app.Again$Generic#call }\n");
    yaml.append(
        "  - { name: overloaded, control: app.Sorts#any, candidate: app.Again#any(int) }\n");
    yaml.append("  - { name: absent, control: app.Sorts#absent, candidate: app.Again#sum }\n");
    return yaml.toString();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void everyKindOfMethodIsCapturedOnce(int java) throws Exception {
    Run run = ChildJvm.of(java, directory).app(sources()).yaml(yaml()).run("app.Main");
    assertThat(run.out())
        .as(run.toString())
        .isEqualTo("3\nx!\n2.5\n2\ninttext\n5\n8\n2\ncalled\ncalled..\nsub of base x\n");
    for (int i = 0; i < POINTS.length; i += 2) {
      String point = POINTS[i];
      long calls = point.equals("generic") ? 2 : 1;
      assertThat(run.books(point).intercepted()).as(point + " of " + run).isEqualTo(calls);
      assertThat(run.books(point).fate(Fate.MATCHED)).as(point + " of " + run).isEqualTo(calls);
    }
    assertThat(run.books("default").intercepted()).isEqualTo(1);
    assertThat(run.books("decorator").intercepted()).isEqualTo(1);
    assertThat(run.books("decorator").fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(run.books("overloaded").intercepted()).isZero();
    assertThat(run.log())
        .containsOnlyOnce(
            "app.Sorts#any is overloaded: add the parameter types of one of any(int), any(java.lang.String)")
        .containsOnlyOnce("app.Sorts declares no method absent");
  }
}
