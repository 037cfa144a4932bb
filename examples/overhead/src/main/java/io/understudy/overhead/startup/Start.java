package io.understudy.overhead.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One start of the application, until all its classes are loaded and each service has returned.
 *
 * @param wall milliseconds since the process was created
 * @param cpu milliseconds of all threads until then
 */
record Start(double wall, double cpu) {
  private static final String READY = "ready " + Sources.PACKAGES * Sources.SERVICES;

  /** Starts the application and ends it. */
  static Start of(Setting setting, Path application) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Path errors = application.resolveSibling("errors.txt");
    Process process =
        new ProcessBuilder(command(setting, application)).redirectError(errors.toFile()).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null && !line.equals(READY)) {
        line = out.readLine();
      }
      double wall = (System.nanoTime() - begun) / 1e6;
      Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
      process.getOutputStream().close();
      int code = process.waitFor();
      if (line == null || code != 0) {
        throw new IllegalStateException(
            setting.title() + ": the application ended with " + code + ", see " + errors);
      }
      return new Start(wall, cpu.toMillis());
    } finally {
      process.destroyForcibly();
    }
  }

  /** The command line, also for the table's reader. */
  static List<String> command(Setting setting, Path application) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(setting.flags());
    command.addAll(List.of("-cp", application.toString(), "com.acme.Main"));
    return command;
  }
}
