package io.understudy.agent.metrics;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP server for one page. One thread serves all connections without blocking, so a client
 * that sends half a request or does not read its answer holds up no other client. Connections and
 * answers under way are limited; a new one takes the place of the oldest.
 *
 * <p>The JDK's server is not used: its time limits are system properties of the whole JVM, and
 * without them a half-sent request holds its thread for ever.
 */
final class ScrapeServer implements Closeable {
  private static final int MOST_CONNECTIONS = 64;

  /** An answer under way holds a copy of the page. */
  private static final int MOST_ANSWERS = 4;

  private static final long CHECK_MILLIS = 500;
  private static final long PAUSE_NANOS = 100_000_000;

  private final ServerSocketChannel listening;
  private final Selector selector;
  private final Answers answers;
  private final String host;

  /** In the order of their acceptance. */
  private final Set<Connection> connections = new LinkedHashSet<>();

  /**
   * Listens; {@link #turn()} serves.
   *
   * @param host the configured host, which requests may name
   * @param pages makes the page
   */
  ScrapeServer(InetSocketAddress address, String host, Supplier<String> pages) throws IOException {
    this.host = host;
    this.answers = new Answers(pages);
    selector = Selector.open();
    ServerSocketChannel channel = null;
    boolean isReady = false;
    try {
      channel = ServerSocketChannel.open();
      channel.bind(address);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_ACCEPT);
      isReady = true;
    } finally {
      if (!isReady) {
        close(selector, channel);
      }
    }
    listening = channel;
  }

  /** The port on which the server listens. */
  int port() throws IOException {
    return ((InetSocketAddress) listening.getLocalAddress()).getPort();
  }

  /**
   * Serves what clients have sent, and waits for it for a limited time. For one thread at a time.
   *
   * @throws IOException when the server cannot listen any more
   */
  void turn() throws IOException {
    // An interrupt of this thread would close every channel that it uses.
    Thread.interrupted();
    selector.select(CHECK_MILLIS);
    Iterator<SelectionKey> selected = selector.selectedKeys().iterator();
    while (selected.hasNext()) {
      SelectionKey key = selected.next();
      selected.remove();
      if (key.channel() == listening) {
        accept();
      } else {
        serve((Connection) key.attachment());
      }
    }
    dropLate();
  }

  /** Ends a {@link #turn()} that waits. Thread-safe. */
  void wake() {
    selector.wakeup();
  }

  private void accept() throws IOException {
    // At most so many at once, so that a flood of connections does not keep others waiting.
    for (int i = 0; i < MOST_CONNECTIONS; i++) {
      SocketChannel channel;
      try {
        channel = listening.accept();
      } catch (IOException e) {
        if (!listening.isOpen()) {
          throw e;
        }
        // For example too many open files: free the oldest connection, and accept after a pause.
        dropOldest(false);
        LockSupport.parkNanos(this, PAUSE_NANOS);
        return;
      }
      if (channel == null) {
        return;
      }
      if (connections.size() >= MOST_CONNECTIONS) {
        dropOldest(false);
      }
      add(channel);
    }
  }

  private void add(SocketChannel channel) throws IOException {
    try {
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      Connection connection = new Connection(channel, key, answers, host);
      key.attach(connection);
      connections.add(connection);
      // The request is often there already: it is served before the next connections.
      serve(connection);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      if (e instanceof Error) {
        throw e;
      }
    }
  }

  private void serve(Connection connection) {
    boolean continues = false;
    try {
      boolean before = connection.isAnswering();
      continues = connection.proceed();
      if (continues && !before && connection.isAnswering() && answering() > MOST_ANSWERS) {
        dropOldest(true);
      }
    } catch (IOException | RuntimeException gone) {
      // The client has closed the connection, or cannot be answered.
    } finally {
      if (!continues) {
        drop(connection);
      }
    }
  }

  private int answering() {
    int count = 0;
    for (Connection connection : connections) {
      count += connection.isAnswering() ? 1 : 0;
    }
    return count;
  }

  private void dropOldest(boolean onlyAnswering) {
    for (Connection connection : connections) {
      if (!onlyAnswering || connection.isAnswering()) {
        drop(connection);
        return;
      }
    }
  }

  private void dropLate() {
    long now = System.nanoTime();
    for (Connection connection : new ArrayList<>(connections)) {
      if (connection.isLate(now)) {
        drop(connection);
      }
    }
  }

  private void drop(Connection connection) {
    connections.remove(connection);
    connection.close();
  }

  /** Closes all connections and frees the port; not during a {@link #turn()}. */
  @Override
  public void close() throws IOException {
    try {
      new ArrayList<>(connections).forEach(this::drop);
    } finally {
      close(selector, listening);
    }
  }

  /** Closes both; the selector first, since a registered channel keeps its port until then. */
  private static void close(Selector selector, @Nullable ServerSocketChannel listening)
      throws IOException {
    try {
      selector.close();
    } finally {
      if (listening != null) {
        listening.close();
      }
    }
  }
}
