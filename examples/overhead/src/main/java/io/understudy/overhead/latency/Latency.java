package io.understudy.overhead.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Runs every variant once in each round, in random order, and prints the ratios to the run without
 * an agent in the same round, so slow changes of the machine affect both.
 */
public final class Latency {
  /** Less free disk than this would disturb the journals. */
  private static final long FREE_BYTES = 2_000_000_000L;

  private final Options options;
  private final Tools tools;
  private final List<Variant> variants = new ArrayList<>();
  private boolean hasFailed;

  private Latency(Options options, Tools tools) {
    this.options = options;
    this.tools = tools;
  }

  /**
   * Runs all rounds.
   *
   * @param arguments see {@link Options#USAGE}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Path work = Files.createTempDirectory("understudy-latency");
    System.err.println("files of the runs are in " + work);
    Latency latency = new Latency(options, Tools.find(work));
    latency.run();
    if (!latency.hasFailed) { // Then the files tell why.
      Folder.clear(work);
      Files.delete(work);
    }
  }

  private void run() throws IOException, InterruptedException {
    for (Variant variant : options.variants()) {
      String missing = tools.missing(variant);
      if (missing == null) {
        variants.add(variant);
      } else {
        System.out.println("- Skipped: " + variant.title + ": " + missing + ".");
      }
    }
    System.out.println();
    int seconds = trials().stream().mapToInt(trial -> trial.seconds(options)).sum();
    System.err.printf("%d rounds of about %d minutes%n", options.rounds(), seconds / 60 + 1);
    Results results = new Results();
    Random random = new Random();
    for (int round = 0; round < options.rounds(); round++) {
      int work = calibrate();
      long seed = random.nextLong();
      List<Trial> trials = trials();
      Collections.shuffle(trials, random);
      for (Trial trial : trials) {
        System.err.printf("round %d of %d: %s%n", round + 1, options.rounds(), trial);
        List<Figures> figures = run(trial, work, seed);
        if (figures != null) {
          results.add(round, trial, figures);
        }
      }
    }
    print(results);
    new IdleTrials(tools, options).run(variants);
  }

  private List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (Variant variant : variants) {
      trials.add(new Trial(variant, false, options.loads()));
      if (Variant.COLD.contains(variant)) {
        options.loads().forEach(load -> trials.add(new Trial(variant, true, List.of(load))));
      }
    }
    return trials;
  }

  /** Returns the figures of a run; null if it failed, which leaves the other runs as they are. */
  private @Nullable List<Figures> run(Trial trial, int work, long seed)
      throws IOException, InterruptedException {
    long free = Files.getFileStore(tools.work()).getUsableSpace();
    if (free < FREE_BYTES) {
      throw new IOException("only " + free + " bytes are free in " + tools.work());
    }
    try {
      return trial.run(tools, options, work, seed);
    } catch (IOException e) {
      hasFailed = true;
      System.out.println("- Failed: " + trial + ": " + e.getMessage());
      return null;
    }
  }

  /** Returns the steps of work that take 75 us at this moment. */
  private int calibrate() throws IOException {
    List<String> command = tools.command(Variant.NO_AGENT);
    command.add(Calibration.class.getName());
    try (Child child = new Child(command, tools.work().resolve("calibration.err"), 120)) {
      int work = Integer.parseInt(child.line(Calibration.STEPS).split(" ")[1]);
      System.err.println("a call takes " + work + " steps");
      return work;
    }
  }

  private void print(Results results) {
    System.out.printf(
        "JVM %s (%s), %d processors, medians of %d rounds of %d s after %d s of warm-up%n%n",
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vm.name"),
        Runtime.getRuntime().availableProcessors(),
        options.rounds(),
        options.seconds(),
        options.warmUp());
    for (boolean isCold : new boolean[] {false, true}) {
      for (int load : options.loads()) {
        System.out.println(new Table(results, isCold, load).text(variants));
      }
    }
  }
}
