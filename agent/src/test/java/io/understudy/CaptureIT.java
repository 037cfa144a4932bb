package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sort of method is captured, once. Each candidate is the control itself. */
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

  private static String yaml() {
    StringBuilder yaml = new StringBuilder("calls:\n");
    for (int i = 0; i < POINTS.length; i += 2) {
      yaml.append("  - name: ").append(POINTS[i]).append('\n');
      yaml.append("    control: ").append(POINTS[i + 1]).append('\n');
      yaml.append("    candidate: ").append(POINTS[i + 1]).append('\n');
    }
    // No instance without arguments, so the candidate cannot be asked; the interface neither.
    yaml.append(
        "  - { name: default, control: app.Sorts$WithDefault#one, candidate: app.Sorts$Nested#twice }\n");
    yaml.append(
        "  - { name: decorator, control: app.Sorts$Decorator#call, candidate: app.Sorts$Generic#call }\n");
    yaml.append("  - { name: overloaded, control: app.Sorts#of, candidate: app.Sorts#of }\n");
    yaml.append("  - { name: absent, control: app.Sorts#absent, candidate: app.Sorts#sum }\n");
    return yaml.toString();
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {8, 11, 17, 21, 25})
  void everySortOfMethodOnce(int java) throws Exception {
    Run run = ChildJvm.of(java, directory).appOf("sorts").yaml(yaml()).run("app.Main");
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
    assertThat(run.err())
        .containsOnlyOnce(
            "app.Sorts#of is overloaded: add the parameter types of one of of(int), of(java.lang.String)")
        .containsOnlyOnce("app.Sorts declares no method absent");
  }
}
