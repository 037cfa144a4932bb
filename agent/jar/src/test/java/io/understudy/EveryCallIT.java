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
 * Calls that other recorders (such as AREX) lose silently: calls of void methods, calls equal to an
 * earlier one, and calls with arguments that cannot be copied. The agent counts each of them (L3).
 */
final class EveryCallIT {
  private static final String[] APP = {
    "package app;\n"
        + "import java.util.*;\n"
        + "public class Legacy {\n"
        + "  public void book(List<String> to) { to.add(\"booked\"); }\n"
        + "  public String quote(String sku) { return sku; }\n"
        + "  public int read(java.io.InputStream in) throws Exception { return in.read(); }\n"
        + "}\n",
    "package app;\n"
        + "import java.util.*;\n"
        + "public class Next {\n"
        + "  public void book(List<String> to) { to.add(\"booked\"); }\n"
        + "  public String quote(String sku) { return sku; }\n"
        + "  public int read(java.io.InputStream in) throws Exception { return in.read(); }\n"
        + "}\n",
    "package app;\n"
        + "import java.util.*;\n"
        + "public class Main {\n"
        + "  public static void main(String[] args) throws Exception {\n"
        + "    Legacy legacy = new Legacy();\n"
        + "    for (int i = 0; i < 3; i++) {\n"
        + "      legacy.book(new ArrayList<String>());\n"
        + "      legacy.quote(\"A7\");\n"
        + "      legacy.read(new java.io.ByteArrayInputStream(new byte[] {7}));\n"
        + "    }\n"
        + "  }\n"
        + "}\n"
  };

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void voidRepeatedAndUncapturableCallsAreCounted(int java) throws Exception {
    Run run =
        ChildJvm.of(java, directory)
            .app(APP)
            .yaml(
                "calls:\n"
                    + point("book", "compare: { arguments: true }")
                    + point("quote", "sample: 100%")
                    + point("read", "sample: 100%"))
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.books("book").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(3);
    assertThat(run.books("quote").fate(Fate.MATCHED)).isEqualTo(3);
    PointTotals read = run.books("read");
    assertThat(read.intercepted()).isEqualTo(3);
    assertThat(read.fate(Fate.UNCAPTURED)).isEqualTo(3);
    assertThat(String.join("\n", run.journal()))
        .contains("uncaptured: java.io.ByteArrayInputStream can be read only once");
  }

  private static String point(String method, String more) {
    return "  - { name: "
        + method
        + ", control: app.Legacy#"
        + method
        + ", candidate: app.Next#"
        + method
        + ", "
        + more
        + " }\n";
  }
}
