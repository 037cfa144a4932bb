package io.understudy.agent.replay;

import io.understudy.agent.remote.CallReply;
import io.understudy.agent.remote.CallRequest;
import io.understudy.agent.remote.Frame;
import io.understudy.agent.remote.FrameReader;
import io.understudy.agent.remote.FrameType;
import io.understudy.agent.remote.MethodReply;
import io.understudy.agent.remote.Welcome;
import io.understudy.compare.ThrownException;
import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableLimits;
import io.understudy.portable.PortableOutput;
import io.understudy.portable.PortableReader;
import io.understudy.portable.PortableWriter;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.shape.Frozen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Speaks the protocol of a host, and does with each call what the test says. */
final class FakeHost implements AutoCloseable {
  /** What the host does with the calls. */
  enum Way {
    /** Returns the argument. */
    ECHO,
    /** Throws an exception. */
    THROW,
    /** Keeps the call open, and answers pings. */
    HANG,
    /** Says nothing at all any more. */
    SILENT,
    /** Refuses the call. */
    REFUSE,
    /** Sends an outcome that is none. */
    GARBAGE
  }

  private final ServerSocket server;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  volatile Way way = Way.ECHO;

  /** The frames that have arrived. */
  final Queue<Frame> frames = new ConcurrentLinkedQueue<>();

  FakeHost() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread thread = new Thread(() -> serve(socket));
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket socket) {
    try {
      FrameReader reader = new FrameReader(socket.getInputStream(), 1 << 20);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
        Frame answer = answer(frame);
        if (answer != null && way != Way.SILENT) {
          socket.getOutputStream().write(answer.bytes());
        }
      }
    } catch (IOException | PortableFormException gone) {
      return;
    }
  }

  private @Nullable Frame answer(Frame frame) throws PortableFormException {
    switch (frame.type()) {
      case FrameType.HELLO:
        return new Frame(FrameType.WELCOME, 0, new Welcome(1, 1 << 20, 100, "fake").bytes());
      case FrameType.FIND:
        MethodReply found =
            new MethodReply(
                7,
                "next.Echo#echo",
                Collections.singletonList("java.lang.Object"),
                "java.lang.Object",
                "next.jar",
                "abc");
        return new Frame(FrameType.FOUND, frame.id(), found.bytes());
      case FrameType.PING:
        return new Frame(FrameType.PONG, frame.id(), new byte[0]);
      case FrameType.CALL:
        return outcome(frame);
      default:
        return null;
    }
  }

  private @Nullable Frame outcome(Frame frame) throws PortableFormException {
    CallRequest request = CallRequest.read(frame.input());
    Frozen arguments =
        (Frozen)
            Objects.requireNonNull(
                PortableReader.read(
                    request.arguments(), PortableLimits.DEFAULT, new NamedShapes()));
    byte[] values =
        PortableWriter.write(
            new @Nullable Object[] {arguments.part(0), arguments}, PortableLimits.DEFAULT);
    switch (way) {
      case ECHO:
        return new Frame(FrameType.OUTCOME, frame.id(), new CallReply(5, null, values).bytes());
      case THROW:
        ThrownException thrown = ThrownException.of(new IllegalStateException("no"));
        return new Frame(FrameType.OUTCOME, frame.id(), new CallReply(5, thrown, values).bytes());
      case REFUSE:
        PortableOutput reason = new PortableOutput(100);
        reason.text("does not fit");
        return new Frame(FrameType.REFUSED, frame.id(), reason.toBytes());
      case GARBAGE:
        return new Frame(FrameType.OUTCOME, frame.id(), new byte[] {1, 2, 3});
      default:
        return null;
    }
  }

  /** Closes the connections, as the end of the process would. */
  void dropConnections() throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    dropConnections();
  }
}
