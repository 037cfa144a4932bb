package io.understudy.compatibility;

import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Jvm;
import io.understudy.rig.Run;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server as a child process, its port on loopback, and its files below one directory. {@link
 * #close} kills the process if {@link #stop} has not ended it. Not thread-safe.
 */
final class Server implements AutoCloseable {
  private static final long SECONDS = 180;
  private static final int AT_ONCE = 16;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path directory;
  private final int port;
  private final Process process;

  private Server(Path directory, int port, Process process) {
    this.directory = directory;
    this.port = port;
    this.process = process;
  }

  /** Returns a port that is free now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * The {@code -javaagent} option for the built agent, with these call points and a journal below
   * the directory.
   */
  static String agent(Path directory, String calls) throws IOException {
    Path yaml = directory.resolve("understudy.yaml");
    Files.writeString(
        yaml,
        "application: compatibility\njournal: { directory: "
            + directory.resolve("journal")
            + ", flush: 200ms }\n"
            // Every call is counted by its verdict.
            + ChildJvm.unlimited(calls));
    return "-javaagent:" + ChildJvm.agentJar().toRealPath() + "=" + yaml;
  }

  /**
   * Starts a command and waits until a path answers with 200.
   *
   * @param directory working directory, for the journal and the output of the process
   * @param java the value of JAVA_HOME
   */
  static Server start(
      Path directory,
      Jvm java,
      int port,
      String path,
      Map<String, String> environment,
      List<String> command)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("stdout.txt").toFile())
            .redirectError(directory.resolve("stderr.txt").toFile());
    Map<String, String> all = builder.environment();
    all.keySet().removeIf(name -> name.contains("JAVA") || name.startsWith("JBOSS"));
    all.put("JAVA_HOME", java.home().toString());
    all.putAll(environment);
    Server server = new Server(directory, port, builder.start());
    try {
      server.await(path + " answers", () -> server.answers(path));
      return server;
    } catch (Throwable failed) {
      server.close();
      throw failed;
    }
  }

  boolean answers(String path) {
    if (!process.isAlive()) {
      throw new AssertionError("the server has ended:\n" + run(process.exitValue()));
    }
    try {
      return send(path).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpResponse<String> send(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Requests a path many times concurrently, so each thread of the server gets work. */
  void occupy(String path) {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
    CompletableFuture<?>[] answers = new CompletableFuture<?>[AT_ONCE];
    Arrays.setAll(answers, i -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding()));
    CompletableFuture.allOf(answers).join();
  }

  /** Returns the body of the answer for a path, whatever its status is. */
  String get(String path) throws IOException {
    return send(path).body();
  }

  /** Returns the status of the answer for a path. */
  int status(String path) throws IOException {
    return send(path).statusCode();
  }

  /** Returns the answer of the tariffs' servlet to one of the {@link Requests}. */
  String answer(String context, String request) throws IOException {
    String[] parts = request.split(":");
    String kwh = URLEncoder.encode(parts[1], StandardCharsets.UTF_8);
    return get(context + "/bill?customer=" + parts[0] + "&kwh=" + kwh);
  }

  /** The output of the server so far. */
  String out() {
    return run(-1).out();
  }

  /**
   * Waits until the journal has so many calls of a call point, each with its fate. Replays that
   * come later could find an application that was stopped meanwhile.
   */
  void awaitFates(String point, long calls) throws Exception {
    await(calls + " calls of " + point + " have a fate", () -> haveFates(point, calls));
  }

  private boolean haveFates(String point, long calls) {
    try {
      PointTotals totals = run(-1).books(point);
      return totals.intercepted() >= calls && totals.inFlight() == 0;
    } catch (IOException | AssertionError beingWritten) {
      return false;
    }
  }

  /** Waits until a condition holds; fails with the output of the server if it never does. */
  void await(String what, BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(what + ": not in " + SECONDS + " s\n" + run(-1));
      }
      Thread.sleep(100);
    }
  }

  /** The server's JVM; a script may have started it. */
  ProcessHandle jvm() {
    return process
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElse(process.toHandle());
  }

  /** Ends the server as an operator does, and returns the journal's directory. */
  Run stop() throws Exception {
    jvm().destroy();
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    return run(ended ? process.exitValue() : -1);
  }

  private Run run(int exit) {
    try {
      return new Run(
          exit,
          Files.readString(directory.resolve("stdout.txt")),
          Files.readString(directory.resolve("stderr.txt")),
          directory.resolve("journal"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
