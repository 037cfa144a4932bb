package io.understudy.agent.replay.target;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.convert.ArgumentParts;
import io.understudy.agent.http.AnswerReader;
import io.understudy.agent.http.Exchange;
import io.understudy.agent.http.HttpAnswer;
import io.understudy.agent.http.HttpCall;
import io.understudy.agent.http.HttpClients;
import io.understudy.agent.http.HttpConnections;
import io.understudy.agent.http.HttpException;
import io.understudy.agent.http.RequestTemplate;
import io.understudy.compare.Outcome;
import io.understudy.value.Origin;
import io.understudy.value.named.NamedShapes;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A candidate behind HTTP. Each call is one request. Thread-safe. */
final class HttpTarget implements Target, RemoteAnswer.Source {
  private final HttpConnections connections;
  private final HttpConfig config;
  private final RequestTemplate template;
  private final AnswerReader reader;

  private HttpTarget(
      HttpConnections connections,
      HttpConfig config,
      RequestTemplate template,
      AnswerReader reader) {
    this.connections = connections;
    this.config = config;
    this.template = template;
    this.reader = reader;
  }

  /**
   * Prepares the requests of a call point. Connections open when they are used.
   *
   * @param control the method of the control
   * @throws UnansweredException when the request is not fully configured
   */
  static Target of(
      HttpClients clients, HttpConfig config, CallPoint point, Method control, NamedShapes shapes)
      throws UnansweredException {
    try {
      ArgumentParts parts = new ArgumentParts(point.config().mapping(), point.views());
      return new HttpTarget(
          clients.to(config.origin()),
          config,
          RequestTemplate.of(config, parts, control.getParameterCount()),
          new AnswerReader(
              config,
              point.config().rules(),
              point.views(),
              shapes,
              control.getReturnType() == void.class,
              supertypes(control)));
    } catch (HttpException refused) {
      throw unanswered(refused);
    }
  }

  /** Finds the supertypes of an exception by its name, without its initialisation. */
  private static Function<String, List<String>> supertypes(Method control) {
    Map<String, List<String>> known = new ConcurrentHashMap<>();
    WeakReference<Class<?>> owner = new WeakReference<>(control.getDeclaringClass());
    return name ->
        known.computeIfAbsent(
            name,
            missing -> {
              Class<?> from = owner.get();
              try {
                return from == null
                    ? Collections.singletonList(missing)
                    : Origin.typeNames(Class.forName(missing, false, from.getClassLoader()));
              } catch (ClassNotFoundException | LinkageError unknown) {
                return Collections.singletonList(missing);
              }
            });
  }

  private static UnansweredException unanswered(HttpException why) {
    return why.isUnreachable()
        ? UnansweredException.unreachable(why.reason())
        : new UnansweredException(why.reason());
  }

  @Override
  public Outcome answer(@Nullable Object[] arguments) {
    throw new IllegalStateException("a candidate behind HTTP answers later");
  }

  @Override
  public RemoteAnswer.Source remote() {
    return this;
  }

  @Override
  public RemoteAnswer.Pending ask(
      Call call, boolean wantsArguments, long timeoutMillis, RemoteAnswer.Listener listener)
      throws UnansweredException {
    try {
      HttpCall request = template.request(call.arguments(), call.receiverCopy());
      Exchange exchange =
          connections.send(
              request,
              config.answerBytes(),
              timeoutMillis,
              new HttpConnections.Listener() {
                @Override
                public void sent() {
                  listener.begun();
                }

                @Override
                public void answered(Exchange ended, HttpAnswer answer) {
                  listener.arrived(() -> read(answer, call, ended.nanos()), answer.size());
                }

                @Override
                public void failed(HttpException why) {
                  listener.arrived(
                      () -> {
                        throw unanswered(why);
                      },
                      0);
                }
              });
      return pending(exchange, timeoutMillis * 1_000_000);
    } catch (HttpException refused) {
      throw unanswered(refused);
    }
  }

  private RemoteAnswer.Pending pending(Exchange exchange, long limitNanos) {
    return new RemoteAnswer.Pending() {
      @Override
      public boolean hasSign() {
        // Only a server that had the request for the whole time is too slow.
        return exchange.isSentFor(limitNanos);
      }

      @Override
      public String silence() {
        return connections.silence();
      }

      @Override
      public void cancel() {
        exchange.cancel();
      }
    };
  }

  private RemoteAnswer read(HttpAnswer answer, Call call, long nanos) throws UnansweredException {
    try {
      return new RemoteAnswer(reader.read(answer, call.control()), nanos);
    } catch (HttpException why) {
      throw unanswered(why);
    }
  }
}
