package io.understudy.agent.budget.machine;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The CPU limits of the container, from the control groups of version 2 and 1: the smallest quota
 * of the group and of the groups around it, in processors, and how often they were stopped at it.
 * Not thread-safe.
 */
final class ContainerLimit {
  private static final String ROOT = "/sys/fs/cgroup";
  private static final int MOST = 4096;
  private static final int DEEPEST = 16;

  /** The directories of the group and of those around it, innermost first. */
  private final List<String> groups;

  private ContainerLimit(List<String> groups) {
    this.groups = groups;
  }

  /** Finds the group of this process; a limit without a group reports nothing. */
  static ContainerLimit find() {
    String groups = KernelFile.read("/proc/self/cgroup", MOST);
    return find(groups == null ? "" : groups, ROOT);
  }

  static ContainerLimit find(String groups, String root) {
    for (String directory : directories(groups, root)) {
      // The limit may be that of a group around it alone: of a slice, for example.
      List<String> limited = around(directory, root);
      if (!limited.isEmpty()) {
        return new ContainerLimit(limited);
      }
    }
    return new ContainerLimit(new ArrayList<>());
  }

  private static boolean isLimited(File group) {
    return new File(group, "cpu.stat").canRead()
        && (new File(group, "cpu.max").canRead() || new File(group, "cpu.cfs_quota_us").canRead());
  }

  private static List<String> around(String innermost, String root) {
    List<String> groups = new ArrayList<>();
    File group = new File(innermost);
    while (group != null && group.getPath().startsWith(root) && groups.size() < DEEPEST) {
      if (isLimited(group)) {
        groups.add(group.getPath());
      }
      group = group.getParentFile();
    }
    return groups;
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

  /** Returns the smallest quota in processors; positive infinity if there is none. */
  double processors() {
    double least = Double.POSITIVE_INFINITY;
    for (String group : groups) {
      least = Math.min(least, processors(group));
    }
    return least;
  }

  private static double processors(String group) {
    String max = KernelFile.read(group + "/cpu.max", MOST);
    if (max != null) {
      String[] parts = max.trim().split(" ");
      return parts.length == 2 ? quota(parts[0], parts[1]) : Double.POSITIVE_INFINITY;
    }
    String quota = KernelFile.read(group + "/cpu.cfs_quota_us", MOST);
    String period = KernelFile.read(group + "/cpu.cfs_period_us", MOST);
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

  /** Returns how often the groups were stopped, or {@link MachineReading#UNKNOWN}. */
  long throttledPeriods() {
    long sum = MachineReading.UNKNOWN;
    for (String group : groups) {
      long periods = throttledPeriods(group);
      sum = periods < 0 ? sum : Math.max(0, sum) + periods;
    }
    return sum;
  }

  private static long throttledPeriods(String group) {
    String stat = KernelFile.read(group + "/cpu.stat", MOST);
    for (String line : (stat == null ? "" : stat).split("\n")) {
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
