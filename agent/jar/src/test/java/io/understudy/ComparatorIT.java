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

/** Comparators and views of the application that the configuration names. */
final class ComparatorIT {
  private static final String APP =
      "package app;\n"
          + "import java.util.*;\n"
          + "public class Main {\n"
          + "  public static class Legacy {\n"
          + "    public Map<String, Object> price(int i) {\n"
          + "      Map<String, Object> out = new HashMap<String, Object>();\n"
          + "      out.put(\"amount\", \"EUR \" + i);\n"
          + "      out.put(\"code\", new Code(\"C\" + i, i));\n"
          + "      return out;\n"
          + "    }\n"
          + "  }\n"
          + "  public static class Next {\n"
          + "    public Map<String, Object> price(int i) {\n"
          + "      Map<String, Object> out = new HashMap<String, Object>();\n"
          + "      out.put(\"amount\", i + \" EUR\");\n"
          + "      out.put(\"code\", new Code(\"C\" + i, -i));\n"
          + "      return out;\n"
          + "    }\n"
          + "  }\n"
          + "  public static class Code {\n"
          + "    private final String text;\n"
          + "    private final int cache;\n"
          + "    Code(String text, int cache) { this.text = text; this.cache = cache; }\n"
          + "    public String text() { return text; }\n"
          + "  }\n"
          + "  public static void main(String[] args) throws Exception {\n"
          + "    for (int i = 0; i < 200; i++) {\n"
          + "      new Legacy().price(i);\n"
          + "    }\n"
          + "    System.out.println(\"done\");\n"
          + "  }\n"
          + "}\n";

  private static final String SAME_AMOUNT =
      "package app;\n"
          + "import java.util.function.BiPredicate;\n"
          + "public class SameAmount implements BiPredicate<Object, Object> {\n"
          + "  public boolean test(Object control, Object candidate) {\n"
          + "    if (Thread.currentThread().getContextClassLoader() == null) return false;\n"
          + "    String[] parts = ((String) control).split(\" \");\n"
          + "    return (parts[1] + \" \" + parts[0]).equals(candidate);\n"
          + "  }\n"
          + "}\n";

  private static final String THROWING =
      "package app;\n"
          + "public class Throwing implements java.util.function.BiPredicate<Object, Object> {\n"
          + "  public boolean test(Object control, Object candidate) {\n"
          + "    throw new IllegalStateException(\"secret \" + control);\n"
          + "  }\n"
          + "}\n";

  private static final String CODE_VIEW =
      "package app;\n"
          + "public class CodeView implements java.util.function.Function<Object, Object> {\n"
          + "  public Object apply(Object code) { return ((Main.Code) code).text(); }\n"
          + "}\n";

  @TempDir Path directory;

  private Run run(int java, String comparator) throws Exception {
    return ChildJvm.of(java, directory)
        .app(APP, SAME_AMOUNT, THROWING, CODE_VIEW)
        .yaml(
            "types: { app.Main$Code: { with: app.CodeView } }\n"
                + "calls:\n"
                + "  - name: price\n"
                + "    control: app.Main$Legacy#price\n"
                + "    candidate: app.Main$Next#price\n"
                + "    compare: { comparator: { /amount: "
                + comparator
                + " } }\n")
        .run("app.Main");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void comparatorAndViewOfTheApplication(int java) throws Exception {
    Run run = run(java, "app.SameAmount");

    PointTotals books = run.books("price");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(books.fate(Fate.MATCHED)).as(run.toString()).isEqualTo(200);
  }

  @Test
  void comparatorThatThrowsIsLoggedOnceAndNothingMatches() throws Exception {
    Run run = run(Jvm.running(), "app.Throwing");

    assertThat(run.out()).contains("done");
    assertThat(run.books("price").fate(Fate.MISMATCHED)).as(run.toString()).isEqualTo(200);
    assertThat(run.log())
        .containsOnlyOnce(
            "price: the comparator app.Throwing threw java.lang.IllegalStateException; calls in"
                + " which it is needed do not match")
        .doesNotContain("secret");
  }

  @Test
  void missingComparatorIsLoggedOnceAndNothingMatches() throws Exception {
    Run run = run(Jvm.running(), "app.Missing");

    assertThat(run.out()).contains("done");
    assertThat(run.books("price").fate(Fate.MISMATCHED)).as(run.toString()).isEqualTo(200);
    assertThat(run.log()).containsOnlyOnce("price: the comparator app.Missing cannot be made");
  }
}
