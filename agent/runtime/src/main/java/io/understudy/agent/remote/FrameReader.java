package io.understudy.agent.remote;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames from a stream. It never allocates more than twice the bytes that have arrived, and
 * 64 KB, whatever length the peer announces. Not thread-safe.
 */
public final class FrameReader {
  private static final int FIRST = 64 << 10;

  private final InputStream in;
  private int most;

  /** The limit for all frames together in nanoseconds; 0 for none. */
  private long timeLimit;

  private long timeStart;

  /**
   * Creates a reader.
   *
   * @param most the longest frame that is accepted, in bytes without its length
   */
  public FrameReader(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /** Sets the longest frame that is accepted from now on, and ends the limit of time. */
  public void limit(int bytes) {
    most = bytes;
    timeLimit = 0;
  }

  /**
   * Limits the time until {@link #limit} for all reads together, since a peer that sends a byte now
   * and then is within the time limit of the socket. It is looked at between two reads.
   */
  public void endAfter(int millis) {
    timeStart = System.nanoTime();
    timeLimit = TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /**
   * Reads the next frame; waits for it.
   *
   * @return null if the stream has ended between two frames
   * @throws IOException when the stream fails or ends inside a frame, or the frame is too long or
   *     too short
   */
  public @Nullable Frame next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    byte[] head = new byte[Integer.BYTES - 1 + Frame.HEADER];
    fill(head, 0, Integer.BYTES - 1);
    int length = first << 24 | (int) number(head, 0, Integer.BYTES - 1);
    if (length < Frame.HEADER || length > most) {
      throw new ProtocolException(
          length < 0 || length > most
              ? "a frame is longer than " + most + " bytes"
              : "a frame is too short");
    }
    fill(head, Integer.BYTES - 1, head.length);
    int type = head[Integer.BYTES - 1] & 0xFF;
    long id = number(head, Integer.BYTES, head.length);
    return new Frame(type, id, payload(length - Frame.HEADER));
  }

  private static long number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << 8 | (bytes[i] & 0xFF);
    }
    return number;
  }

  private byte[] payload(int length) throws IOException {
    byte[] payload = new byte[Math.min(length, FIRST)];
    fill(payload, 0, payload.length);
    while (payload.length < length) {
      int have = payload.length;
      payload = Arrays.copyOf(payload, (int) Math.min(length, 2L * have));
      fill(payload, have, payload.length);
    }
    return payload;
  }

  private void fill(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      int count = in.read(bytes, at, to - at);
      if (count < 0) {
        throw new EOFException("the connection ended inside a frame");
      }
      if (timeLimit > 0 && System.nanoTime() - timeStart > timeLimit) {
        throw new SocketTimeoutException("the peer takes too long");
      }
      at += count;
    }
  }
}
