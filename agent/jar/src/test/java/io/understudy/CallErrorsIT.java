package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Errors that strike at any instruction of a call: the application counts the calls that its
 * controls have begun, and the books say the same. The controls count in fields, without a call,
 * since a call may find no stack.
 */
class CallErrorsIT {
  private static final String LEGACY =
      "package app;\n"
          + "import java.util.*; import java.util.concurrent.*;\n"
          + "public class Legacy {\n"
          + "  public volatile long leaf, graph, stage;\n"
          + "  int leaf(int n) { leaf++; return n + 1; }\n"
          + "  Node graph(Node n) { graph++; return n; }\n"
          + "  CompletableFuture<Integer> stage(int n) { stage++; return new CompletableFuture<>(); }\n"
          + "  public static class Node {\n"
          + "    Node next; int value;\n"
          + "    Node(Node next, int value) { this.next = next; this.value = value; }\n"
          + "    static Node chain(int n) { return n == 0 ? null : new Node(chain(n - 1), n); }\n"
          + "  }\n"
          + "}\n";

  private static final String NEXT =
      "package app;\n"
          + "import java.util.concurrent.*;\n"
          + "public class Next {\n"
          + "  public int leaf(int n) { return n + 1; }\n"
          + "  public Legacy.Node graph(Legacy.Node n) { return n; }\n"
          + "  public CompletableFuture<Integer> stage(int n) {\n"
          + "    return CompletableFuture.completedFuture(n);\n"
          + "  }\n"
          + "}\n";

  private static final String YAML =
      "replay: { drain: 1s }\n"
          + "calls:\n"
          + "  - { name: leaf, control: app.Legacy#leaf, candidate: app.Next#leaf }\n"
          + "  - { name: graph, control: app.Legacy#graph, candidate: app.Next#graph }\n"
          + "  - { name: stage, control: app.Legacy#stage, candidate: app.Next#stage }\n";

  private static final String DEEP =
      "package app;\n"
          + "import java.util.*; import java.util.concurrent.*;\n"
          + "public class Main {\n"
          + "  static final Legacy.Node CHAIN = Legacy.Node.chain(100);\n"
          + "  static void down(Legacy legacy, int n) {\n"
          + "    switch (n % 3) {\n"
          + "      case 0: legacy.leaf(n); break;\n"
          + "      case 1: legacy.graph(CHAIN); break;\n"
          + "      default: CompletableFuture<Integer> f = legacy.stage(n); if (n % 2 == 0) f.complete(n);\n"
          + "    }\n"
          + "    down(legacy, n + 1);\n"
          + "  }\n"
          + "  public static void main(String[] arguments) throws Exception {\n"
          + "    long leaf = 0, graph = 0, stage = 0;\n"
          + "    List<Thread> threads = new ArrayList<>(); List<Legacy> all = new ArrayList<>();\n"
          + "    for (int i = 0; i < 3; i++) {\n"
          + "      Legacy legacy = new Legacy(); all.add(legacy); int from = i;\n"
          + "      Thread thread = new Thread(null, () -> {\n"
          + "        for (int round = 0; round < 12; round++) {\n"
          + "          try { down(legacy, from + round); } catch (StackOverflowError used) { }\n"
          + "        }\n"
          + "      }, \"deep\", 16_000 + 150_000 * i);\n"
          + "      thread.start(); threads.add(thread);\n"
          + "    }\n"
          + "    for (Thread thread : threads) { thread.join(); }\n"
          + "    for (Legacy l : all) { leaf += l.leaf; graph += l.graph; stage += l.stage; }\n"
          + "    System.out.println(\"leaf=\" + leaf + \" graph=\" + graph + \" stage=\" + stage + \" .\");\n"
          + "  }\n"
          + "}\n";

  /** Stops threads that call controls, at other moments each time. */
  private static final String STOPPED =
      "package app;\n"
          + "import java.util.concurrent.*;\n"
          + "public class Main {\n"
          + "  static final Legacy.Node CHAIN = Legacy.Node.chain(30);\n"
          + "  static volatile boolean going;\n"
          + "  static void call(Legacy legacy, int n) {\n"
          + "    legacy.leaf(n); legacy.graph(CHAIN); legacy.stage(n).complete(n);\n"
          + "  }\n"
          + "  public static void main(String[] arguments) throws Exception {\n"
          + "    long leaf = 0, graph = 0, stage = 0; int stopped = 0, alive = 0;\n"
          + "    Legacy first = new Legacy();\n"
          + "    for (int n = 0; n < 2_000; n++) { call(first, n); }\n"
          + "    leaf += first.leaf; graph += first.graph; stage += first.stage;\n"
          + "    for (int round = 0; round < 60; round++) {\n"
          + "      Legacy legacy = new Legacy(); going = true;\n"
          + "      Thread thread = new Thread(() -> {\n"
          + "        for (int n = 0; going; n++) { call(legacy, n); }\n"
          + "      });\n"
          + "      thread.setUncaughtExceptionHandler((t, thrown) -> { });\n"
          + "      thread.start();\n"
          + "      long until = System.nanoTime() + 1_000_000 + 7_919 * round;\n"
          + "      while (System.nanoTime() < until) { }\n"
          + "      thread.stop(); stopped++;\n"
          + "      thread.join(5_000);\n"
          + "      if (thread.isAlive()) { alive++; going = false; thread.join(); }\n"
          + "      leaf += legacy.leaf; graph += legacy.graph; stage += legacy.stage;\n"
          + "    }\n"
          + "    System.out.println(\"leaf=\" + leaf + \" graph=\" + graph + \" stage=\" + stage + \" .\");\n"
          + "    System.out.println(\"stopped=\" + stopped + \" alive=\" + alive + \" .\");\n"
          + "  }\n"
          + "}\n";

