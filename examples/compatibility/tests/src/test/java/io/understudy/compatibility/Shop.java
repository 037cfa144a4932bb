package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.Jvm;
import io.understudy.rig.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shop of one of the Spring modules as an executable jar, with the expected answers. */
final class Shop {
  private static final String CALLS =
      "calls:\n"
          + "  - name: find\n"
          + "    control: com.acme.shop.OrderService#find\n"
          + "    candidate: com.acme.shop.next.Orders#find\n"
          + "    factory: com.acme.shop.next.Beans#orders\n"
          + "    compare: { ignore: [/customer, /lines, /labels] }\n"
          + "  - name: complete\n"
          + "    control: com.acme.shop.OrderService#complete\n"
          + "    candidate: { class: com.acme.shop.next.Orders, method: complete, instance: spring }\n"
          + "  - name: total\n"
          + "    control: com.acme.shop.OrderService#total\n"
          + "    candidate:\n"
          + "      class: com.acme.shop.next.Orders\n"
          + "      method: total\n"
          + "      instance: spring\n"
          + "      bean: orders\n";

  private Shop() {}

  /** The option that attaches the agent. */
  static String agent(Path directory) throws IOException {
    return Server.agent(directory, CALLS);
  }

  /** With these options of the JVM, the agent among them. */
  static void check(Path directory, int version, String module, String... options)
      throws Exception {
    Jvm java = Jvm.of(version);
    int port = Server.freePort();
    List<String> command = new ArrayList<>(List.of(java.command("java").toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(Places.built(module, "jar").toString());
    command.addAll(List.of("--server.port=" + port, "--server.address=127.0.0.1"));
    try (Server server = Server.start(directory, java, port, "/", Map.of(), command)) {
      askFor(server);
      Run run = server.stop();
      assertThat(run.exit()).as(run.toString()).isIn(0, 143);
      Oddities.assertNone(run, "spring.jpa.open-in-view is enabled by default");
      assertShadowed(run);
    }
  }

  private static void askFor(Server server) throws Exception {
    for (int id = 1; id <= 10; id++) {
      assertThat(server.get("/orders/" + id)).isEqualTo("order " + id + ", lazy");
    }
    for (int id = 1; id <= 10; id++) {
      assertThat(server.get("/orders/" + id + "/total")).startsWith("customer " + id + " pays ");
    }
    assertThat(server.status("/orders/77")).isEqualTo(404);
    server.awaitFates("find", 21);
    server.awaitFates("complete", 10);
  }

  private static void assertShadowed(Run run) throws Exception {
    PointTotals find = run.books("find");
    assertThat(find.intercepted()).isEqualTo(21);
    assertThat(find.fate(Fate.MATCHED)).as(run + run.log()).isEqualTo(21);
    PointTotals complete = run.books("complete");
    assertThat(complete.intercepted()).isEqualTo(10);
    assertThat(complete.fate(Fate.MATCHED)).as(run + run.log()).isEqualTo(10);
    PointTotals total = run.books("total");
    assertThat(total.intercepted()).isEqualTo(10);
    assertThat(total.fate(Fate.MATCHED)).as(run + run.log()).isEqualTo(8);
    assertThat(total.fate(Fate.MISMATCHED)).as(run + run.log()).isEqualTo(2);
    Oddities.assertNoneInAgentLog(run);
  }
}
