package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.file.JournalReader;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Both sides generate different ids for orders, which are then read, changed and cancelled by id.
 */
final class IdentityIT {
  private static final String LEGACY =
      "package app;\n"
          + "import java.util.*;\n"
          + "import java.util.concurrent.*;\n"
          + "public class Legacy {\n"
          + "  static final Map<Long, Order> ORDERS = new ConcurrentHashMap<Long, Order>();\n"
          + "  static long last = 1000;\n"
          + "  public static class Order {\n"
          + "    public long id; public String sku; public int quantity;\n"
          + "    Order(long id, String sku, int quantity) {\n"
          + "      this.id = id; this.sku = sku; this.quantity = quantity;\n"
          + "    }\n"
          + "  }\n"
          + "  public static class Change {\n"
          + "    private final long orderId; private final int quantity;\n"
          + "    public Change(long orderId, int quantity) {\n"
          + "      this.orderId = orderId; this.quantity = quantity;\n"
          + "    }\n"
          + "    public long orderId() { return orderId; }\n"
          + "    public int quantity() { return quantity; }\n"
          + "  }\n"
          + "  public Order create(String sku) {\n"
          + "    Order order = new Order(++last, sku, 1);\n"
          + "    ORDERS.put(order.id, order);\n"
          + "    return order;\n"
          + "  }\n"
          + "  public Order read(long id) { return ORDERS.get(id); }\n"
          + "  public Order change(Change change) {\n"
          + "    Order order = ORDERS.get(change.orderId());\n"
          + "    order.quantity = change.quantity();\n"
          + "    return order;\n"
          + "  }\n"
          + "  public int cancel(List<Long> ids) {\n"
          + "    int gone = 0;\n"
          + "    for (Long id : ids) if (ORDERS.remove(id) != null) gone++;\n"
          + "    return gone;\n"
          + "  }\n"
          + "  public Collection<Order> all() { return new ArrayList<Order>(ORDERS.values()); }\n"
          + "}\n";

  /** A candidate with ids that count from 1, another order of fields, and slow calls. */
  private static final String NEXT =
      "package app;\n"
          + "import java.util.*;\n"
          + "import java.util.concurrent.*;\n"
          + "public class Next {\n"
          + "  static final Map<Long, Row> ROWS = new ConcurrentHashMap<Long, Row>();\n"
          + "  static long last = 0;\n"
          + "  public static class Row { public int quantity = 1; public long id; public String sku; }\n"
          + "  public synchronized Row create(String sku) throws Exception {\n"
          // Simulates a slow candidate, so that later calls must wait for its ids.
          + "    if (last % 10 == 0) Thread.sleep(50);\n"
          + "    Row row = new Row();\n"
          + "    row.sku = sku; row.id = ++last;\n"
          + "    ROWS.put(last, row);\n"
          + "    return row;\n"
          + "  }\n"
          + "  public Row read(long id) { return ROWS.get(id); }\n"
          + "  public Row change(Legacy.Change change) {\n"
          + "    Row row = ROWS.get(change.orderId());\n"
          + "    row.quantity = change.quantity();\n"
          + "    return row;\n"
          + "  }\n"
          + "  public int cancel(List<Long> ids) {\n"
          + "    int gone = 0;\n"
          + "    for (Long id : ids) if (ROWS.remove(id) != null) gone++;\n"
          + "    return gone;\n"
          + "  }\n"
          + "  public Collection<Row> all() { return new ArrayList<Row>(ROWS.values()); }\n"
          + "  public Row readsTheNext(long id) {\n"
          + "    Row other = ROWS.get(id + 1);\n"
          + "    return other == null ? ROWS.get(id) : other;\n"
          + "  }\n"
          + "}\n";

  private static final String UUIDS =
      "package app;\n"
          + "import java.util.*;\n"
          + "import java.util.concurrent.*;\n"
          + "public class Uuids {\n"
          + "  static final Map<UUID, Row> ROWS = new ConcurrentHashMap<UUID, Row>();\n"
          + "  public static class Row { public int quantity = 1; public UUID id; public String sku; }\n"
          + "  public Row create(String sku) {\n"
          + "    Row row = new Row();\n"
          + "    row.sku = sku; row.id = UUID.randomUUID();\n"
          + "    ROWS.put(row.id, row);\n"
          + "    return row;\n"
          + "  }\n"
          + "  public Row read(UUID id) { return ROWS.get(id); }\n"
          + "  public int cancel(List<UUID> ids) {\n"
          + "    int gone = 0;\n"
          + "    for (UUID id : ids) if (ROWS.remove(id) != null) gone++;\n"
          + "    return gone;\n"
          + "  }\n"
          + "}\n";

  private static final String MAIN =
      "package app;\n"
          + "import java.util.*;\n"
          + "public class Main {\n"
          + "  public static void main(String[] args) throws Exception {\n"
          + "    Legacy legacy = new Legacy();\n"
          + "    for (int i = 0; i < 60; i++) {\n"
          + "      long a = legacy.create(\"sku-\" + i).id;\n"
          + "      long b = legacy.create(\"other-\" + i).id;\n"
          + "      legacy.read(a);\n"
          + "      legacy.change(new Legacy.Change(b, i));\n"
          + "      legacy.read(b);\n"
          + "      legacy.all();\n"
          + "      legacy.cancel(new ArrayList<Long>(Arrays.asList(a, b)));\n"
          + "    }\n"
          + "    System.out.println(\"done\");\n"
          + "  }\n"
          + "}\n";

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void laterCallsAreTranslatedAndMatch(int java) throws Exception {
    Run run = run(java, 1, "app.Next", "create", "read", "change", "cancel", "all");
    matched(run, "create", 120);
    matched(run, "read", 120);
    matched(run, "change", 60);
    matched(run, "cancel", 60);
    matched(run, "all", 60);
  }

