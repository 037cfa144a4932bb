package io.understudy.agent.budget.machine;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CPU limit of the container, from the control groups of version 2 and 1: the quota in
 * processors, and how often the group was stopped at it. Not thread-safe.
 */
final class ContainerLimit {
  private static final String ROOT = "/sys/fs/cgroup";
  private static final int MOST = 4096;

  private final @Nullable String directory;

  private ContainerLimit(@Nullable String directory) {
    this.directory = directory;
  }

  /** Finds the group of this process; a limit without a group reports nothing. */
  static ContainerLimit find() {
    String groups = KernelFile.read("/proc/self/cgroup", MOST);
    return groups == null ? new ContainerLimit(null) : find(groups, ROOT);
  }

  static ContainerLimit find(String groups, String root) {
    for (String directory : directories(groups, root)) {
      if (new File(directory, "cpu.stat").canRead()
          && (new File(directory, "cpu.max").canRead()
              || new File(directory, "cpu.cfs_quota_us").canRead())) {
        return new ContainerLimit(directory);
      }
    }
    return new ContainerLimit(null);
  }

  // Inside of a container the path of the group may be that of the host, and the mounted directory
  // is the group itself.
  private static List<String> directories(String groups, String root) {
    List<String> found = new ArrayList<>();
    for (String line : groups.split("\n")) {
      String[] parts = line.split(":", 3);
      if (parts.length < 3) {
        continue;
      }
      String controllers = parts[1];
      if (controllers.isEmpty()) {
        found.add(root + parts[2]);
        found.add(root);
      } else if (("," + controllers + ",").contains(",cpu,")) {
        found.add(root + "/" + controllers + parts[2]);
        found.add(root + "/" + controllers);
        found.add(root + "/cpu" + parts[2]);
        found.add(root + "/cpu");
      }
    }
    return found;
  }

  /** Returns the quota in processors; positive infinity if there is none. */
  double processors() {
    if (directory == null) {
      return Double.POSITIVE_INFINITY;
    }
    String max = KernelFile.read(directory + "/cpu.max", MOST);
    if (max != null) {
      String[] parts = max.trim().split(" ");
      return parts.length == 2 ? quota(parts[0], parts[1]) : Double.POSITIVE_INFINITY;
    }
    String quota = KernelFile.read(directory + "/cpu.cfs_quota_us", MOST);
    String period = KernelFile.read(directory + "/cpu.cfs_period_us", MOST);
    return quota == null || period == null
        ? Double.POSITIVE_INFINITY
        : quota(quota.trim(), period.trim());
  }

  private static double quota(String quota, String period) {
    try {
      double processors = Double.parseDouble(quota) / Double.parseDouble(period);
      return processors > 0 ? processors : Double.POSITIVE_INFINITY;
    } catch (NumberFormatException unlimited) {
      return Double.POSITIVE_INFINITY; // "max"
    }
  }

  /** Returns how often the group was stopped, or {@link MachineReading#UNKNOWN}. */
  long throttledPeriods() {
    String stat = directory == null ? null : KernelFile.read(directory + "/cpu.stat", MOST);
    if (stat == null) {
      return MachineReading.UNKNOWN;
    }
    for (String line : stat.split("\n")) {
      if (line.startsWith("nr_throttled ")) {
        try {
          return Long.parseLong(line.substring(line.indexOf(' ') + 1).trim());
        } catch (NumberFormatException otherFormat) {
          return MachineReading.UNKNOWN;
        }
      }
    }
    return MachineReading.UNKNOWN;
  }
}
