package io.understudy.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A child JVM that runs until it is closed. The test sends it lines, and it replies to each with a
 * line that begins with {@code >}. Not thread-safe.
 */
public final class LiveJvm implements AutoCloseable {
  private static final long SECONDS = 60;

  private final Process process;
  private final Path err;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  LiveJvm(ProcessBuilder builder, Path err) throws IOException {
    this.err = err;
    this.process = builder.redirectError(err.toFile()).start();
    Thread reader = new Thread(this::read, "reads a child JVM");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("> ")) {
          lines.add(line.substring(2));
        }
      }
    } catch (IOException ended) {
      return;
    }
  }

  /**
   * Returns its next line.
   *
   * @throws AssertionError when there is none within 60 seconds
   */
  public String next() throws InterruptedException, IOException {
    @Nullable String line = lines.poll(SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("the child JVM prints nothing; its stderr:\n" + err());
    }
    return line;
  }

  /** Sends a line, and returns the reply. */
  public String tell(String line) throws IOException, InterruptedException {
    OutputStream in = process.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
    return next();
  }

  /** The process id. Read by reflection, since this module is compiled for Java 8. */
  public String pid() throws ReflectiveOperationException {
    return String.valueOf(Process.class.getMethod("pid").invoke(process));
  }

  /** The text on standard error so far. */
  public String err() throws IOException {
    return new String(Files.readAllBytes(err), StandardCharsets.UTF_8);
  }

  /** Sends a line, and returns the reply as numbers separated by spaces. */
  public List<Long> numbers(String line) throws IOException, InterruptedException {
    List<Long> numbers = new ArrayList<>();
    for (String word : tell(line).split(" ")) {
      numbers.add(Long.valueOf(word));
    }
    return numbers;
  }

  /** Kills the JVM, which runs no shutdown hook, and waits for its end. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The exit code of a JVM that has ended. */
  public int exit() {
    return process.exitValue();
  }

  /**
   * Sends the line {@code bye} unless the JVM has ended, waits for its end, and kills a JVM that
   * does not end.
   */
  @Override
  public void close() throws Exception {
    try {
      if (process.isAlive()) {
        tell("bye");
        process.waitFor(SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
