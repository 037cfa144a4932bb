package io.understudy.inject;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs one plan of experiments: starts a JVM with the woven agent, and another one from the next
 * experiment on when it ends early. Not thread-safe.
 */
final class Injection {
  /** Exit code of the application when all experiments are done. */
  private static final int DONE = 7;

  private static final int MOST_JVMS = 2_000;

  /** How long one JVM makes experiments before the next JVM continues. */
  private static final int SECONDS = 120;

  private static final String RULES =
      "compare: { tolerate: { \"/total\": 0.005, \"/rate\": 1e-9 relative, \"/when\": 5s },"
          + " unordered: [\"/tags\"], as-set: [\"/roles\"], keyed: { \"/lines\": sku },"
          + " rename: { \"/old\": \"/young\" }, similar-names: [\"\"],"
          + " text: { \"/text\": [trim, ignore-case, collapse-whitespace] },"
          + " text-as-number: [\"/number\"], mask: { \"/message\": \"quote [0-9]+\" },"
          + " codes: { \"/status\": { A: ACTIVE, B: BLOCKED } },"
          + " round: { \"/tax\": { decimals: 2, control: HALF_UP, candidate: HALF_EVEN } },"
          + " parse: { \"/body\": json, \"/page\": xml }, any-value: [\"/stamp\"],"
          + " matches: { \"/quoteId\": \"[0-9]{8}\" }, absent-is-null: [\"/extra\"],"
          + " null-is-empty: [\"/notes\"] }";

  private final Path directory;
  private final int java;
  private final String budget;
  private final Path agent;
  private final SiteTable sites;

  /**
   * A port of the metrics that was free. If another process takes it, no site of them is reached.
   */
  private final int port;

  /** Weaves the jar into a directory, which is empty or has results of the same agent. */
  Injection(int java, Path directory) throws IOException {
    this(java, directory, ChildJvm.UNLIMITED);
  }

  /** Does the same under a budget, one line of the configuration. */
  Injection(int java, Path directory, String budget) throws IOException {
    this.java = java;
    this.budget = budget;
    this.directory = directory;
    port = freePort();
    Path faults = Sources.compile(directory.resolve("faults"), Sources.ofApp("faults"));
    agent = directory.resolve("understudy-agent.jar");
    sites = FaultJar.weave(ChildJvm.agentJar(), faults, agent);
    Path list = directory.resolve("sites.tsv");
    if (Files.exists(list)
        && !Files.readAllLines(list, StandardCharsets.UTF_8).equals(sites.lines())) {
      throw new IOException(directory + " has results of another agent; use an empty directory");
    }
    Files.write(list, sites.lines(), StandardCharsets.UTF_8);
  }

  /**
   * Returns a free port that no system gives to connections (RFC 6335 and Linux begin above), since
   * each reload frees it for a moment.
   */
  private static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        Thread.yield();
      }
    }
  }

  SiteTable sites() {
    return sites;
  }

  /**
   * Runs a plan. What the directory has of an earlier run is not repeated.
   *
   * @param plan words of the form {@code key=value}, as the application's class {@code Plan} reads
   *     them
   * @param seconds after which no other JVM is started; a run in the same directory continues then
   */
  InjectionResults run(String plan, long seconds) throws Exception {
    InjectionResults results = new InjectionResults(sites);
    long start = System.nanoTime();
    for (int i = 0; i < MOST_JVMS; i++) {
      Path each = directory.resolve("jvm-" + i);
      if (Files.exists(each.resolve("results.tsv"))) {
        results.readAgain(each.resolve("results.tsv"));
        continue;
      }
      if (System.nanoTime() - start > seconds * 1_000_000_000L) {
        return results;
      }
      Path done = Files.write(directory.resolve("done"), results.done(), StandardCharsets.UTF_8);
      Run run = start(Files.createDirectories(each), plan + " done=" + done);
      results.read(each.resolve("results.tsv"), run);
      if (run.exit() == DONE) {
        return results;
      }
    }
    throw new AssertionError(results.failures());
  }

  private Run start(Path each, String plan) throws Exception {
    ChildJvm child = child(each).option("-Dfaults.seconds=" + SECONDS).limit(2 * SECONDS);
    String second = child.write("second.yaml", yaml(child, port, "51%")).toString();
    return child.run(
        "app.Main",
        siteFile(),
        each.resolve("results.tsv").toString(),
        child.journalDirectory().toString(),
        second,
        each.resolve("first.yaml").toString(),
        plan);
  }

  /** Prepares a JVM with the woven agent and the application. */
  ChildJvm child(Path each) throws IOException {
    ChildJvm child = ChildJvm.of(java, each).classPath(agent);
    child.appOf("injected").agent(agent).option("-Dfaults.sites=" + sites.lines().size());
    child.option("-Dfaults.port=" + port);
    return child.arguments(child.write("first.yaml", yaml(child, port, "50%")).toString());
  }

  /** The path of the file that lists the sites. */
  String siteFile() {
    return directory.resolve("sites.tsv").toString();
  }

  private String yaml(ChildJvm child, int port, String sample) {
    StringBuilder yaml =
        new StringBuilder("application: injected\njournal:\n  directory: ")
            .append(child.journalDirectory())
            .append("\n  flush: 10ms\n  rotate: { size: 64KB }\n")
            .append("  redact: [\"/**/secret\"]\n  examples-per-hour: 100000\n")
            .append("replay: { threads: 2, timeout: 1s, drain: 2s, completion: 1s, stuck: 16 }\n")
            .append("metrics: { prometheus: { port: " + port + " } }\n")
            .append(budget)
            .append("calls:\n");
    String[][] points = {
      {"quote"},
      {"order", "compare: { keyed: { \"/lines\": sku }, tolerate: { \"/total\": 0.1 } }"},
      {"fill"},
      {"fails"},
      {"differs"},
      {"stage"},
      {"done"},
      {"recurse"},
      {"noisy", "idempotent: true, noise: { repeat: 100% }"},
      {"custom", "compare: { unordered: [\"\"] }"},
      {"uncopied"},
      {"sampled", "sample: " + sample},
      {"create", "compare: { identity: { \"\": order } }"},
      {"read", "compare: { identity: { \"/arguments/0\": order } }"},
      {"later"},
      {
        "accepted",
        "accept: [{ id: ROUND-1, where: { path: \"\", delta: 0.01 }, reason: agreed, owner: us,"
            + " until: 2036-12-31 }]"
      },
      {"slow", "timeout: 20ms"},
      {"never", "completion: 50ms"},
      {"pooled"},
      {"works"},
      {"values"},
      {"ruled", RULES},
      {"refused", "compare: { exceptions: { message: true, cause: true } }"},
    };
    for (String[] point : points) {
      String rest = point.length > 1 ? ", " + point[1] : "";
      yaml.append("  - { name: " + point[0] + ", control: app.Legacy#" + point[0]);
      yaml.append(", candidate: app.Next#" + point[0] + rest + " }\n");
    }
    return yaml.append("  - name: absent\n    control: app.Legacy#absent\n")
        .append("    candidate: \"app.Next$Absent#absent\"\n")
        .toString();
  }
}
