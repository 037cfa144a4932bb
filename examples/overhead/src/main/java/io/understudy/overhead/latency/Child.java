package io.understudy.overhead.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM that is measured. It ends when it is closed, after a time limit, or with this JVM. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final Path errors;
  private final Thread end;

  /**
   * Starts it.
   *
   * @param seconds its time limit
   */
  Child(List<String> command, Path errors, long seconds) throws IOException {
    this.errors = errors;
    process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    lines = process.inputReader(StandardCharsets.UTF_8);
    end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(process::destroyForcibly);
  }

  long pid() {
    return process.pid();
  }

  /** Returns the next line of its output that begins with one of these words. */
  String line(String... words) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      // Others are warnings of the JVM.
      if (Arrays.stream(words).anyMatch(line::startsWith)) {
        return line;
      }
    }
    throw new IOException("it ended too early, or did not end in time; see " + errors);
  }

  /** Lets it go on. */
  void next() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // This JVM ends too; the hook runs.
    }
  }
}
