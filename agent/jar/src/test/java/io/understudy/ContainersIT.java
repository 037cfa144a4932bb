package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import gnu.trove.map.hash.TIntIntHashMap;
import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.commons.collections4.multimap.ArrayListValuedHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Content in transient fields and in containers of libraries, from the call to the journal. */
final class ContainersIT {
  private static final String APP =
      "package app;\n"
          + "import java.util.*;\n"
          + "import org.apache.commons.collections4.multimap.ArrayListValuedHashMap;\n"
          + "import gnu.trove.map.hash.TIntIntHashMap;\n"
          + "public class Main {\n"
          + "  static ArrayListValuedHashMap<String, Integer> lists(int value, boolean used) {\n"
          + "    ArrayListValuedHashMap<String, Integer> lists = new ArrayListValuedHashMap<>();\n"
          + "    if (used) { lists.put(\"b\", 9); lists.put(\"c\", 9); lists.remove(\"b\"); lists.remove(\"c\"); }\n"
          + "    lists.put(\"a\", value);\n"
          + "    return lists;\n"
          + "  }\n"
          + "  static TIntIntHashMap numbers(int value, boolean used) {\n"
          + "    TIntIntHashMap numbers = new TIntIntHashMap();\n"
          + "    if (used) { for (int i = 10; i < 90; i++) numbers.put(i, i); for (int i = 10; i < 90; i++) numbers.remove(i); }\n"
          + "    numbers.put(1, value);\n"
          + "    return numbers;\n"
          + "  }\n"
          + "  static Collection<String> values(boolean reversed) {\n"
          + "    Map<String, String> map = new Hashtable<>();\n"
          + "    map.put(reversed ? \"BB\" : \"Aa\", reversed ? \"BB\" : \"Aa\");\n"
          + "    map.put(reversed ? \"Aa\" : \"BB\", reversed ? \"Aa\" : \"BB\");\n"
          + "    return Collections.unmodifiableCollection(map.values());\n"
          + "  }\n"
          + "  public static class Stored implements java.io.Serializable {\n"
          + "    private transient Object[] data;\n"
          + "    Stored(int value) { data = new Object[] {value}; }\n"
          + "  }\n"
          + "  public static class Legacy {\n"
          + "    public Object otherLists(int i) { return lists(i, false); }\n"
          + "    public Object sameLists(int i) { return lists(i, false); }\n"
          + "    public Object otherNumbers(int i) { return numbers(i, false); }\n"
          + "    public Object sameNumbers(int i) { return numbers(i, false); }\n"
          + "    public Object otherStored(int i) { return new Stored(i); }\n"
          + "    public Object sameStored(int i) { return new Stored(i); }\n"
          + "    public Object order(int i) { return values(false); }\n"
          + "    public int sum(ArrayListValuedHashMap<String, Integer> lists) { return lists.values().iterator().next(); }\n"
          + "  }\n"
          + "  public static class Next {\n"
          + "    public Object otherLists(int i) { return lists(i + 1, false); }\n"
          + "    public Object sameLists(int i) { return lists(i, true); }\n"
          + "    public Object otherNumbers(int i) { return numbers(i + 1, false); }\n"
          + "    public Object sameNumbers(int i) { return numbers(i, true); }\n"
          + "    public Object otherStored(int i) { return new Stored(i + 1); }\n"
          + "    public Object sameStored(int i) { return new Stored(i); }\n"
          + "    public Object order(int i) { return values(true); }\n"
          + "    public int sum(ArrayListValuedHashMap<String, Integer> lists) { return lists.get(\"a\").get(0); }\n"
          + "  }\n"
          + "  public static void main(String[] args) throws Exception {\n"
          + "    Legacy legacy = new Legacy();\n"
          + "    for (int i = 0; i < 3; i++) {\n"
          + "      legacy.otherLists(i); legacy.sameLists(i); legacy.otherNumbers(i); legacy.sameNumbers(i);\n"
          + "      legacy.otherStored(i); legacy.sameStored(i); legacy.order(i); legacy.sum(lists(i, false));\n"
          + "    }\n"
          + "    System.out.println(\"done\");\n"
          + "  }\n"
          + "}\n";

  private static final String[] POINTS = {
    "otherLists",
    "sameLists",
    "otherNumbers",
    "sameNumbers",
    "otherStored",
    "sameStored",
    "order",
    "sum"
  };

  @TempDir Path directory;

  private static Path jarOf(Class<?> member) throws URISyntaxException {
    return Paths.get(member.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void otherContentIsAMismatchAndAnotherHistoryIsNone(int java) throws Exception {
    StringBuilder calls = new StringBuilder("calls:\n");
    for (String point : POINTS) {
      calls.append("  - name: ").append(point).append('\n');
      calls.append("    control: app.Main$Legacy#").append(point).append('\n');
      calls.append("    candidate: app.Main$Next#").append(point).append('\n');
    }
    Run run =
        ChildJvm.of(java, directory)
            .classPath(jarOf(ArrayListValuedHashMap.class), jarOf(TIntIntHashMap.class))
            .app(APP)
            .yaml(calls.toString())
            .run("app.Main");

    assertThat(run.exit()).as(run.toString()).isZero();
    for (String point : POINTS) {
      Fate expected = point.startsWith("other") ? Fate.MISMATCHED : Fate.MATCHED;
      assertThat(run.books(point).fate(expected)).as(point + " " + run).isEqualTo(3);
    }
  }
}
