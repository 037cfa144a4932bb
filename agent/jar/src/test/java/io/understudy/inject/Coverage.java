package io.understudy.inject;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Which sites the application has executed, and which of them have failed. Not thread-safe. */
final class Coverage {
  private final SiteTable sites;

  /** Sites that were executed, also while the JVM starts and ends. */
  final Set<Integer> reached = new HashSet<>();

  /** Sites that are executed while calls are made. */
  final Set<Integer> running = new HashSet<>();

  /** Sites at which a fault was raised. */
  final Set<Integer> tried = new HashSet<>();

  Coverage(SiteTable sites) {
    this.sites = sites;
  }

  /** The sites by package and by kind: all, executed, executed while calls are made, tried. */
  String tables() {
    return table("package below `io.understudy`", line -> "`" + part(line[1]) + "`")
        + "\n"
        + table("site", line -> line[4].toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
  }

  /** The package without {@code io.understudy}; the parts of the agent by their first name. */
  private static String part(String className) {
    String name = className.substring("io.understudy.".length());
    String[] words = name.split("\\.");
    boolean isDeep = words[0].equals("agent") && words.length > 2;
    return isDeep ? words[0] + "." + words[1] : words[0];
  }

  private String table(String title, Function<String[], String> group) {
    Map<String, int[]> groups = new TreeMap<>();
    int[] sum = new int[4];
    for (int site = 0; site < sites.lines().size(); site++) {
      String name = group.apply(sites.lines().get(site).split("\t"));
      int[] counts = groups.computeIfAbsent(name, n -> new int[4]);
      for (int[] each : new int[][] {counts, sum}) {
        each[0]++;
        each[1] += reached.contains(site) ? 1 : 0;
        each[2] += running.contains(site) ? 1 : 0;
        each[3] += tried.contains(site) ? 1 : 0;
      }
    }
    StringBuilder table =
        new StringBuilder("| " + title + " | sites | reached | during calls | tried |\n");
    table.append("|---|---|---|---|---|\n");
    groups.forEach((name, counts) -> table.append(row(name, counts)));
    return table.append(row("all", sum)).toString();
  }

  private static String row(String name, int[] counts) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (int count : counts) {
      row.append(' ').append(count).append(" |");
    }
    return row.append('\n').toString();
  }

  /**
   * The names of the sites without a fault, each with the reason: not reached, at the start, or
   * missed.
   */
  String untried() {
    StringBuilder text = new StringBuilder();
    for (int site = 0; site < sites.lines().size(); site++) {
      if (!tried.contains(site)) {
        String how =
            running.contains(site) ? "missed" : reached.contains(site) ? "start" : "not reached";
        text.append(how).append('\t').append(sites.lines().get(site)).append('\n');
      }
    }
    return text.toString();
  }
}
