package com.parcels.oracle;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The replacement, as a process of Node on a free port. */
public final class ServiceProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private ServiceProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts {@code server.js}.
   *
   * @throws IOException when there is no {@code node} command, or the service does not start
   */
  public static ServiceProcess start(Path server) throws IOException {
    Process process =
        new ProcessBuilder("node", server.toString(), "0")
            .redirectError(new File("/dev/null"))
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null || !line.startsWith("listening on ")) {
      process.destroyForcibly();
      throw new IOException("the service has printed " + line + " and no port");
    }
    return new ServiceProcess(process, Integer.parseInt(line.substring(13)));
  }

  /** The port of the service on the loopback address. */
  public int port() {
    return port;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
