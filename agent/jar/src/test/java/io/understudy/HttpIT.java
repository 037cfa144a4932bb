package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Condition;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Candidates behind HTTP, on the complete path of a call. The server runs in the test. */
final class HttpIT {
  private static final String APP =
      "package app;\n"
          + "import java.io.*;\n"
          + "import java.math.BigDecimal;\n"
          + "import java.time.LocalDate;\n"
          + "public class Main {\n"
          + "  public static class Rejected extends RuntimeException {\n"
          + "    Rejected(String message) { super(message); }\n"
          + "  }\n"
          + "  public static class Order {\n"
          + "    final String id; final int quantity; final double weight = 0.1;\n"
          + "    Order(String id, int quantity) { this.id = id; this.quantity = quantity; }\n"
          + "  }\n"
          + "  public static class Quote {\n"
          + "    BigDecimal price; LocalDate day = LocalDate.of(2024, 2, 29); double rate = 0.1;\n"
          + "  }\n"
          + "  public static class Legacy {\n"
          + "    public Quote quote(String id, int quantity) {\n"
          + "      if (quantity % 10 == 7) return null;\n"
          + "      if (quantity % 10 == 8) throw new Rejected(\"no \" + id);\n"
          + "      Quote quote = new Quote();\n"
          + "      quote.price = new BigDecimal(quantity).movePointLeft(2);\n"
          + "      return quote;\n"
          + "    }\n"
          + "    public int place(Order order) { return order.quantity; }\n"
          + "    public void slow(String id) {}\n"
          + "  }\n"
          + "  public static void main(String[] args) throws Exception {\n"
          + "    Legacy legacy = new Legacy();\n"
          + "    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));\n"
          + "    System.out.println(\"> ready\");\n"
          + "    for (String line; (line = in.readLine()) != null;) {\n"
          + "      String[] words = line.split(\" \");\n"
          + "      if (words.length < 2) break;\n"
          + "      for (int i = 0; i < Integer.parseInt(words[1]); i++) {\n"
          + "        try {\n"
          + "          if (words[0].equals(\"quote\")) legacy.quote(\"a/b \" + i, i);\n"
          + "          if (words[0].equals(\"place\")) legacy.place(new Order(\"ü\", i));\n"
          + "          if (words[0].equals(\"slow\")) legacy.slow(\"x\" + i);\n"
          + "        } catch (Rejected expected) { }\n"
          + "      }\n"
          + "      System.out.println(\"> done\");\n"
          + "    }\n"
          + "    System.out.println(\"> bye\");\n"
          + "  }\n"
          + "}\n";

  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @TempDir Path directory;

  private HttpServer server(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.setExecutor(pool);
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    ids.add(exchange.getRequestHeaders().getFirst("Understudy-Call"));
    byte[] body = new byte[10_000];
    int length = Math.max(0, exchange.getRequestBody().read(body));
    String text = new String(body, 0, length, StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getRawPath();
    boolean isShadow = "1".equals(exchange.getRequestHeaders().getFirst("Understudy-Shadow"));
    int status = isShadow ? 200 : 500;
    String answer = "";
    if (path.equals("/orders")) {
      answer = "{\"accepted\":" + text + "}";
    } else if (path.startsWith("/quotes/a%2Fb%20")) {
      int quantity = Integer.parseInt(exchange.getRequestURI().getQuery().substring(2));
      status = quantity % 10 == 7 ? 404 : quantity % 10 == 8 ? 422 : status;
      // One price in ten is wrong by a cent.
      int cents = quantity % 10 == 9 ? quantity + 1 : quantity;
      answer =
          status == 422
              ? "{\"error\":\"no "
                  + path.substring(8).replace("%2F", "/").replace("%20", " ")
                  + "\"}"
              : "{\"price\":" + cents / 100.0 + ",\"day\":\"2024-02-29\",\"rate\":0.1}";
    } else if (path.equals("/slow")) {
      sleep(60_000);
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static String yaml(int port) {
    String url = "url: \"http://127.0.0.1:" + port;
    return "journal: { flush: 1s }\n"
        + "replay: { threads: 2, queue: { calls: 5000 }, drain: 30s, timeout: 20s }\n"
        + "calls:\n"
        + "  - name: quote\n"
        + "    control: app.Main$Legacy#quote\n"
        + "    candidate:\n"
        + "      http:\n"
        + "        "
        + url
        + "/quotes/{/0}?q={/1}\"\n"
        + "        status: { 404: null, 422: { throws: app.Main$Rejected, message: /error } }\n"
        + "  - name: place\n"
        + "    control: app.Main$Legacy#place\n"
        + "    candidate:\n"
        + "      http: { "
        + url
        + "/orders\", method: POST, result: /accepted/quantity }\n"
        + "  - name: slow\n"
        + "    control: app.Main$Legacy#slow\n"
        + "    timeout: 300ms\n"
        + "    candidate: { http: { "
        + url
        + "/slow\" } }\n";
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void booksBalanceWhileTheServerRestarts(int java) throws Exception {
    HttpServer server = server(0);
    int port = server.getAddress().getPort();
    ChildJvm jvm =
        ChildJvm.of(java, directory)
            .app(APP)
            .yaml(head(yaml(port)))
            // Another server would get the requests if the JVM's settings were obeyed.
            .option("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=1", "-Dhttp.maxRedirects=1");
    LiveJvm live = jvm.start("app.Main");
    try {
      live.tell("quote 200");
      live.tell("place 50");
      settled(jvm, "quote", 200);
      settled(jvm, "place", 50);
      server.stop(0);
      live.tell("quote 7");
      settled(jvm, "quote", 207);
      server = server(port);
      live.tell("quote 200");
      settled(jvm, "quote", 407);
      live.tell("slow 3");
      settled(jvm, "slow", 3);
    } finally {
      live.close();
      server.stop(0);
      pool.shutdownNow();
    }
    Run run = jvm.left();
    assertThat(live.exit()).as(live.err()).isZero();
    PointTotals quote = run.books("quote");
    assertThat(quote.intercepted()).isEqualTo(407);
    assertThat(quote.fate(Fate.MISMATCHED)).as(run.log()).isEqualTo(40);
    assertThat(quote.fate(Fate.MATCHED)).as(run.log()).isEqualTo(360);
    assertThat(quote.fate(Fate.UNANSWERED)).as(run.log()).isEqualTo(7);
    assertThat(run.books("place").fate(Fate.MATCHED)).as(run.log()).isEqualTo(50);
    assertThat(run.books("slow").fate(Fate.TIMED_OUT)).as(run.log()).isEqualTo(3);
    String journal = String.join("\n", run.journal());
    assertThat(journal)
        .contains("GET http://127.0.0.1:" + port + "/quotes/{/0}?q={/1}")
        .contains("does not accept connections");
    assertThat(ids).hasSize(requests.get());
  }

  private String head(String yaml) {
    return "application: test\n"
        + yaml.replace(
            "journal: { flush: 1s }",
            "journal: { flush: 1s, directory: \"" + directory.resolve("journal") + "\" }");
  }

  private static void settled(ChildJvm jvm, String point, long calls) throws Exception {
    Condition.await(
        point + " has " + calls + " calls",
        () -> {
          PointTotals books = jvm.left().books(point);
          return books.intercepted() == calls && books.inFlight() == 0;
        });
  }
}
