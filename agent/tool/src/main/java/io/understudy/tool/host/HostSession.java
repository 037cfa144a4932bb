package io.understudy.tool.host;

import io.understudy.agent.remote.CallRequest;
import io.understudy.agent.remote.Frame;
import io.understudy.agent.remote.FrameReader;
import io.understudy.agent.remote.FrameType;
import io.understudy.agent.remote.Hello;
import io.understudy.agent.remote.MethodReply;
import io.understudy.agent.remote.MethodRequest;
import io.understudy.agent.remote.ProtocolException;
import io.understudy.agent.remote.Welcome;
import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableLimits;
import io.understudy.portable.PortableOutput;
import io.understudy.portable.PortableReader;
import io.understudy.tool.host.build.ArgumentBuilder;
import io.understudy.value.Kind;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.shape.Frozen;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One connection of an agent. Its own thread reads frames; calls run on {@link CallThreads}, and
 * write their outcomes in the order in which they end. When the connection ends, its calls are
 * interrupted.
 */
final class HostSession implements Runnable {
  /** The longest frame that is accepted: a document and its head. */
  private static final int LONGEST_FRAME = PortableLimits.DEFAULT.bytes() + (64 << 10);

  /** How long a peer that has not said hello may keep a connection. */
  static final int HELLO_MILLIS = 5_000;

  private final Socket socket;
  private final HostOptions options;
  private final CandidateMethods methods;
  private final CallThreads threads;
  private final ArgumentBuilder builder;
  private final CodeSources codes;
  private final NamedShapes shapes = new NamedShapes();
  private final List<CandidateMethod> found = new ArrayList<>();
  private final Map<Long, HostedCall> open = new ConcurrentHashMap<>();
  private final Object writing = new Object();
  private volatile boolean greeted;
  private volatile boolean over;

  HostSession(
      Socket socket,
      HostOptions options,
      CandidateMethods methods,
      CallThreads threads,
      ArgumentBuilder builder,
      CodeSources codes) {
    this.socket = socket;
    this.options = options;
    this.methods = methods;
    this.threads = threads;
    this.builder = builder;
    this.codes = codes;
  }

  /** Ends the connection of a peer that has not said hello: its TLS may not have begun either. */
  void endUnlessGreeted() {
    if (!greeted) {
      end();
    }
  }

