package io.understudy.overhead.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Linux counts for the threads of this process.
 *
 * @param agentSwitches voluntary context switches of threads whose name begins with {@code
 *     understudy}: how often they waited, and so woke up
 * @param switches the same of all threads
 * @param agentCpu nanoseconds on a processor of the agent's threads
 * @param cpu the same of all threads
 */
record TaskCounts(long agentSwitches, long switches, long agentCpu, long cpu) {
  /** How its line begins. */
  static final String NAME = "tasks";

  private static final Path TASKS = Path.of("/proc/self/task");

  static boolean areKnown() {
    return Files.isDirectory(TASKS);
  }

  static TaskCounts now() throws IOException {
    long agentSwitches = 0;
    long switches = 0;
    long agentCpu = 0;
    long cpu = 0;
    try (Stream<Path> tasks = Files.list(TASKS)) {
      for (Path task : tasks.toList()) {
        try {
          List<String> status = Files.readAllLines(task.resolve("status"));
          long own = Long.parseLong(value(status, "voluntary_ctxt_switches:"));
          String time = Files.readString(task.resolve("schedstat"));
          long ownCpu = Long.parseLong(time.substring(0, time.indexOf(' ')));
          boolean isAgent = value(status, "Name:").startsWith("understudy");
          agentSwitches += isAgent ? own : 0;
          switches += own;
          agentCpu += isAgent ? ownCpu : 0;
          cpu += ownCpu;
        } catch (NoSuchFileException e) {
          // The thread has ended since the list was made.
        }
      }
    }
    return new TaskCounts(agentSwitches, switches, agentCpu, cpu);
  }

  private static String value(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip())
        .findFirst()
        .orElse("");
  }

  TaskCounts minus(TaskCounts before) {
    return new TaskCounts(
        agentSwitches - before.agentSwitches,
        switches - before.switches,
        agentCpu - before.agentCpu,
        cpu - before.cpu);
  }

  /** Reads what {@link #toString} wrote. */
  static TaskCounts parse(String line) {
    long[] n = Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
    return new TaskCounts(n[0], n[1], n[2], n[3]);
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        NAME,
        Long.toString(agentSwitches),
        Long.toString(switches),
        Long.toString(agentCpu),
        Long.toString(cpu));
  }
}