  /**
   * The control's ids are numbers and the candidate's are UUIDs: in results, arguments and erased
   * lists.
   */
  @Test
  void idsOfAnotherType() throws Exception {
    Run run = run(Jvm.running(), 1, "app.Uuids", "create", "read", "cancel");
    matched(run, "create", 120);
    matched(run, "cancel", 60);
    TallyEntry read = NoiseIT.total(run, "read");
    // The candidate's quantity is never changed; it is equal only where it was 1 already.
    assertThat(read.fate(Fate.MISMATCHED)).as("%s\n%s", read, run).isEqualTo(59);
    assertThat(read.signatures()).containsOnlyKeys("/quantity · VALUE");
  }

  /** With several threads, reads could overtake the calls that generate their ids; they wait. */
  @Test
  void readsWaitForTheCallsThatGenerateTheirIds() throws Exception {
    Run run = run(Jvm.running(), 4, "app.Next", "create", "read");
    matched(run, "create", 120);
    TallyEntry read = NoiseIT.total(run, "read");
    assertThat(read.reasons()).as(run.toString()).isEmpty();
    assertThat(read.fate(Fate.MATCHED) + read.fate(Fate.MISMATCHED)).isEqualTo(120);
    assertThat(read.signatures().keySet()).isSubsetOf("/quantity · VALUE");
  }

  @Test
  void candidateThatSwapsIdsDoesNotMatch() throws Exception {
    Run run =
        run(
            Jvm.running(),
            1,
            "app.Next",
            "create",
            "  - { name: read, control: app.Legacy#read, candidate: app.Next#readsTheNext, "
                + rules("read")
                + " }\n");
    matched(run, "create", 120);
    TallyEntry read = NoiseIT.total(run, "read");
    assertThat(read.fate(Fate.MISMATCHED)).as(run.toString()).isGreaterThanOrEqualTo(60);
    assertThat(read.signatures()).containsKey("/id · VALUE");
    ExampleEntry example = example(run, "read");
    assertThat(example.arguments()).containsExactly("1001");
    assertThat(example.given()).containsExactly("1");
  }

  /** Ids of calls that were not compared are not guessed. */
  @Test
  void idsOfCallsThatWereNotComparedAreNotGuessed() throws Exception {
    Run run =
        run(
            Jvm.running(),
            1,
            "app.Next",
            "  - { name: create, control: app.Legacy#create, candidate: app.Next#create,"
                + " sample: 50%, "
                + rules("create")
                + " }\n",
            "read");
    TallyEntry create = NoiseIT.total(run, "create");
    TallyEntry read = NoiseIT.total(run, "read");
    assertThat(create.fate(Fate.SAMPLED_OUT)).isBetween(20L, 100L);
    assertThat(read.fate(Fate.MISMATCHED)).isLessThanOrEqualTo(60); // only the quantity may differ
    assertThat(read.signatures().keySet()).isSubsetOf("/quantity · VALUE");
    assertThat(read.fate(Fate.UNANSWERED)).as(run.toString()).isPositive();
    assertThat(read.reasons().keySet())
        .anyMatch(reason -> reason.startsWith("unanswered: an id (order) among the arguments"));
  }

  private static String rules(String method) {
    switch (method) {
      case "create":
        return "compare: { identity: { \"/id\": order } }";
      case "read":
        return "compare: { identity: { \"/id\": order, \"/arguments/0\": order } }";
      case "change":
        return "compare: { identity: { \"/id\": order, \"/arguments/0/orderId\": order } }";
      case "cancel":
        return "compare: { identity: { \"/arguments/0/*\": order } }";
      default:
        return "idempotent: true, compare: { unordered: [\"\"], identity: { \"/*/id\": order } }";
    }
  }

  private Run run(int java, int threads, String candidate, String... points) throws Exception {
    StringBuilder yaml =
        new StringBuilder(
            "replay: { threads: "
                + threads
                + ", queue: { calls: 5000 }, drain: 60s, timeout: 30s }\n"
                + "snapshot: { time: 5s }\n"
                + "calls:\n");
    for (String point : points) {
      yaml.append(
          point.startsWith("  - ")
              ? point
              : "  - { name: "
                  + point
                  + ", control: app.Legacy#"
                  + point
                  + ", candidate: "
                  + candidate
                  + "#"
                  + point
                  + ", "
                  + rules(point)
                  + " }\n");
    }
    Run run =
        ChildJvm.of(java, directory)
            .app(LEGACY, NEXT, UUIDS, MAIN)
            .yaml(yaml.toString())
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    return run;
  }

  private static void matched(Run run, String point, long calls) throws Exception {
    TallyEntry total = NoiseIT.total(run, point);
    assertThat(total.fate(Fate.MATCHED))
        .as("%s: %s %s\n%s", point, total.reasons(), total.signatures(), run)
        .isEqualTo(calls);
    assertThat(total.intercepted()).isEqualTo(calls);
  }

  private static ExampleEntry example(Run run, String point) throws Exception {
    return JournalReader.over(run.journalFiles().toArray(new Path[0]))
        .contents()
        .examples()
        .stream()
        .filter(example -> example.point().equals(point))
        .findFirst()
        .get();
  }
}
