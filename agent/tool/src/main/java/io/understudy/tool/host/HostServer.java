package io.understudy.tool.host;

import io.understudy.tool.host.build.ShapeBuilder;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Listens for agents and calls candidates for them. Thread-safe. */
public final class HostServer implements Closeable {
  private static final int BACKLOG = 50;

  /** The most agents at a time; a connection is a thread. */
  private static final int MOST_CONNECTIONS = 64;

  private final HostOptions options;
  private final ServerSocket server;
  private final CandidateMethods methods;
  private final CallThreads threads;
  private final ShapeBuilder builder = new ShapeBuilder();
  private final CodeSources codes = new CodeSources();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(HostServer::watchThread);

  private HostServer(HostOptions options, ServerSocket server, ClassLoader loader) {
    this.options = options;
    this.server = server;
    this.methods = new CandidateMethods(loader);
    this.threads = CallThreads.of(options.concurrent);
  }

  /**
   * Listens at an address.
   *
   * @param classPath the jars and directories of the candidates
   * @throws IOException when the address cannot be used
   */
  public static HostServer open(HostOptions options, List<File> classPath) throws IOException {
    SSLContext tls = options.tls;
    ServerSocket server =
        tls == null ? new ServerSocket() : tls.getServerSocketFactory().createServerSocket();
    boolean isBound = false;
    try {
      server.setReuseAddress(true);
      server.bind(options.address, BACKLOG);
      isBound = true;
    } finally {
      if (!isBound) {
        server.close();
      }
    }
    return new HostServer(options, server, new CandidateLoader(classPath));
  }

  private static Thread watchThread(Runnable task) {
    Thread thread = new Thread(task, "understudy-host-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** The port that is listened at. */
  public int port() {
    return server.getLocalPort();
  }

  /** Serves agents until the server is closed. */
  public void run() {
    while (!server.isClosed()) {
      try {
        serve(server.accept());
      } catch (IOException failed) {
        // A handshake that failed, or the end of the server, which the loop notices.
        continue;
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    if (connections.size() >= MOST_CONNECTIONS) {
      socket.close();
      return;
    }
    HostSession session = new HostSession(socket, options, methods, threads, builder, codes);
    try {
      ScheduledFuture<?> unused =
          watch.schedule(
              session::endUnlessGreeted, 2L * HostSession.HELLO_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      socket.close();
      return;
    }
    connections.add(socket);
    Thread thread =
        new Thread(
            () -> {
              try {
                session.run();
              } finally {
                connections.remove(socket);
              }
            },
            "understudy-host-connection");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    watch.shutdownNow();
    for (Socket each : connections) {
      each.close();
    }
  }
}
