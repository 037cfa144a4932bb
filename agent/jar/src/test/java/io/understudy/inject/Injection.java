package io.understudy.inject;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs one plan of experiments: starts a JVM with the woven agent, and another one from the next
 * experiment on when it ends early. Not thread-safe.
 */
final class Injection {
  /** Exit code of the application when all experiments are done. */
  private static final int DONE = 7;

  private static final int MOST_JVMS = 400;

  private final Path directory;
  private final int java;
  private final Path agent;
  private final SiteTable sites;

  /** Weaves the jar into a directory, which is empty. */
  Injection(int java, Path directory) throws IOException {
    this.java = java;
    this.directory = directory;
    Path faults = Sources.compile(directory.resolve("faults"), Sources.ofApp("faults"));
    agent = directory.resolve("understudy-agent.jar");
    sites = FaultJar.weave(ChildJvm.agentJar(), faults, agent);
    Files.write(directory.resolve("sites.tsv"), sites.lines(), StandardCharsets.UTF_8);
  }

  SiteTable sites() {
    return sites;
  }

  /**
   * Runs a plan.
   *
   * @param plan words of the form {@code key=value}, as the application's class {@code Plan} reads
   *     them
   */
  InjectionResults run(String plan) throws Exception {
    InjectionResults results = new InjectionResults(sites);
    long from = -1;
    for (int i = 0; i < MOST_JVMS; i++) {
      Path each = Files.createDirectories(directory.resolve("jvm-" + i));
      Run run = start(each, plan + " from=" + from);
      results.read(each.resolve("results.tsv"), run);
      if (run.exit() == DONE) {
        return results;
      }
      from = results.last();
    }
    throw new AssertionError(results.failures());
  }

  private Run start(Path each, String plan) throws Exception {
    ChildJvm child = child(each);
    String second = child.write("second.yaml", yaml(child, "51%")).toString();
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
    return child.arguments(child.write("first.yaml", yaml(child, "50%")).toString());
  }

  /** The path of the file that lists the sites. */
  String siteFile() {
    return directory.resolve("sites.tsv").toString();
  }

  private static String yaml(ChildJvm child, String sample) {
    StringBuilder yaml =
        new StringBuilder("application: injected\njournal:\n  directory: ")
            .append(child.journalDirectory())
            .append("\n  flush: 10ms\n  rotate: { size: 64KB }\n")
            .append("  redact: [\"/**/secret\"]\n  examples-per-hour: 100000\n")
            .append("replay: { threads: 2, timeout: 1s, drain: 2s, completion: 1s, stuck: 16 }\n")
            .append(ChildJvm.UNLIMITED)
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
