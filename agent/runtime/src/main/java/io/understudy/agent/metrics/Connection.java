package io.understudy.agent.metrics;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection: reads a head, writes an answer, and waits shortly for the client to close. Never
 * blocks. Its whole life has a limit. Confined to the server's thread.
 */
final class Connection {
  private static final int MOST_HEAD = 8 << 10;
  private static final long READ_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long WRITE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Answers answers;
  private final String configuredHost;
  private @Nullable ByteBuffer in = ByteBuffer.allocate(512);
  private @Nullable ByteBuffer out;
  private long end;

  Connection(SocketChannel channel, SelectionKey key, Answers answers, String configuredHost) {
    this.channel = channel;
    this.key = key;
    this.answers = answers;
    this.configuredHost = configuredHost;
    this.end = System.nanoTime() + READ_NANOS;
  }

  /** Whether an answer is being written, which holds its bytes. */
  boolean isAnswering() {
    return out != null;
  }

  /** Whether the time for the current step is over. */
  boolean isLate(long nanos) {
    return nanos - end > 0;
  }

  /** Continues as far as the socket allows; false if the connection has ended. */
  boolean proceed() throws IOException {
    if (out != null) {
      return write(out);
    }
    ByteBuffer head = in;
    return head == null ? discard() : read(head);
  }

  private boolean read(ByteBuffer head) throws IOException {
    ByteBuffer to = head;
    int count = channel.read(to);
    if (count < 0) {
      return false;
    }
    int end = endOfHead(to);
    if (end >= 0) {
      String text = new String(to.array(), 0, end, StandardCharsets.ISO_8859_1);
      return answer(RequestHead.parse(text, hosts()));
    }
    if (to.position() >= MOST_HEAD) {
      return answer(431, true);
    }
    if (!to.hasRemaining()) {
      to.flip();
      in = ByteBuffer.allocate(Math.min(MOST_HEAD, 4 * to.capacity())).put(to);
    }
    return true;
  }

  private HostCheck hosts() throws IOException {
    InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
    return new HostCheck(configuredHost, local.getAddress(), local.getPort());
  }

  /** Returns the index of the empty line that ends the head; -1 if it is not there yet. */
  private static int endOfHead(ByteBuffer head) {
    byte[] bytes = head.array();
    for (int i = 0; i < head.position() - 1; i++) {
      if (bytes[i] == '\n') {
        if (bytes[i + 1] == '\n') {
          return i;
        }
        if (bytes[i + 1] == '\r' && i + 2 < head.position() && bytes[i + 2] == '\n') {
          return i > 0 && bytes[i - 1] == '\r' ? i - 1 : i;
        }
      }
    }
    return -1;
  }

  private boolean answer(RequestHead head) throws IOException {
    return answer(head.status, head.isBodyWanted);
  }

  private boolean answer(int status, boolean withBody) throws IOException {
    in = null;
    ByteBuffer answer = answers.of(status, withBody);
    out = answer;
    end = System.nanoTime() + WRITE_NANOS;
    key.interestOps(SelectionKey.OP_WRITE);
    return write(answer);
  }

  private boolean write(ByteBuffer answer) throws IOException {
    channel.write(answer);
    if (!answer.hasRemaining()) {
      out = null;
      // A close with unread bytes would make the client lose the answer.
      channel.shutdownOutput();
      end = System.nanoTime() + LINGER_NANOS;
      key.interestOps(SelectionKey.OP_READ);
    }
    return true;
  }

  private boolean discard() throws IOException {
    return channel.read(ByteBuffer.allocate(1 << 10)) >= 0;
  }

  /** Closes the connection; may be called again. */
  void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException ignored) {
      // The connection ends in any case.
    }
  }
}
