package io.understudy.overhead.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Counts for a while. Threads that end meanwhile are left out; their earlier counts would be
   * subtracted otherwise.
   */
  static TaskCounts during(int seconds) throws IOException, InterruptedException {
    Map<Path, TaskCounts> before = byThread();
    Thread.sleep(1_000L * seconds);
    TaskCounts sum = new TaskCounts(0, 0, 0, 0);
    for (Map.Entry<Path, TaskCounts> thread : byThread().entrySet()) {
      TaskCounts earlier = before.get(thread.getKey());
      sum = sum.plus(thread.getValue(), 1);
      sum = earlier == null ? sum : sum.plus(earlier, -1);
    }
    return sum;
  }

  private static Map<Path, TaskCounts> byThread() throws IOException {
    Map<Path, TaskCounts> threads = new HashMap<>();
    try (Stream<Path> tasks = Files.list(TASKS)) {
      for (Path task : tasks.toList()) {
        try {
          List<String> status = Files.readAllLines(task.resolve("status"));
          long switches = Long.parseLong(value(status, "voluntary_ctxt_switches:"));
          String time = Files.readString(task.resolve("schedstat"));
          long cpu = Long.parseLong(time.substring(0, time.indexOf(' ')));
          boolean isAgent = value(status, "Name:").startsWith("understudy");
          threads.put(
              task, new TaskCounts(isAgent ? switches : 0, switches, isAgent ? cpu : 0, cpu));
        } catch (NoSuchFileException e) {
          // The thread has ended since the list was made.
        }
      }
    }
    return threads;
  }

  private static String value(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip())
        .findFirst()
        .orElse("");
  }

  private TaskCounts plus(TaskCounts other, int times) {
    return new TaskCounts(
        agentSwitches + times * other.agentSwitches,
        switches + times * other.switches,
        agentCpu + times * other.agentCpu,
        cpu + times * other.cpu);
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
