package io.understudy.agent.remote;

import io.understudy.agent.thread.AgentThread;
import io.understudy.portable.PortableFormException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One connection from its welcome to its end, with a thread that reads and one that writes. Callers
 * never wait for the network: they put frames into a queue. When either thread ends, for whatever
 * reason, the link is over, and all its open requests fail with that reason. Thread-safe.
 */
final class HostLink {
  private static final long WRITER_POLL_MILLIS = 1_000;

  private final HostSocket socket;
  private final String address;
  private final BlockingQueue<Outgoing> outgoing = new LinkedBlockingQueue<>();
  private final Map<Long, OpenRequest> open = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final AtomicReference<@Nullable String> end = new AtomicReference<>();
  private volatile long lastReceived = System.nanoTime();

  /** The methods that were asked for on this link. */
  final Map<MethodRequest, Boolean> asked = new ConcurrentHashMap<>();

  /** Methods that the host has found or refused, by request. */
  final Map<MethodRequest, MethodState> methods = new ConcurrentHashMap<>();

  /** What waits for an answer of the host. */
  interface Request {
    /** Called on the reading thread; must not wait. */
    void answered(Frame frame);

    /** Called once when the link ends first. */
    void lost(String reason);
  }

  /** A frame until it is written or its request is given up; then null, to free its memory. */
  private static final class Outgoing {
    private final AtomicReference<byte @Nullable []> bytes;

    Outgoing(Frame frame) {
      bytes = new AtomicReference<>(frame.bytes());
    }

    /** Returns the bytes for the first caller, null for the others. */
    byte @Nullable [] take() {
      return bytes.getAndSet(null);
    }

    boolean isTaken() {
      return bytes.get() == null;
    }
  }

  private static final class OpenRequest {
    final Request request;
    final Outgoing frame;

    OpenRequest(Request request, Outgoing frame) {
      this.request = request;
      this.frame = frame;
    }
  }

  /** A method as the host has answered: its number, or the reason why there is none. */
  static final class MethodState {
    final @Nullable MethodReply reply;
    final String refusal;
    final long since = System.nanoTime();

    MethodState(@Nullable MethodReply reply, String refusal) {
      this.reply = reply;
      this.refusal = refusal;
    }
  }

  HostLink(HostSocket socket, String address) {
    this.socket = socket;
    this.address = address;
  }

  void start() {
    new AgentThread(this::read, "understudy-host-reader").start();
    new AgentThread(this::write, "understudy-host-writer").start();
  }

  /** Sends a request; its answer, or the end of the link, is reported exactly once. */
  long send(int type, byte[] payload, Request request) {
    long id = ids.incrementAndGet();
    Outgoing frame = new Outgoing(new Frame(type, id, payload));
    open.put(id, new OpenRequest(request, frame));
    outgoing.add(frame);
    // Race: the link may have ended after its open requests were told.
    String reason = end.get();
    if (reason != null) {
      fail(id, reason);
    }
    return id;
  }

  /** Sends a frame that needs no answer. */
  void tell(int type, long id) {
    if (end.get() == null) {
      outgoing.add(new Outgoing(new Frame(type, id, new byte[0])));
    }
  }

  /** Drops a request; its answer will be ignored. */
  void forget(long id) {
    OpenRequest dropped = open.remove(id);
    // A request that was never sent needs no cancellation.
    if (dropped != null && dropped.frame.take() == null) {
      tell(FrameType.CANCEL, id);
    }
  }

  /** Whether a request still waits for the network. */
  boolean isUnsent(long id) {
    OpenRequest waiting = open.get(id);
    return waiting != null && !waiting.frame.isTaken();
  }

  boolean isOver() {
    return end.get() != null;
  }

  /** Why the link is over; empty if it is not. */
  String reason() {
    String reason = end.get();
    return reason == null ? "" : reason;
  }

  boolean hasOpenRequests() {
    return !open.isEmpty();
  }

  /** When the host was last heard of, {@code System.nanoTime()}. */
  long lastReceived() {
    return lastReceived;
  }

  Welcome welcome() {
    return socket.welcome();
  }

  private void fail(long id, String reason) {
    OpenRequest failed = open.remove(id);
    if (failed != null) {
      failed.request.lost(reason);
    }
  }

  /** Ends the link. The first reason counts. */
  void close(String reason) {
    if (!end.compareAndSet(null, reason)) {
      return;
    }
    socket.close();
    for (Long id : open.keySet()) {
      fail(id, reason);
    }
  }

  private void read() {
    String reason = "the host " + address + " has closed the connection";
    try {
      for (Frame frame = socket.next(); frame != null; frame = socket.next()) {
        lastReceived = System.nanoTime();
        if (frame.type() == FrameType.GOODBYE) {
          reason = "the host " + address + " ends: " + frame.reason();
          return;
        }
        OpenRequest answered = frame.id() == 0 ? null : open.remove(frame.id());
        if (answered != null) {
          answered.request.answered(frame);
        }
      }
    } catch (ProtocolException wrong) {
      reason = "the host " + address + ": " + wrong.getMessage();
    } catch (PortableFormException wrong) {
      reason = "the host " + address + ": " + wrong.reason();
    } catch (IOException lost) {
      reason = "the connection to the host " + address + " was lost";
    } catch (Throwable unexpected) {
      reason = "the agent threw " + unexpected.getClass().getName();
    } finally {
      close(reason);
    }
  }

  private void write() {
    String reason = "the connection to the host " + address + " was lost";
    try {
      while (!isOver()) {
        Outgoing next = outgoing.poll(WRITER_POLL_MILLIS, TimeUnit.MILLISECONDS);
        byte[] bytes = next == null ? null : next.take();
        if (bytes != null) {
          socket.write(bytes);
        }
      }
    } catch (IOException lost) {
      return;
    } catch (Throwable unexpected) {
      reason = "the agent threw " + unexpected.getClass().getName();
    } finally {
      close(reason);
      outgoing.clear();
    }
  }
}
