package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Condition;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Stages and void methods on the complete path of a call, in child JVMs. */
final class AsyncIT {
  private static final String LEGACY =
      "package app;\n"
          + "import java.util.*;\n"
          + "import java.util.concurrent.*;\n"
          + "public class Legacy {\n"
          + "  static final ExecutorService POOL = Executors.newFixedThreadPool(3, r -> {\n"
          + "    Thread t = new Thread(r); t.setDaemon(true); return t; });\n"
          + "  static final List<CompletableFuture<String>> NEVER = new ArrayList<>();\n"
          + "  public CompletableFuture<List<String>> later(String sku) {\n"
          + "    return CompletableFuture.supplyAsync(() -> new ArrayList<>(Arrays.asList(sku,"
          + " inner(sku))), POOL);\n"
          + "  }\n"
          + "  public String inner(String sku) { return sku + \"!\"; }\n"
          + "  public CompletionStage<String> fails(String sku) {\n"
          + "    return CompletableFuture.supplyAsync(() -> {\n"
          + "      throw new IllegalStateException(sku); }, POOL);\n"
          + "  }\n"
          + "  public CompletionStage<String> here(String sku) {\n"
          + "    return CompletableFuture.completedFuture(sku);\n"
          + "  }\n"
          + "  public String sync(String sku) { return sku; }\n"
          + "  public CompletableFuture<String> never(String sku) {\n"
          + "    CompletableFuture<String> f = new CompletableFuture<>();\n"
          + "    NEVER.add(f); return f;\n"
          + "  }\n"
          + "  public CompletableFuture<String> open(String sku) { return never(sku); }\n"
          + "  public CompletableFuture<String> hangs(String sku) {\n"
          + "    return CompletableFuture.completedFuture(sku);\n"
          + "  }\n"
          + "  public Future<String> future(String sku) {\n"
          + "    FutureTask<String> task = new FutureTask<>(() -> sku); task.run(); return task;\n"
          + "  }\n"
          + "  public void sorts(List<Integer> list) { Collections.sort(list); }\n"
          + "  public void reverses(int[] numbers) {\n"
          + "    numbers[0] = 1;\n"
          + "  }\n"
          + "  public void quiet(String text, int n) {}\n"
          + "}\n";

  private static final String NEXT =
      "package app;\n"
          + "import java.util.*;\n"
          + "import java.util.concurrent.*;\n"
          + "public class Next {\n"
          + "  public CompletionStage<List<String>> later(String sku) {\n"
          + "    return CompletableFuture.supplyAsync(() -> Arrays.asList(sku, sku + \"!\"));\n"
          + "  }\n"
          + "  public String inner(String sku) { return sku + \"!\"; }\n"
          + "  public String fails(String sku) { throw new IllegalStateException(sku); }\n"
          + "  public String here(String sku) { return sku; }\n"
          + "  public CompletionStage<String> sync(String sku) {\n"
          + "    return CompletableFuture.supplyAsync(() -> sku).thenApply(s -> s);\n"
          + "  }\n"
          + "  public String never(String sku) { return sku; }\n"
          + "  public String open(String sku) { return sku; }\n"
          + "  public CompletableFuture<String> hangs(String sku) {\n"
          + "    return new CompletableFuture<>();\n"
          + "  }\n"
          + "  public String future(String sku) { return sku; }\n"
          + "  public void sorts(List<Integer> list) { Collections.sort(list); }\n"
          + "  public void reverses(int[] numbers) { numbers[0] = 2; }\n"
          + "  public void quiet(String text, int n) {}\n"
          + "}\n";

