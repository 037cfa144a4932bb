package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The configured views of classes, from the calling thread to the journal. */
final class TypesIT {
  private static final String APP =
      "package app;\n"
          + "import java.util.*;\n"
          + "public class Main {\n"
          + "  public static class Legacy {\n"
          + "    public List<Object> price(int i) {\n"
          + "      return Arrays.<Object>asList(new Code(\"C\" + i, i), new Geo(i, 1), new Iban(\"D\" + i));\n"
          + "    }\n"
          + "  }\n"
          + "  public static class Next {\n"
          + "    public List<Object> price(int i) {\n"
          + "      return Arrays.<Object>asList(new Code(\"C\" + i, -i), new Geo(i, 2), \"IBAN D\" + i);\n"
          + "    }\n"
          + "  }\n"
          + "  public static class Code {\n"
          + "    private final String text;\n"
          + "    private final int cache;\n"
          + "    Code(String text, int cache) { this.text = text; this.cache = cache; }\n"
          + "    public String text() { return text; }\n"
          + "  }\n"
          + "  public static class Geo {\n"
          + "    private final int lat;\n"
          + "    private final int noise;\n"
          + "    Geo(int lat, int noise) { this.lat = lat; this.noise = noise; }\n"
          + "  }\n"
          + "  public static class Iban {\n"
          + "    private final String bare;\n"
          + "    Iban(String bare) { this.bare = bare; }\n"
          + "    @Override public String toString() { return \"IBAN \" + bare; }\n"
          + "  }\n"
          + "  public static void main(String[] args) throws Exception {\n"
          + "    for (int i = 0; i < 200; i++) {\n"
          + "      new Legacy().price(i);\n"
          + "    }\n"
          + "    System.out.println(\"done\");\n"
          + "  }\n"
          + "}\n";

  private static final String CODE_VIEW =
      "package app;\n"
          + "public class CodeView implements java.util.function.Function<Object, Object> {\n"
          + "  public Object apply(Object code) { return ((Main.Code) code).text(); }\n"
          + "}\n";

  @TempDir Path directory;

  private Run run(int java, String code) throws Exception {
    return ChildJvm.of(java, directory)
        .app(APP, CODE_VIEW)
        .yaml(
            "types:\n"
                + "  app.Main$Code: { with: "
                + code
                + " }\n"
                + "  app.Main$Geo: { parts: [lat] }\n"
                + "  app.Main$Iban: as-string\n"
                + "calls:\n"
                + "  - name: price\n"
                + "    control: app.Main$Legacy#price\n"
                + "    candidate: app.Main$Next#price\n")
        .run("app.Main");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void classesHaveTheConfiguredViews(int java) throws Exception {
    Run run = run(java, "app.CodeView");

    PointTotals books = run.books("price");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(books.fate(Fate.MATCHED)).as(run.toString()).isEqualTo(200);
  }

  @Test
  void missingFunctionMatchesNothing() throws Exception {
    Run run = run(Jvm.running(), "app.Missing");

    assertThat(run.out()).contains("done");
    assertThat(run.books("price").fate(Fate.MATCHED)).as(run.toString()).isZero();
  }
}