  @Override
  public void run() {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(HELLO_MILLIS);
      FrameReader reader = new FrameReader(socket.getInputStream(), Hello.LONGEST);
      reader.endAfter(HELLO_MILLIS);
      if (!greet(reader.next())) {
        return;
      }
      greeted = true;
      socket.setSoTimeout(0);
      reader.limit(LONGEST_FRAME);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        serve(frame);
      }
    } catch (ProtocolException | PortableFormException wrong) {
      sayGoodbye(String.valueOf(wrong.getMessage()));
    } catch (IOException gone) {
      // The agent has ended, or has closed the connection.
      return;
    } finally {
      end();
    }
  }

  private void end() {
    over = true;
    try {
      socket.close();
    } catch (IOException gone) {
      over = true;
    }
    open.values().forEach(HostedCall::cancel);
  }

  private boolean greet(@Nullable Frame first) throws IOException, PortableFormException {
    if (first == null) {
      return false;
    }
    if (first.type() != FrameType.HELLO) {
      throw new ProtocolException("the first frame must be a hello");
    }
    Hello hello = Hello.read(first.input());
    if (!isKnown(hello.token())) {
      sayGoodbye("the token is missing or wrong");
      return false;
    }
    if (!hello.speaks(Hello.VERSION)) {
      sayGoodbye(
          "this host speaks version "
              + Hello.VERSION
              + " of the protocol, the agent "
              + hello.versions());
      return false;
    }
    String jvm =
        "Java "
            + System.getProperty("java.version")
            + (threads.areVirtual() ? ", virtual threads" : "");
    Welcome welcome = new Welcome(Hello.VERSION, LONGEST_FRAME, options.calls, jvm);
    write(new Frame(FrameType.WELCOME, 0, welcome.bytes()));
    return true;
  }

  /** Takes the same time for every wrong token. */
  private boolean isKnown(@Nullable String token) {
    String wanted = options.token;
    return wanted == null
        || (token != null
            && MessageDigest.isEqual(
                wanted.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)));
  }

  private void serve(Frame frame) throws IOException, PortableFormException {
    switch (frame.type()) {
      case FrameType.FIND:
        // It may run an initialiser, for any time.
        MethodRequest request = MethodRequest.read(frame.input());
        threads.run(() -> find(frame.id(), request));
        break;
      case FrameType.CALL:
        call(frame);
        break;
      case FrameType.CANCEL:
        HostedCall cancelled = open.get(frame.id());
        if (cancelled != null) {
          cancelled.cancel();
        }
        break;
      case FrameType.PING:
        write(new Frame(FrameType.PONG, frame.id(), new byte[0]));
        break;
      default:
        throw new ProtocolException("a frame of type " + frame.type() + " is not expected");
    }
  }

  private void find(long id, MethodRequest request) {
    try {
      CandidateMethod method = methods.find(request);
      int number;
      synchronized (found) {
        number = found.size();
        found.add(method);
      }
      MethodReply reply =
          new MethodReply(
              number,
              request.candidate().className() + "#" + request.candidate().methodName(),
              method.parameters(),
              method.result(),
              codes.name(method.owner()),
              codes.hash(method.owner()));
      answer(new Frame(FrameType.FOUND, id, reply.bytes()));
    } catch (RefusedRequestException refused) {
      refuse(id, refused.reason());
    } catch (RuntimeException | Error unexpected) {
      refuse(id, "the host threw " + unexpected.getClass().getName());
    }
  }

  private void call(Frame frame) throws IOException, PortableFormException {
    CallRequest request = CallRequest.read(frame.input());
    CandidateMethod method;
    synchronized (found) {
      if (request.method() < 0 || request.method() >= found.size()) {
        throw new ProtocolException("a call of a method that was not found before");
      }
      method = found.get((int) request.method());
    }
    if (open.size() >= options.calls) {
      refuse(frame.id(), "the host has too many open calls");
      return;
    }
    HostedCall call = new HostedCall();
    if (open.putIfAbsent(frame.id(), call) != null) {
      throw new ProtocolException("an id is used for two calls at a time");
    }
    threads.run(() -> call(frame.id(), call, method, request));
  }

  private void call(long id, HostedCall call, CandidateMethod method, CallRequest request) {
    Frame answer;
    try {
      answer =
          call.begin()
              ? new Frame(
                  FrameType.OUTCOME,
                  id,
                  method.call(arguments(request), request.wantsArguments(), builder).bytes())
              : refusal(id, "the call was cancelled");
    } catch (RefusedRequestException refused) {
      answer = refusal(id, refused.reason());
    } catch (PortableFormException wrong) {
      answer = refusal(id, "the arguments cannot be read: " + wrong.reason());
    } catch (RuntimeException | Error unexpected) {
      answer = refusal(id, "the host threw " + unexpected.getClass().getName());
    } finally {
      call.end();
      open.remove(id);
    }
    answer(answer);
  }

  private @Nullable Object[] arguments(CallRequest request) throws PortableFormException {
    Object list = PortableReader.read(request.arguments(), PortableLimits.DEFAULT, shapes);
    if (!(list instanceof Frozen) || ((Frozen) list).kind() != Kind.LIST) {
      throw new PortableFormException("the arguments are not a list");
    }
    @Nullable Object[] arguments = new @Nullable Object[((Frozen) list).size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = ((Frozen) list).part(i);
    }
    return arguments;
  }

  private void refuse(long id, String reason) {
    answer(refusal(id, reason));
  }

  private static Frame refusal(long id, String reason) {
    return new Frame(FrameType.REFUSED, id, text(reason));
  }

  private static byte[] text(String text) {
    try {
      PortableOutput out = new PortableOutput(LONGEST_FRAME);
      out.text(text);
      return out.toBytes();
    } catch (PortableFormException tooLong) {
      return new byte[1];
    }
  }

  private void sayGoodbye(String reason) {
    answer(new Frame(FrameType.GOODBYE, 0, text(reason)));
  }

  /** Writes a frame; a connection that fails is ended by its reader. */
  private void answer(Frame frame) {
    if (over) {
      return;
    }
    try {
      write(frame);
    } catch (IOException gone) {
      end();
    }
  }

  private void write(Frame frame) throws IOException {
    byte[] bytes = frame.bytes();
    synchronized (writing) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }
  }
}
