package io.understudy.overhead.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Starts the application in every setting, round after round, and prints the medians. Every round
 * begins with another setting. Each start is compared with the start without an agent in the same
 * round, so load of a shared machine affects both.
 */
public final class Startup {
  private final Path application;
  private final List<Setting> settings;

  private Startup(Path application, List<Setting> settings) {
    this.application = application;
    this.settings = settings;
  }

  /**
   * Runs all settings.
   *
   * @param arguments paths of understudy-agent.jar and of opentelemetry-javaagent.jar, and how many
   *     rounds
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 3) {
      System.err.println("usage: Startup understudy-agent.jar opentelemetry-javaagent.jar ROUNDS");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("understudy-startup");
    Path application = work.resolve("application.jar");
    System.err.println("generating the application: " + application);
    Application.into(application);
    List<Setting> settings =
        Setting.all(
            Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), work);
    new Startup(application, settings).run(Integer.parseInt(arguments[2]));
  }

  private void run(int rounds) throws IOException, InterruptedException {
    Map<Setting, List<Start>> starts = new LinkedHashMap<>();
    settings.forEach(setting -> starts.put(setting, new ArrayList<>()));
    for (int round = -1; round < rounds; round++) { // The first one fills the disk's cache.
      System.err.println(round < 0 ? "warming up" : "round " + (round + 1) + " of " + rounds);
      for (int i = 0; i < settings.size(); i++) {
        Setting setting = settings.get(Math.floorMod(round + i, settings.size()));
        Start start = Start.of(setting, application);
        if (round >= 0) {
          of(setting, starts).add(start);
        }
      }
    }
    print(starts);
  }

  private static List<Start> of(Setting setting, Map<Setting, List<Start>> starts) {
    return Objects.requireNonNull(starts.get(setting), setting.title());
  }

  private void print(Map<Setting, List<Start>> starts) {
    List<Start> bare = of(settings.get(0), starts);
    System.out.printf(
        "JVM %s (%s), %d processors, medians of %d rounds%n%n",
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vm.name"),
        Runtime.getRuntime().availableProcessors(),
        bare.size());
    System.out.println("| start of 10,000 classes | wall | added | ratio | CPU | added | ratio |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    for (Setting setting : settings) {
      List<Start> own = of(setting, starts);
      System.out.println(
          "| "
              + setting.title()
              + columns(own, bare, Start::wall)
              + columns(own, bare, Start::cpu)
              + " |");
    }
    System.out.println();
    for (Setting setting : settings) {
      String command = String.join(" ", Start.command(setting, application));
      System.out.println("- " + setting.title() + ": `" + withoutFolders(command) + "`");
    }
  }

  /** Removes the machine's own directories, which are of no use to a reader. */
  private static String withoutFolders(String command) {
    return command.replaceAll("/[^ =:]*/", "");
  }

  private static String columns(List<Start> own, List<Start> bare, ToDoubleFunction<Start> figure) {
    String total = millis(median(own.stream().map(figure::applyAsDouble).toList()));
    if (own == bare) {
      return " | " + total + " | | ";
    }
    List<Double> added = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      double mine = figure.applyAsDouble(own.get(i));
      double its = figure.applyAsDouble(bare.get(i));
      added.add(mine - its);
      ratios.add(mine / its);
    }
    return String.format(
        Locale.ROOT, " | %s | %s | %.2fx", total, millis(median(added)), median(ratios));
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%,.0f ms", millis);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
