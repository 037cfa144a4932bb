package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Condition;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Sources;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** A legacy JVM whose candidates run in a host, which is another JVM with another Java. */
class HostIT {
  private static final String CANDIDATE =
      "package next;\n"
          + "public class Pricing {\n"
          + "  public record Line(String sku, java.math.BigDecimal price, int count) {}\n"
          + "  public record Order(String customer, java.util.List<Line> lines) {}\n"
          + "  public record Quote(java.math.BigDecimal total, String customer) {}\n"
          + "  public Quote quote(Order order) {\n"
          + "    var total = java.math.BigDecimal.ZERO;\n"
          + "    for (var line : order.lines()) {\n"
          + "      total = total.add(line.price().multiply(java.math.BigDecimal.valueOf(line.count())));\n"
          + "    }\n"
          + "    if (order.lines().size() == 3) total = total.add(java.math.BigDecimal.ONE);\n"
          + "    if (order.lines().isEmpty()) throw new IllegalArgumentException(\"empty\");\n"
          + "    return new Quote(total, order.customer());\n"
          + "  }\n"
          + "  public int slow(int i) throws InterruptedException { Thread.sleep(50); return i; }\n"
          + "  public void clear(java.util.List<String> list) { list.clear(); }\n"
          + "}\n";

  private final List<Process> hosts = new ArrayList<>();

  @TempDir Path directory;

  @AfterEach
  void end() {
    hosts.forEach(Process::destroyForcibly);
  }

  /** Starts a host and returns its port. */
  private int host(int port, Path classes) throws Exception {
    Process host =
        new ProcessBuilder(
                Jvm.of(21).command("java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                ChildJvm.agentJar().toString(),
                "host",
                "--classpath",
                classes.toString(),
                "--listen",
                "127.0.0.1:" + port)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    hosts.add(host);
    String first =
        new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    Matcher address = Pattern.compile("at 127.0.0.1:(\\d+), Java 21").matcher(first);
    assertThat(address.find()).as(first).isTrue();
    return Integer.parseInt(address.group(1));
  }

  private static String point(String method, int port) {
    return "  - name: "
        + method
        + "\n    control: app.Legacy#"
        + method
        + "\n    candidate: { class: next.Pricing, method: "
        + method
        + ", host: \"127.0.0.1:"
        + port
        + "\" }\n";
  }

  private static PointTotals books(ChildJvm child, String point) throws Exception {
    return child.left().books(point);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource(8)
  void candidatesOfANewerJavaAnswerAndTheBooksBalanceOverARestartOfTheHost(int java)
      throws Exception {
    Path classes = Sources.compile(Files.createDirectories(directory.resolve("n")), 17, "", CANDIDATE);
    int port = host(0, classes);
    ChildJvm child =
        ChildJvm.of(java, Files.createDirectories(directory.resolve("legacy"))).appOf("hosted");
    child.yaml(
        "application: hosted\njournal: { directory: \""
            + child.journalDirectory()
            + "\", flush: 100ms }\nreplay: { threads: 2, drain: 10s }\ncalls:\n"
            + point("quote", port)
            + point("slow", port)
            + point("clear", port));
    int quotes = 40;
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("quote 40");
      live.tell("clear 5");
      live.tell("slow 100");
      Condition.await("answers", () -> ended(child, "slow") == 100 && ended(child, "quote") == 40);

      // In the middle: these calls sleep in the host.
      live.tell("slow 20");
      hosts.get(0).destroyForcibly().waitFor(30, TimeUnit.SECONDS);
      Condition.await("open calls end", () -> ended(child, "slow") == 120);
      live.tell("quote 3");
      quotes += 3;
      Condition.await("no candidate", () -> ended(child, "quote") == 43);
      host(port, classes);
      long before = matched(child);
      while (matched(child) == before) {
        live.tell("quote 1");
        quotes++;
        Thread.sleep(200);
      }
      live.tell("quote 9");
      quotes += 9;
    }
    PointTotals quote = books(child, "quote");
    assertThat(quote.intercepted()).isEqualTo(quotes);
    assertThat(quote.inFlight()).isZero();
    assertThat(quote.fate(Fate.TIMED_OUT)).isZero();
    // Of each ten orders one has three lines, for which the candidate is wrong.
    assertThat(quote.fate(Fate.MISMATCHED)).isGreaterThanOrEqualTo(4L);
    assertThat(quote.fate(Fate.MATCHED)).isGreaterThanOrEqualTo(36L + 1);
    assertThat(quote.fate(Fate.UNANSWERED) + quote.fate(Fate.SHED)).isGreaterThanOrEqualTo(3L);
    PointTotals slow = books(child, "slow");
    assertThat(slow.intercepted()).isEqualTo(120);
    assertThat(slow.inFlight()).isZero();
    assertThat(slow.fate(Fate.MATCHED)).isGreaterThanOrEqualTo(100);
    assertThat(slow.fate(Fate.MISMATCHED) + slow.fate(Fate.TIMED_OUT)).isZero();
    PointTotals clear = books(child, "clear");
    assertThat(clear.fate(Fate.MATCHED)).isEqualTo(5);
    String journal = String.join("\n", child.left().journal());
    assertThat(journal).contains("the host 127.0.0.1:" + port).contains("/total");
  }

  /** The number of calls that have a fate in the journal. */
  private static long ended(ChildJvm child, String point) throws Exception {
    PointTotals totals = child.left().books().get(point);
    return totals == null ? 0 : totals.intercepted() - totals.inFlight();
  }

  private static long matched(ChildJvm child) throws Exception {
    PointTotals totals = child.left().books().get("quote");
    return totals == null ? 0 : totals.fate(Fate.MATCHED);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource(8)
  void hostBeyondThisMachineIsRefusedWithoutTokenAndTls(int java) throws Exception {
    ChildJvm child = ChildJvm.of(java, directory).app("public class Main { public static void main(String[] a) {} }");
    String jar = ChildJvm.agentJar().toString();

    assertThat(
            child
                .run("-jar", jar, "host", "--classpath", ".", "--listen", "0.0.0.0:0")
                .err())
        .contains("give --token-file and --tls-key-store");
  }
}
