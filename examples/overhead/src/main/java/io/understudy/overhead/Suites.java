package io.understudy.overhead;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs suites of benchmarks in JVMs of their own, with or without the agent. */
final class Suites {
  private final Path agent;
  private final Path work;
  private final boolean isBrief;

  /**
   * Sets how benchmarks run.
   *
   * @param agent the agent's jar
   * @param work a directory for files of the agent
   * @param isBrief whether calls have fewer and shorter iterations, in more JVMs where they are
   *     captured
   */
  Suites(Path agent, Path work, boolean isBrief) {
    this.agent = agent;
    this.work = work;
    this.isBrief = isBrief;
  }

  /** Runs calls of a class in this state of their code; the names begin with one of these. */
  Map<String, Figure> calls(Variant variant, String names) throws IOException, RunnerException {
    return variant == Variant.CAPTURED
        ? bursts("Bursts\\." + names, 60, Bursts.CALLS, variant)
        : steady("Calls\\." + names, variant.jvm(agent, work), 0);
  }

  /** Runs calls with large data. */
  Map<String, Figure> large(Variant variant, String names) throws IOException, RunnerException {
    return bursts("LargeCalls\\." + names, 100, LargeCalls.CALLS, variant);
  }

  /** Runs a suite without an agent. */
  Map<String, Figure> plain(String suite) throws RunnerException {
    return steady(suite, List.of(), 0);
  }

  /** Runs what threads share; 0 threads means the number that the suite sets. */
  Map<String, Figure> shared(String suite, int threads) throws RunnerException {
    return steady(suite + "\\.", List.of(), threads);
  }

  private Map<String, Figure> bursts(String names, int rounds, int calls, Variant variant)
      throws IOException, RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + names)
            .forks(isBrief ? 3 : 2)
            .warmupIterations(rounds)
            .measurementIterations(rounds)
            .warmupBatchSize(calls)
            .measurementBatchSize(calls);
    Map<String, Figure> figures = figures(options, variant.jvm(agent, work));
    figures.replaceAll((name, burst) -> burst.dividedBy(calls));
    return figures;
  }

  private Map<String, Figure> steady(String names, List<String> jvm, int threads)
      throws RunnerException {
    TimeValue time = TimeValue.milliseconds(isBrief ? 400 : 1_000);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + names)
            .forks(isBrief ? 1 : 2)
            .warmupIterations(5)
            .warmupTime(time)
            .measurementIterations(5)
            .measurementTime(time);
    if (threads > 0) {
      options.threads(threads);
    }
    return figures(options, jvm);
  }

  private static Map<String, Figure> figures(ChainedOptionsBuilder options, List<String> jvm)
      throws RunnerException {
    List<String> all = new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"));
    all.addAll(jvm);
    Collection<RunResult> results =
        new Runner(
                options
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
}