  private static final String MAIN =
      "package app;\n"
          + "import java.util.*;\n"
          + "import java.util.concurrent.*;\n"
          + "public class Main {\n"
          + "  public static void main(String[] args) throws Exception {\n"
          + "    Legacy legacy = new Legacy();\n"
          + "    List<CompletableFuture<?>> all = new ArrayList<>();\n"
          + "    for (int i = 0; i < 2000; i++) {\n"
          + "      String sku = \"A\" + i;\n"
          + "      CompletableFuture<List<String>> f = legacy.later(sku);\n"
          + "      all.add(f.thenAccept(list -> {\n"
          + "        if (list.size() != 2) throw new AssertionError(); }));\n"
          + "    }\n"
          + "    CompletableFuture.allOf(all.toArray(new CompletableFuture[0])).join();\n"
          + "    for (int i = 0; i < 20; i++) {\n"
          + "      try {\n"
          + "        legacy.fails(\"B\").toCompletableFuture().join();\n"
          + "        throw new AssertionError();\n"
          + "      } catch (CompletionException e) {\n"
          + "        if (!(e.getCause() instanceof IllegalStateException)) throw e;\n"
          + "      }\n"
          + "      legacy.here(\"C\").toCompletableFuture().join();\n"
          + "      legacy.sync(\"D\");\n"
          + "      legacy.never(\"E\");\n"
          + "      legacy.hangs(\"F\");\n"
          + "      legacy.future(\"G\").get();\n"
          + "      legacy.sorts(new ArrayList<>(Arrays.asList(3, 1, 2)));\n"
          + "      legacy.reverses(new int[] {0});\n"
          + "      legacy.quiet(\"H\", i);\n"
          + "      legacy.open(\"I\");\n"
          + "    }\n"
          + "    legacy.never(\"J\").cancel(true);\n"
          + "    System.out.println(\"> called\");\n"
          + "    System.in.read();\n"
          + "    System.out.println(\"> bye\");\n"
          + "  }\n"
          + "}\n";

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void booksBalanceWhateverStagesDo(int java) throws Exception {
    StringBuilder yaml =
        new StringBuilder(
            "replay: { threads: 2, queue: { calls: 5000 }, drain: 60s }\n"
                + "snapshot: { time: 5s }\n"
                + "calls:\n");
    for (String method :
        new String[] {
          "later", "inner", "fails", "here", "sync", "future", "sorts", "reverses", "quiet"
        }) {
      yaml.append(point(method, "30s"));
    }
    yaml.append(point("never", "300ms")).append(point("hangs", "300ms"));
    yaml.append(point("open", "1h"));
    ChildJvm jvm = ChildJvm.of(java, directory).app(LEGACY, NEXT, MAIN).yaml(yaml.toString());
    LiveJvm live = jvm.start("app.Main");
    try {
      Condition.await(
          "the limits of all stages have passed",
          () -> jvm.left().books("never").fate(Fate.UNCAPTURED) == 40);
    } finally {
      live.close();
    }
    assertThat(live.exit()).as(live.err()).isZero();
    Run run = jvm.left();

    // Threads of the application complete the stages, and calls on these threads count as calls.
    // The stages of the candidates complete too.
    expect(run, "later", 2_000, Fate.MATCHED);
    expect(run, "inner", 2_000, Fate.MATCHED);
    expect(run, "fails", 20, Fate.MATCHED);
    expect(run, "here", 20, Fate.MATCHED);
    expect(run, "sync", 20, Fate.MATCHED);
    expect(run, "future", 20, Fate.UNCAPTURED);
    expect(run, "sorts", 20, Fate.MATCHED);
    expect(run, "reverses", 20, Fate.MISMATCHED);
    expect(run, "quiet", 20, Fate.MATCHED);
    PointTotals open = expect(run, "open", 20, Fate.DROPPED);
    assertThat(open.intercepted()).isEqualTo(20);

    // open() calls never() twenty times, and one call of never() is cancelled.
    PointTotals never = run.books("never");
    assertThat(never.intercepted()).isEqualTo(41);
    assertThat(never.fate(Fate.UNCAPTURED)).isEqualTo(40);
    assertThat(never.fate(Fate.MISMATCHED)).isEqualTo(1);
    PointTotals hangs = run.books("hangs");
    assertThat(hangs.intercepted()).isEqualTo(20);
    assertThat(hangs.fate(Fate.TIMED_OUT) + hangs.fate(Fate.SHED)).isEqualTo(20);
    assertThat(hangs.fate(Fate.TIMED_OUT)).isGreaterThanOrEqualTo(16);

    String journal = String.join("\n", run.journal());
    assertThat(journal)
        .contains("\"path\":\"/arguments/0/0\"")
        .contains("uncaptured: not complete within 300 ms")
        .contains("dropped: shutdown before its stage was complete")
        .contains(
            "uncaptured: java.util.concurrent.FutureTask completes later, and is no"
                + " CompletionStage");
    assertThat(rules(run, "sorts")).contains("arguments after the call");
    assertThat(rules(run, "quiet")).doesNotContain("arguments after the call");
    assertThat(rules(run, "later")).doesNotContain("arguments after the call");
  }

  /** Calls beyond the limit of pending stages are dropped; the others are counted exactly. */
  @Test
  void moreStagesThanThereIsRoomFor() throws Exception {
    String main =
        "package app;\n"
            + "public class Main {\n"
            + "  public static void main(String[] args) throws Exception {\n"
            + "    Legacy legacy = new Legacy();\n"
            + "    for (int i = 0; i < 3000; i++) legacy.never(\"A\");\n"
            + "    for (int i = 0; i < 3000; i++) Legacy.NEVER.get(i).complete(\"A\");\n"
            + "  }\n"
            + "}\n";
    Run run =
        ChildJvm.of(Jvm.running(), directory)
            .app(LEGACY, NEXT, main)
            .yaml("replay: { queue: { calls: 100 }, drain: 60s }\ncalls:\n" + point("never", "1h"))
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    PointTotals never = run.books("never");
    assertThat(never.intercepted()).isEqualTo(3_000);
    assertThat(never.fate(Fate.DROPPED)).isEqualTo(2_900);
    assertThat(never.fate(Fate.MATCHED)).isEqualTo(100);
    assertThat(String.join("\n", run.journal()))
        .contains("dropped: too many calls wait for their stages to complete");
  }

  private static PointTotals expect(Run run, String point, long calls, Fate fate) throws Exception {
    PointTotals books = run.books(point);
    assertThat(books.intercepted()).as(point + "\n" + run).isEqualTo(calls);
    assertThat(books.fate(fate)).as(point + " " + fate + "\n" + run.log()).isEqualTo(calls);
    return books;
  }

  private static String rules(Run run, String point) throws Exception {
    String last = "";
    for (String line : run.journal()) {
      if (line.contains("\"" + point + "\"") && line.contains("\"rules\":[")) {
        last = line;
      }
    }
    return last;
  }

  private static String point(String method, String completion) {
    return "  - { name: "
        + method
        + ", control: app.Legacy#"
        + method
        + ", candidate: app.Next#"
        + method
        + ", completion: "
        + completion
        + " }\n";
  }
}
