package io.understudy.overhead.peers;

import io.understudy.overhead.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The result of one tool for one input. It first runs once in a separate JVM with a time limit;
 * unless that is slow, JMH measures it.
 *
 * @param differences the number of reported differences; -1 for a timeout, -2 for a failure
 * @param figure the cost of a comparison; null for a timeout
 */
record Trial(long differences, @Nullable Figure figure) {
  /** A slower first run is not measured again. */
  private static final double SLOW_NANOS = 3e9;

  private static final List<String> JVM = List.of("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC");

  static Trial of(Peer peer, Input input, boolean changed)
      throws IOException, InterruptedException, RunnerException {
    Trial once = once(peer, input, changed);
    return once.figure == null || once.figure.nanos() > SLOW_NANOS
        ? once
        : new Trial(once.differences, measured(peer, input, changed));
  }

  private static Trial once(Peer peer, Input input, boolean changed)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                java,
                JVM.get(0),
                JVM.get(1),
                JVM.get(2),
                "-cp",
                classPath,
                Once.class.getName(),
                peer.name(),
                input.name(),
                Boolean.toString(changed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(input.limitSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return new Trial(-1, null);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.exitValue() != 0) {
      return new Trial(-2, null);
    }
    String[] figures = said.trim().split(" ");
    return new Trial(
        Long.parseLong(figures[0]),
        new Figure(Double.parseDouble(figures[1]), Double.parseDouble(figures[2])));
  }

  private static Figure measured(Peer peer, Input input, boolean changed) throws RunnerException {
    return Figure.of(
        new Runner(
                new OptionsBuilder()
                    .include("\\.Side\\.")
                    .param("peer", peer.name())
                    .param("input", input.name())
                    .param("changed", Boolean.toString(changed))
                    .forks(1)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.milliseconds(400))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.milliseconds(400))
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .jvmArgsAppend(JVM.toArray(new String[0]))
                    .build())
            .runSingle());
  }
}
