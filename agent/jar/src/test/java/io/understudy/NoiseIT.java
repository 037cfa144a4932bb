package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.understudy.journal.Fate;
import io.understudy.journal.JournalVisitor;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalReader;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Condition;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Repeats of controls, in child JVMs. */
final class NoiseIT {
  private static final String LEGACY =
      "package app;\n"
          + "import java.util.*;\n"
          + "import java.util.concurrent.atomic.AtomicInteger;\n"
          + "public class Legacy {\n"
          + "  static final AtomicInteger ASKED = new AtomicInteger();\n"
          + "  static final AtomicInteger WRITTEN = new AtomicInteger();\n"
          + "  private final Map<String, Integer> prices = Collections.singletonMap(\"A7\", 12);\n"
          + "  public Map<String, Object> stamped(List<String> skus) {\n"
          + "    ASKED.incrementAndGet();\n"
          + "    Map<String, Object> quote = new TreeMap<String, Object>();\n"
          + "    quote.put(\"price\", price(skus.get(0)));\n"
          + "    quote.put(\"at\", UUID.randomUUID().toString());\n"
          + "    skus.clear();\n"
          + "    return quote;\n"
          + "  }\n"
          + "  private Integer price(String sku) { return prices.get(sku); }\n"
          + "  public int write(int n) { return WRITTEN.incrementAndGet() * 0 + n; }\n"
          + "  public int hang(int n) {\n"
          + "    while (Thread.currentThread().getName().startsWith(\"understudy\")) {\n"
          // Simulates a control that hangs when it is called again.
          + "      try { Thread.sleep(100); } catch (InterruptedException e) {\n"
          + "        System.out.println(\"> interrupted\");\n"
          + "      }\n"
          + "    }\n"
          + "    return n;\n"
          + "  }\n"
          + "}\n";

  private static final String NEXT =
      "package app;\n"
          + "import java.util.*;\n"
          + "public class Next {\n"
          + "  public Map<String, Object> stamped(List<String> skus) {\n"
          + "    Map<String, Object> quote = new TreeMap<String, Object>();\n"
          + "    quote.put(\"price\", skus.remove(0).equals(\"A7\") ? 12 : null);\n"
          + "    quote.put(\"at\", UUID.randomUUID().toString());\n"
          + "    return quote;\n"
          + "  }\n"
          + "  public Integer price(String sku) { return 12; }\n"
          + "  public int write(int n) { return n; }\n"
          + "  public int hang(int n) { return n; }\n"
          + "}\n";

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void repeatedControlIsNotCaptured(int java) throws Exception {
    ChildJvm jvm =
        app(
                java,
                "    Legacy legacy = new Legacy();\n"
                    + "    for (int i = 0; i < 200; i++) {\n"
                    + "      legacy.stamped(new ArrayList<String>(Arrays.asList(\"A7\")));\n"
                    + "      legacy.write(i);\n"
                    + "    }\n"
                    + "    System.out.println(\"> called\");\n"
                    + "    System.in.read();\n"
                    + "    System.out.println(\"> asked \" + Legacy.ASKED + \" written \" +"
                    + " Legacy.WRITTEN);\n")
            .yaml(
                "replay: { threads: 1, queue: { calls: 5000 }, drain: 60s }\n"
                    + "snapshot: { time: 5s }\n"
                    + "noise: { repeat: 100% }\n"
                    + "calls:\n"
                    + point("stamped", "idempotent: true")
                    + point("price", "idempotent: true")
                    + point("write", "sample: 100%"));
    try (LiveJvm live = jvm.start("app.Main")) {
      Condition.await(
          "all repeats are written",
          () ->
              total(jvm.left(), "stamped").repeated() == 200
                  && total(jvm.left(), "price").repeated() == 200);
      assertThat(live.tell("count")).isEqualTo("asked 400 written 200");
    }
    Run run = jvm.left();

    // A key of a map is a star in a signature. Each control ran 200 times for the application and
    // 200 times as a repeat, which is no call.
    TallyEntry stamped = total(run, "stamped");
    assertThat(stamped.intercepted()).as(run.toString()).isEqualTo(200);
    assertThat(stamped.fate(Fate.MISMATCHED)).isEqualTo(200);
    assertThat(stamped.repeated()).isEqualTo(200);
    assertThat(stamped.noise()).containsOnly(entry("/* · VALUE", 200L));
    assertThat(stamped.together()).containsOnly(entry("/* · VALUE", 200L));
    assertThat(stamped.unrepeated()).isEmpty();

    TallyEntry price = total(run, "price");
    assertThat(price.intercepted()).isEqualTo(200);
    assertThat(price.fate(Fate.MATCHED)).isEqualTo(200);
    assertThat(price.repeated()).isEqualTo(200);
    assertThat(price.noise()).isEmpty();

    TallyEntry write = total(run, "write");
    assertThat(write.fate(Fate.MATCHED)).isEqualTo(200);
    assertThat(write.repeated()).isZero();
  }

