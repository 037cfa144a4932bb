package io.understudy.agent.budget.machine;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The idle time of processors, from {@code /proc/stat}. Only processors count that the process may
 * use ({@code Cpus_allowed_list}). Stateless.
 */
final class ProcessorTimes {
  /** The unit of /proc/stat: a hundredth of a second on every Linux. */
  private static final long TICK_NANOS = 10_000_000;

  private static final int NICE = 2;
  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;

  private ProcessorTimes() {}

  /**
   * Returns the idle time of the allowed processors in nanoseconds, together.
   *
   * @param stat the text of /proc/stat
   * @param allowed the numbers of the processors; null for all
   * @return {@link MachineReading#UNKNOWN} if the text has no such processor
   */
  static long idleNanos(String stat, @Nullable BitSet allowed) {
    long ticks = 0;
    boolean isKnown = false;
    for (String line : stat.split("\n")) {
      int number = number(line);
      if (number < 0 || (allowed != null && !allowed.get(number))) {
        continue;
      }
      String[] fields = line.trim().split(" +");
      if (fields.length > IO_WAIT) {
        try {
          ticks +=
              Long.parseLong(fields[NICE])
                  + Long.parseLong(fields[IDLE])
                  + Long.parseLong(fields[IO_WAIT]);
          isKnown = true;
        } catch (NumberFormatException otherFormat) {
          return MachineReading.UNKNOWN;
        }
      }
    }
    return isKnown ? ticks * TICK_NANOS : MachineReading.UNKNOWN;
  }

  /** Returns the number of processors in the text of /proc/stat. */
  static int count(String stat) {
    int count = 0;
    for (String line : stat.split("\n")) {
      count += number(line) >= 0 ? 1 : 0;
    }
    return count;
  }

  /** Whether all processors in the text of /proc/stat are allowed. */
  static boolean areAll(String stat, BitSet allowed) {
    for (String line : stat.split("\n")) {
      int number = number(line);
      if (number >= 0 && !allowed.get(number)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String line) {
    if (!line.startsWith("cpu")) {
      return -1;
    }
    int end = line.indexOf(' ');
    try {
      return end > 3 ? Integer.parseInt(line.substring(3, end)) : -1;
    } catch (NumberFormatException other) {
      return -1;
    }
  }

  /**
   * Returns the processors that a process may use.
   *
   * @param status the text of /proc/self/status
   * @return null if it does not say
   */
  static @Nullable BitSet allowed(String status) {
    for (String line : status.split("\n")) {
      if (line.startsWith("Cpus_allowed_list:")) {
        return list(line.substring(line.indexOf(':') + 1).trim());
      }
    }
    return null;
  }

  /** Parses a list such as {@code 0-3,8}. */
  static @Nullable BitSet list(String text) {
    BitSet numbers = new BitSet();
    try {
      for (String part : text.split(",")) {
        int dash = part.indexOf('-');
        int first = Integer.parseInt((dash < 0 ? part : part.substring(0, dash)).trim());
        int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1).trim());
        numbers.set(first, last + 1);
      }
    } catch (RuntimeException otherFormat) {
      return null;
    }
    return numbers;
  }
}
