package io.understudy.overhead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs the benchmarks and prints their tables: nanoseconds are the minimum of all iterations,
 * because noise on a shared machine only adds time.
 */
public final class Overhead {
  private final Suites suites;
  private final boolean isBrief;

  private Overhead(Suites suites, boolean isBrief) {
    this.suites = suites;
    this.isBrief = isBrief;
  }

  /**
   * Runs the benchmarks.
   *
   * @param arguments the path of understudy-agent.jar; then {@code brief} for the cost of captured
   *     calls and of what threads share alone, in six minutes
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    boolean isBrief = arguments.length == 2 && arguments[1].equals("brief");
    if ((arguments.length != 1 && !isBrief) || !Files.isRegularFile(Path.of(arguments[0]))) {
      System.err.println("usage: java -jar overhead.jar path/to/understudy-agent.jar [brief]");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("understudy-overhead");
    Path agent = Path.of(arguments[0]).toAbsolutePath();
    new Overhead(new Suites(agent, work, isBrief), isBrief).run();
  }

  private void run() throws IOException, RunnerException {
    System.out.printf(
        "JVM %s (%s), %d processors%n%n",
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vm.name"),
        Runtime.getRuntime().availableProcessors());
    calls(isBrief ? List.of("immutable", "bean") : List.of("immutable", "bean", "order"));
    large(isBrief ? List.of("Bean", "Order") : LargeData.KINDS);
    System.err.println("running: threads");
    new ThreadTable(suites::shared).print();
    if (!isBrief) {
      comparisons();
    }
  }

  private void calls(List<String> calls) throws IOException, RunnerException {
    String names = oneOf(calls);
    Map<Variant, Map<String, Figure>> figures = new EnumMap<>(Variant.class);
    for (Variant variant : Variant.values()) {
      System.err.println("running: " + variant.title);
      figures.put(variant, suites.calls(variant, names));
    }
    System.out.println("| call, on the calling thread | " + titles(calls) + " |");
    System.out.println("|---|" + "---:|".repeat(calls.size()));
    for (Variant variant : Variant.values()) {
      StringBuilder row = new StringBuilder("| " + variant.title);
      for (String call : calls) {
        Figure bare = figure(figures.get(Variant.BARE), call);
        Figure figure = figure(figures.get(variant), call);
        row.append(
            variant == Variant.BARE
                ? " | " + figure
                : " | " + Figure.more(figure.nanos() - bare.nanos()));
      }
      System.out.println(row + " |");
    }
    System.err.println("running: copies");
    copies("hand-written copies", calls, suites.plain("Copies\\." + names), "");
    if (!isBrief) {
      Map<String, Figure> peers = suites.plain("PeerCopies\\.");
      for (String peer : List.of("Fory", "Kryo", "Jackson")) {
        copies("copies by " + peer, calls, peers, peer.toLowerCase(Locale.ROOT));
      }
    }
  }

  private static String titles(List<String> calls) {
    return String.join(" | ", calls)
        .replace("immutable", "immutable arguments")
        .replace("bean", "8-field bean, in and out");
  }

  private static String oneOf(List<String> names) {
    return "(" + String.join("|", names) + ")";
  }

  private static void copies(
      String title, List<String> calls, Map<String, Figure> figures, String prefix) {
    StringBuilder row = new StringBuilder("| " + title);
    for (String call : calls) {
      String name =
          prefix.isEmpty()
              ? call
              : prefix + call.substring(0, 1).toUpperCase(Locale.ROOT) + call.substring(1);
      row.append(" | ").append(call.equals("immutable") ? "-" : figure(figures, name));
    }
    System.out.println(row + " |");
  }

  /** Prints the cost of copying arguments and of freezing results beside hand-written copies. */
  private void large(List<String> kinds) throws IOException, RunnerException {
    System.err.println("running: large data");
    String names = "(take|give)" + oneOf(kinds);
    Map<String, Figure> hand = suites.plain("LargeCopies\\.one" + oneOf(kinds));
    Map<String, Figure> bare = suites.large(Variant.BARE, names);
    Map<String, Figure> captured = suites.large(Variant.CAPTURED, names);
    System.out.println();
    System.out.println("| captured call | hand-written copy | as argument | | as result | |");
    System.out.println("|---|---:|---:|---:|---:|---:|");
    for (String kind : kinds) {
      Figure copy = figure(hand, "one" + kind);
      StringBuilder row =
          new StringBuilder("| " + LargeData.title(kind) + " | " + Figure.nanos(copy.nanos()));
      for (String way : List.of("take", "give")) {
        double more = figure(captured, way + kind).nanos() - figure(bare, way + kind).nanos();
        row.append(
            String.format(Locale.ROOT, " | %s | %.1fx", Figure.more(more), more / copy.nanos()));
      }
      System.out.println(row + " |");
    }
  }

  private void comparisons() throws RunnerException {
    System.err.println("running: comparisons");
    Map<String, Figure> comparisons = suites.plain("Comparisons\\.");
    Figure ours = figure(comparisons, "understudy");
    System.out.println();
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
