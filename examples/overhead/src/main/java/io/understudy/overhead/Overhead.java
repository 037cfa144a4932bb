package io.understudy.overhead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks and prints their table: nanoseconds are the minimum of all iterations,
 * because noise on a shared machine only adds time.
 */
public final class Overhead {
  private static final String[] CALLS = {"immutable", "bean", "order"};

  private final Path agent;
  private final Path work;

  private Overhead(Path agent, Path work) {
    this.agent = agent;
    this.work = work;
  }

  /**
   * Runs all benchmarks.
   *
   * @param arguments the path of understudy-agent.jar
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    if (arguments.length != 1 || !Files.isRegularFile(Path.of(arguments[0]))) {
      System.err.println("usage: java -jar overhead.jar path/to/understudy-agent.jar");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("understudy-overhead");
    new Overhead(Path.of(arguments[0]).toAbsolutePath(), work).run();
  }

  private void run() throws IOException, RunnerException {
    Map<Variant, Map<String, Figure>> calls = new EnumMap<>(Variant.class);
    for (Variant variant : Variant.values()) {
      System.err.println("running: " + variant.title);
      calls.put(variant, variant == Variant.CAPTURED ? bursts() : calls(variant));
    }
    System.err.println("running: copies, comparisons");
    Map<String, Figure> copies = figures(steady("Copies"), List.of());
    copies.putAll(figures(steady("PeerCopies"), List.of()));
    Map<String, Figure> comparisons = figures(steady("Comparisons"), List.of());
    System.err.println("running: large data");
    Map<String, Figure> hand = figures(steady("LargeCopies"), List.of());
    Map<String, Figure> bare = large(Variant.BARE);
    Map<String, Figure> captured = large(Variant.CAPTURED);
    System.err.println("running: threads");
    ThreadTable threads = new ThreadTable(Overhead::shared);
    print(calls, copies, comparisons);
    printLarge(hand, bare, captured);
    threads.print();
  }

  /** Prints the cost of copying arguments and of freezing results beside hand-written copies. */
  private static void printLarge(
      Map<String, Figure> hand, Map<String, Figure> bare, Map<String, Figure> captured) {
    System.out.println();
    System.out.println("| captured call | hand-written copy | as argument | | as result | |");
    System.out.println("|---|---:|---:|---:|---:|---:|");
    for (String data : LargeData.KINDS) {
      Figure copy = figure(hand, "one" + data);
      StringBuilder row =
          new StringBuilder("| " + LargeData.title(data) + " | " + Figure.nanos(copy.nanos()));
      for (String way : List.of("take", "give")) {
        double more = figure(captured, way + data).nanos() - figure(bare, way + data).nanos();
        row.append(
            String.format(Locale.ROOT, " | %s | %.1fx", Figure.more(more), more / copy.nanos()));
      }
      System.out.println(row + " |");
    }
  }

  private Map<String, Figure> large(Variant variant) throws IOException, RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\.LargeCalls\\.")
            .warmupIterations(100)
            .measurementIterations(100)
            .warmupBatchSize(LargeCalls.CALLS)
            .measurementBatchSize(LargeCalls.CALLS);
    Map<String, Figure> figures = figures(options, variant.jvm(agent, work));
    figures.replaceAll((name, burst) -> burst.dividedBy(LargeCalls.CALLS));
    return figures;
  }

  /** Runs what threads share; see {@link ThreadTable}. */
  private static Map<String, Figure> shared(String suite, int threads) throws RunnerException {
    ChainedOptionsBuilder options = steady(suite);
    if (threads > 0) {
      options.threads(threads);
    }
    return figures(options, List.of());
  }

  private Map<String, Figure> calls(Variant variant) throws IOException, RunnerException {
    return figures(steady("Calls"), variant.jvm(agent, work));
  }

  private Map<String, Figure> bursts() throws IOException, RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\.Bursts\\.")
            .warmupIterations(60)
            .measurementIterations(60)
            .warmupBatchSize(Bursts.CALLS)
            .measurementBatchSize(Bursts.CALLS);
    Map<String, Figure> figures = figures(options, Variant.CAPTURED.jvm(agent, work));
    figures.replaceAll((name, burst) -> burst.dividedBy(Bursts.CALLS));
    return figures;
  }

  private static ChainedOptionsBuilder steady(String suite) {
    return new OptionsBuilder()
        .include("\\." + suite + "\\.")
        .warmupIterations(5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1));
  }

  private static Map<String, Figure> figures(ChainedOptionsBuilder options, List<String> jvm)
      throws RunnerException {
    List<String> all = new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"));
    all.addAll(jvm);
    Collection<RunResult> results =
        new Runner(
                options
                    .forks(2)
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .jvmArgsAppend(all.toArray(new String[0]))
                    .build())
            .run();
    Map<String, Figure> figures = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      figures.put(name.substring(name.lastIndexOf('.') + 1), Figure.of(result));
    }
    return figures;
  }

  private static void print(
      Map<Variant, Map<String, Figure>> calls,
      Map<String, Figure> copies,
      Map<String, Figure> comparisons) {
    System.out.printf(
        "JVM %s (%s), %d processors%n%n",
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vm.name"),
        Runtime.getRuntime().availableProcessors());
    System.out.println(
        "| call, on the calling thread | immutable arguments | 8-field bean | order |");
    System.out.println("|---|---:|---:|---:|");
    for (Variant variant : Variant.values()) {
      StringBuilder row = new StringBuilder("| " + variant.title);
      for (String call : CALLS) {
        Figure bare = figure(calls.get(Variant.BARE), call);
        Figure figure = figure(calls.get(variant), call);
        row.append(
            variant == Variant.BARE
                ? " | " + figure
                : " | " + Figure.more(figure.nanos() - bare.nanos()));
      }
      System.out.println(row + " |");
    }
    System.out.printf(
        "| hand-written copies | - | %s | %s |%n", copies.get("bean"), copies.get("order"));
    for (String peer : List.of("Fory", "Kryo", "Jackson")) {
      String name = peer.toLowerCase(Locale.ROOT);
      System.out.printf(
          "| copies by %s | - | %s | %s |%n",
          peer, copies.get(name + "Bean"), copies.get(name + "Order"));
    }
    System.out.println();
    Figure ours = figure(comparisons, "understudy");
    System.out.println("| two orders compared | time | against Understudy | bytes allocated |");
    System.out.println("|---|---:|---:|---:|");
    comparisons.forEach(
        (name, figure) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1fx | %,d |%n",
                name,
                figure,
                figure.nanos() / ours.nanos(),
                Math.round(figure.bytes())));
  }

  private static Figure figure(@Nullable Map<String, Figure> figures, String name) {
    Figure figure = figures == null ? null : figures.get(name);
    if (figure == null) {
      throw new IllegalStateException("no figure of " + name);
    }
    return figure;
  }
}
