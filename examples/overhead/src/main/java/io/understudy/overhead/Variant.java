package io.understudy.overhead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A state of woven code, and the JVM arguments that produce it. */
enum Variant {
  BARE("no agent", "", ""),
  DISARMED("woven, disarmed", "sample: 100%", "-Doverhead.stop=%s/STOP"),
  SAMPLED_OUT("sampled out", "sample: 0%", ""),
  SHED("refused by the budget", "sample: 100%", ""),
  QUEUE_FULL("dropped, queue full", "sample: 100%", "-Doverhead.stuck=true"),
  CAPTURED("captured", "sample: 100%", "-Doverhead.captured=true");

  private static final String YAML =
      """
      application: overhead
      journal: { directory: "%s" }
      replay:
        threads: 1
        queue: { calls: %d, bytes: 1GB }
        timeout: 1h
        drain: 0s
      budget: { cpu: %4$s, caller: %4$s }
      calls:
        - { name: immutable, control: io.understudy.overhead.Service#immutable, \
      candidate: io.understudy.overhead.Candidate#immutable, %3$s }
        - { name: bean, control: io.understudy.overhead.Service#bean, \
      candidate: io.understudy.overhead.Candidate#bean, %3$s }
        - { name: order, control: io.understudy.overhead.Service#order, \
      candidate: io.understudy.overhead.Candidate#order, %3$s }
      """;

  private static final String LARGE =
      """
        - { name: %1$s, control: io.understudy.overhead.LargeService#%1$s, \
      candidate: io.understudy.overhead.LargeCandidate#%1$s, %2$s }
      """;

  final String title;
  private final String sample;
  private final String property;

  Variant(String title, String sample, String property) {
    this.title = title;
    this.sample = sample;
    this.property = property;
  }

  /** The arguments of a JVM in this state; its files are below {@code work}. */
  List<String> jvm(Path agent, Path work) throws IOException {
    if (this == BARE) {
      return List.of();
    }
    Path yaml = work.resolve(name() + ".yaml");
    Path journal = Files.createDirectories(work.resolve(name()));
    int room = this == QUEUE_FULL ? 1 : 2 * Bursts.CALLS;
    String budget = this == SHED ? "1%" : "unlimited";
    StringBuilder text = new StringBuilder(YAML.formatted(journal, room, sample, budget));
    for (String data : LargeData.KINDS) {
      text.append(LARGE.formatted("take" + data, sample));
      text.append(LARGE.formatted("give" + data, sample));
    }
    Files.writeString(yaml, text);
    String flag = "-javaagent:" + agent + "=" + yaml;
    // The JVM's warning about class data sharing, which every agent on the bootstrap path causes.
    String quiet = "-XX:-PrintWarnings";
    return property.isEmpty()
        ? List.of(flag, quiet)
        : List.of(flag, quiet, property.formatted(journal));
  }
}
