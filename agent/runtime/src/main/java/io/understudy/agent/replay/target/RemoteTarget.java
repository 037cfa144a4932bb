package io.understudy.agent.replay.target;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.HostConfig;
import io.understudy.agent.remote.CallReply;
import io.understudy.agent.remote.Frame;
import io.understudy.agent.remote.FrameType;
import io.understudy.agent.remote.HostCall;
import io.understudy.agent.remote.HostConnection;
import io.understudy.agent.remote.HostException;
import io.understudy.agent.remote.MethodReply;
import io.understudy.agent.remote.MethodRequest;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.CodeIdentity;
import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableLimits;
import io.understudy.portable.PortableReader;
import io.understudy.portable.PortableWriter;
import io.understudy.value.CountText;
import io.understudy.value.Kind;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.shape.Frozen;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A candidate in a host process. Arguments and outcomes travel in portable form. Thread-safe. */
final class RemoteTarget implements Target, RemoteAnswer.Source {
  /** How long the first call waits for the connection. */
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(8);

  private final HostConnection connection;
  private final String address;
  private final MethodRequest request;
  private final NamedShapes shapes;

  private final CallPoint point;
  private volatile @Nullable MethodReply found;

  private RemoteTarget(
      HostConnection connection,
      String address,
      MethodRequest request,
      NamedShapes shapes,
      CallPoint point) {
    this.point = point;
    this.connection = connection;
    this.address = address;
    this.request = request;
    this.shapes = shapes;
  }

  /**
   * Finds the candidate in its host; waits for the connection.
   *
   * @param parameters the names of the control's parameter types
   * @throws UnansweredException when the host is not reachable, or has no such method
   */
  static Target find(
      HostConnection connection,
      HostConfig host,
      CallPoint point,
      List<String> parameters,
      NamedShapes shapes)
      throws UnansweredException {
    CallConfig call = point.config();
    MethodRequest request =
        new MethodRequest(call.candidate(), call.factory(), parameters, host.types());
    try {
      MethodReply found = connection.find(request, WAIT_NANOS);
      if (found.parameters().size() != parameters.size()) {
        throw new UnansweredException(
            "the control has "
                + CountText.of(parameters.size(), "parameter")
                + " and the candidate takes "
                + found.parameters().size());
      }
    } catch (HostException failure) {
      throw unanswered(failure);
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      throw new UnansweredException("shutdown");
    }
    return new RemoteTarget(connection, host.address(), request, shapes, point);
  }

  private static UnansweredException unanswered(HostException failure) {
    return failure.isUnreachable()
        ? UnansweredException.unreachable(failure.reason())
        : new UnansweredException(failure.reason());
  }

  @Override
  public Outcome answer(@Nullable Object[] arguments) {
    throw new IllegalStateException("a candidate in another JVM answers later");
  }

  @Override
  public RemoteAnswer.Source remote() {
    return this;
  }

  @Override
  public RemoteAnswer.Pending ask(
      Call asked, boolean wantsArguments, long timeoutMillis, RemoteAnswer.Listener listener)
      throws UnansweredException {
    long start = System.nanoTime();
    int count = asked.arguments().length;
    try {
      byte[] document = PortableWriter.write(asked.arguments(), PortableLimits.DEFAULT);
      HostCall call =
          connection.call(
              request,
              document,
              wantsArguments,
              timeoutMillis,
              new HostCall.Listener() {
                @Override
                public void answered(Frame frame) {
                  listener.arrived(
                      () -> read(frame, wantsArguments ? count : -1, start),
                      frame.payload().length);
                }

                @Override
                public void lost(String reason) {
                  listener.arrived(
                      () -> {
                        throw UnansweredException.unreachable(reason);
                      },
                      0);
                }
              });
      noteCode(call.method());
      return new RemoteAnswer.Pending() {
        @Override
        public boolean hasSign() {
          return call.hasSign();
        }

        @Override
        public void cancel() {
          call.cancel();
        }
      };
    } catch (PortableFormException unfit) {
      throw new UnansweredException("the arguments cannot be sent: " + unfit.reason());
    } catch (HostException failure) {
      throw unanswered(failure);
    }
  }

  /** The host may have been restarted with another build of the candidate. */
  private void noteCode(MethodReply method) {
    if (found != method) {
      found = method;
      point.remoteCode(new CodeIdentity(method.code(), method.codeHash()));
    }
  }

  /**
   * Reads an answer.
   *
   * @param arguments how many arguments it must hold; -1 if none are wanted
   * @param start when the call was made, {@code System.nanoTime()}
   */
  private RemoteAnswer read(Frame frame, int arguments, long start) throws UnansweredException {
    try {
      if (frame.type() == FrameType.REFUSED) {
        throw new UnansweredException(frame.reason());
      }
      if (frame.type() != FrameType.OUTCOME) {
        throw new PortableFormException("a frame of type " + frame.type() + " is no answer");
      }
      CallReply reply = CallReply.read(frame.input());
      Frozen values = list(PortableReader.read(reply.values(), PortableLimits.DEFAULT, shapes), 2);
      ThrownException thrown = reply.thrown();
      Outcome outcome = thrown == null ? Outcome.returned(values.part(0)) : Outcome.threw(thrown);
      return new RemoteAnswer(
          arguments < 0 ? outcome : outcome.withArguments(elements(values.part(1), arguments)),
          Math.min(reply.nanos(), System.nanoTime() - start));
    } catch (PortableFormException wrong) {
      throw new UnansweredException("the host " + address + ": " + wrong.reason());
    }
  }

  private static @Nullable Object[] elements(@Nullable Object value, int count)
      throws PortableFormException {
    Frozen list = list(value, count);
    if (list.size() != count) {
      throw new PortableFormException("an outcome is not of its form");
    }
    @Nullable Object[] elements = new @Nullable Object[count];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = list.part(i);
    }
    return elements;
  }

  private static Frozen list(@Nullable Object value, int size) throws PortableFormException {
    if (!(value instanceof Frozen)
        || ((Frozen) value).kind() != Kind.LIST
        || ((Frozen) value).size() < size) {
      throw new PortableFormException("an outcome is not of its form");
    }
    return (Frozen) value;
  }
}
