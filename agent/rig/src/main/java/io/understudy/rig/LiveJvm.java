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
 * A child JVM that runs until it is closed: it is told lines, and answers each with one that begins
 * with {@code >}. For one thread.
 */
public final class LiveJvm implements AutoCloseable {
  private static final long SECONDS = 60;

  private final Process process;
  private final Path err;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

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
          said.add(line.substring(2));
        }
      }
    } catch (IOException ended) {
      return;
    }
  }

  /** What it says next. */
  public String next() throws InterruptedException, IOException {
    @Nullable String line = said.poll(SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("the child JVM says nothing; its stderr:\n" + err());
    }
    return line;
  }

  /** Tells it a line, and returns what it answers. */
  public String tell(String line) throws IOException, InterruptedException {
    OutputStream in = process.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
    return next();
  }

  /** Its process id. By reflection: these tests are compiled for Java 8, and run on newer ones. */
  public String pid() throws ReflectiveOperationException {
    return String.valueOf(Process.class.getMethod("pid").invoke(process));
  }

  /** Standard error so far. */
  public String err() throws IOException {
    return new String(Files.readAllBytes(err), StandardCharsets.UTF_8);
  }

  /** The numbers of an answer, with spaces between. */
  public List<Long> numbers(String line) throws IOException, InterruptedException {
    List<Long> numbers = new ArrayList<>();
    for (String word : tell(line).split(" ")) {
      numbers.add(Long.valueOf(word));
    }
    return numbers;
  }

  /** Lets it end by itself, and sees to it. */
  @Override
  public void close() throws Exception {
    try {
      tell("bye");
      process.waitFor(20, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
  }
}