  /** L1: a repeated control that does not return has no effect on other calls. */
  @Test
  void repeatedControlThatHangs() throws Exception {
    ChildJvm jvm =
        app(
                Jvm.running(),
                "    for (int i = 0; i < 300; i++) new Legacy().hang(i);\n"
                    + "    System.out.println(\"> called\");\n"
                    + "    System.in.read();\n"
                    + "    System.out.println(\"> end\");\n")
            .yaml(
                "replay: { threads: 1, timeout: 2s, drain: 60s }\n"
                    + "calls:\n"
                    + point("hang", "idempotent: true", "noise: { repeat: 100% }"));
    try (LiveJvm live = jvm.start("app.Main")) {
      Condition.await(
          "all calls are written, and the repeat has ended",
          () ->
              total(jvm.left(), "hang").fate(Fate.MATCHED) == 300
                  && total(jvm.left(), "hang")
                      .unrepeated()
                      .containsKey("it took more than 2000 ms"));
      assertThat(live.tell("end")).as("not interrupted").isEqualTo("end");
    }
    Run run = jvm.left();
    TallyEntry hang = total(run, "hang");
    assertThat(hang.intercepted()).isEqualTo(300);
    assertThat(hang.fate(Fate.MATCHED)).as(run.toString()).isEqualTo(300);
    assertThat(hang.repeated()).isZero();
    assertThat(hang.unrepeated()).containsEntry("it took more than 2000 ms", 1L);
    assertThat(run.log()).containsOnlyOnce("it is not called again until the next start");
  }

  private static String point(String method, String... more) {
    return "  - { name: "
        + method
        + ", control: app.Legacy#"
        + method
        + ", candidate: app.Next#"
        + method
        + ", "
        + String.join(", ", more)
        + " }\n";
  }

  private ChildJvm app(int java, String body) {
    String main =
        "package app;\n"
            + "import java.util.*;\n"
            + "public class Main {\n"
            + "  public static void main(String[] args) throws Exception {\n"
            + body
            + "    while (System.in.read() != 'b') {}\n"
            + "    System.out.println(\"> bye\");\n"
            + "  }\n"
            + "}\n";
    return ChildJvm.of(java, directory).app(LEGACY, NEXT, main);
  }

  /** The sum of all tallies of a call point. */
  static TallyEntry total(Run run, String point) throws IOException {
    Map<String, TallyEntry> totals = new TreeMap<>();
    JournalReader.over(run.journalFiles().toArray(new Path[0]))
        .read(
            new JournalVisitor() {
              @Override
              public void tally(TallyEntry tally) {
                totals.merge(tally.point(), tally, NoiseIT::plus);
              }
            });
    TallyEntry total = totals.get(point);
    return total == null ? TallyEntry.builder(point, 0).build() : total;
  }

  private static TallyEntry plus(TallyEntry a, TallyEntry b) {
    TallyEntry.Builder sum = TallyEntry.builder(a.point(), a.minute());
    for (TallyEntry each : new TallyEntry[] {a, b}) {
      sum.intercepted(each.intercepted()).repeated(each.repeated());
      for (Fate fate : Fate.values()) {
        sum.fate(fate, each.fate(fate));
      }
      for (io.understudy.journal.TallyField what : io.understudy.journal.TallyField.values()) {
        each.counted(what).forEach((text, count) -> sum.count(what, text, count));
      }
    }
    return sum.build();
  }
}