  @TempDir Path directory;

  private static long number(Run run, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=(\\d+) ").matcher(run.out());
    assertThat(found.find()).as(run.toString()).isTrue();
    return Long.parseLong(found.group(1));
  }

  private static long ended(PointTotals books) {
    long sum = 0;
    for (Fate fate : Fate.values()) {
      sum += books.fate(fate);
    }
    return sum;
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void recursionUntilTheStackIsUsedUp(int java) throws Exception {
    Run run = ChildJvm.of(java, directory).app(LEGACY, NEXT, DEEP).yaml(YAML).run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    for (String point : new String[] {"leaf", "graph", "stage"}) {
      PointTotals books = run.books(point);
      assertThat(books.intercepted()).as(point + run).isEqualTo(number(run, point));
      assertThat(ended(books)).as(point + run).isEqualTo(books.intercepted());
    }
  }

  /** A call whose thread is stopped before the control begins is counted, and has its fate. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17})
  void stoppedThreadsEnd(int java) throws Exception {
    Run run = ChildJvm.of(java, directory).app(LEGACY, NEXT, STOPPED).yaml(YAML).run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    // Rarely a stop strikes in code of a future of the JDK around the agent's callback, which
    // swallows it.
    assertThat(number(run, "alive")).as(run.toString()).isLessThanOrEqualTo(2);
    for (String point : new String[] {"leaf", "graph", "stage"}) {
      PointTotals books = run.books(point);
      assertThat(books.intercepted())
          .as(point + run)
          .isBetween(number(run, point), number(run, point) + number(run, "stopped"));
      assertThat(ended(books)).as(point + run).isEqualTo(books.intercepted());
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void applicationCannotStopTheCounting(int java) throws Exception {
    Run run =
        ChildJvm.of(java, directory)
            .app(
                LEGACY,
                NEXT,
                "package app;\n"
                    + "import java.lang.reflect.*;\n"
                    + "public class Main {\n"
                    + "  static void attack(String type) throws Exception {\n"
                    + "    for (Method m : Class.forName(type, true, null).getMethods()) {\n"
                    + "      if (!Modifier.isStatic(m.getModifiers()) || m.getName().equals(\"verbs\")\n"
                    + "          || m.getParameterCount() == 0 && !m.getName().equals(\"claim\")\n"
                    + "          || m.getParameterCount() > 0 && m.getParameterTypes()[0] != Object.class\n"
                    + "          || m.getName().equals(\"capture\") || m.getName().equals(\"exit\")) {\n"
                    + "        continue;\n"
                    + "      }\n"
                    + "      Object[] a = new Object[m.getParameterCount()];\n"
                    + "      for (int i = 0; i < a.length; i++) {\n"
                    + "        Class<?> p = m.getParameterTypes()[i];\n"
                    + "        a[i] = p == int.class ? (Object) 0 : p == boolean.class ? (Object) false\n"
                    + "            : p == Object.class ? new Object() : null;\n"
                    + "      }\n"
                    + "      try { System.out.println(m.getName() + \" \" + m.invoke(null, a)); }\n"
                    + "      catch (InvocationTargetException e) { System.out.println(m.getName() + \" threw\"); }\n"
                    + "    }\n"
                    + "  }\n"
                    + "  public static void main(String[] arguments) throws Exception {\n"
                    + "    Legacy legacy = new Legacy();\n"
                    + "    legacy.leaf(1);\n"
                    + "    attack(\"io.understudy.bridge.Bridge\");\n"
                    + "    attack(\"io.understudy.bridge.Shadow\");\n"
                    + "    synchronized (Class.forName(\"io.understudy.bridge.Bridge\", true, null)) {\n"
                    + "      for (int i = 0; i < 9; i++) { legacy.leaf(i); }\n"
                    + "      System.exit(0);\n"
                    + "    }\n"
                    + "  }\n"
                    + "}\n")
            .yaml(YAML)
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("claim null", "close false", "drain false", "arm false", "release false")
        .contains("open false", "suppress false", "watch false", "reserve -1");
    assertThat(run.books("leaf").intercepted()).as(run.toString()).isEqualTo(10);
    assertThat(ended(run.books("leaf"))).isEqualTo(10);
  }
}
