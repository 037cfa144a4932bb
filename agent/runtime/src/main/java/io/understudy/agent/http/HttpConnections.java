package io.understudy.agent.http;

import io.understudy.agent.config.HttpOrigin;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.AsyncRequesterBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicClientExchangeHandler;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.http.protocol.RequestUserAgent;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections to one server, served by one thread. No redirects, cookies, credentials,
 * proxies, compression or second attempts: each call is one request to the configured server. Reads
 * no system property of the application. Thread-safe.
 *
 * <p>It uses Apache HttpCore, the lower part of HttpClient 5. HttpClient itself logs by SLF4J,
 * which the application's settings and standard output would reach.
 */
public final class HttpConnections {
  private static final String LIBRARY_THREAD = "requester-dispatch";

  /** The most requests that wait for a connection, for each connection. */
  private static final int WAITING = 2;

  /** HttpCore has no limits of its own for the head of an answer. */
  private static final Http1Config HEADS =
      Http1Config.custom().setMaxLineLength(16 << 10).setMaxHeaderCount(200).build();

  private final HttpOrigin origin;
  private final HttpHost host;
  private final SessionTimeouts timeouts;
  private volatile HttpAsyncRequester requester;
  private final RequestQueue queue;
  private final String callPrefix =
      Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, 36) + "-";
  private final AtomicLong calls = new AtomicLong();
  private volatile boolean closed;

  private HttpConnections(
      HttpOrigin origin, SessionTimeouts timeouts, HttpAsyncRequester requester) {
    this.origin = origin;
    this.timeouts = timeouts;
    this.host = new HttpHost(origin.isSecure() ? "https" : "http", origin.host(), origin.port());
    this.requester = requester;
    this.queue = new RequestQueue(origin.connections(), WAITING * origin.connections());
  }

  /** Receives what became of a request, once, on the thread of the connections. */
  public interface Listener {
    /** The request is being sent. */
    void sent();

    /** An answer has arrived. */
    void answered(Exchange exchange, HttpAnswer answer);

    /** There is no answer. */
    void failed(HttpException why);
  }

  static HttpConnections open(HttpOrigin origin) throws HttpException {
    SessionTimeouts timeouts = new SessionTimeouts();
    return new HttpConnections(origin, timeouts, start(origin, timeouts));
  }

  private static HttpAsyncRequester start(HttpOrigin origin, SessionTimeouts timeouts)
      throws HttpException {
    HttpAsyncRequester requester =
        AsyncRequesterBootstrap.bootstrap()
            .setIOReactorConfig(
                IOReactorConfig.custom().setIoThreadCount(1).setTcpNoDelay(true).build())
            .setIOSessionListener(timeouts)
            .setHttp1Config(HEADS)
            .setMaxTotal(origin.connections())
            .setDefaultMaxPerRoute(origin.connections())
            .setTimeToLive(Timeout.ofMinutes(10))
            .setTlsStrategy(origin.isSecure() ? TlsSettings.strategy(origin) : null)
            .setTlsHandshakeTimeout(Timeout.of(origin.connectTimeout()))
            .setHttpProcessor(
                HttpProcessorBuilder.create()
                    .addAll(
                        RequestContent.INSTANCE,
                        RequestTargetHost.INSTANCE,
                        RequestConnControl.INSTANCE,
                        new RequestUserAgent("Understudy"))
                    .build())
            .create();
    requester.start();
    nameThread();
    return requester;
  }

  /** The library's thread ends if the application interrupts all threads; then a new one starts. */
  private HttpAsyncRequester active() throws HttpException {
    HttpAsyncRequester now = requester;
    if (now.getStatus() == IOReactorStatus.ACTIVE) {
      return now;
    }
    synchronized (this) {
      if (requester == now && !closed) {
        now.close(CloseMode.IMMEDIATE);
        requester = start(origin, timeouts);
      }
      return requester;
    }
  }

  /** The library names its thread itself; threads of the agent have names that say so. */
  private static void nameThread() {
    Thread[] threads = new Thread[Thread.activeCount() + 16];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (threads[i].getName().startsWith(LIBRARY_THREAD)) {
        threads[i].setName("understudy-http");
      }
    }
  }

  /**
   * Sends a request when a connection is free, and does not wait for that or for its answer. Waits
   * only while too many requests wait already.
   *
   * @param most the size of the largest answer, in bytes
   * @param timeoutMillis the time limit of the candidate; the wait ends after half of it
   * @throws HttpException when no connection becomes free, or the agent stops
   */
  public Exchange send(HttpCall call, long most, long timeoutMillis, Listener listener)
      throws HttpException {
    timeouts.allow(timeoutMillis);
    Exchange exchange = new Exchange(this, call, most, listener);
    if (mayGo(exchange, timeoutMillis / 2)) {
      HttpException failure = begin(exchange);
      if (failure != null) {
        exchange.cancel();
        throw failure;
      }
    }
    return exchange;
  }

  private boolean mayGo(Exchange exchange, long millis) throws HttpException {
    try {
      switch (queue.enter(exchange, millis)) {
        case GO:
          return true;
        case WAIT:
          return false;
        case BUSY:
          throw new HttpException(
              "all " + origin.connections() + " connections to " + origin + " were busy");
        default:
          throw new HttpException("shutdown");
      }
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      throw new HttpException("shutdown");
    }
  }

  /** Starts a request that may go; returns why that is impossible, or null. Does not wait. */
  private @Nullable HttpException begin(Exchange exchange) {
    try {
      BasicRequestProducer producer = producer(exchange);
      active()
          .connect(
              host,
              Timeout.of(origin.connectTimeout()),
              null,
              new FutureCallback<AsyncClientEndpoint>() {
                @Override
                public void completed(AsyncClientEndpoint endpoint) {
                  if (!endpoint.isConnected() && exchange.mayTryAgain()) {
                    beginAgain(exchange, endpoint);
                  } else if (exchange.connected(endpoint)) {
                    endpoint.execute(
                        new BasicClientExchangeHandler<>(
                            producer, new AnswerConsumer(exchange.most), exchange),
                        HttpCoreContext.create());
                  }
                }

                @Override
                public void failed(Exception failure) {
                  exchange.failed(failure);
                }

                @Override
                public void cancelled() {
                  exchange.cancelled();
                }
              });
      return null;
    } catch (HttpException failure) {
      return failure;
    } catch (RuntimeException | Error failure) {
      // The client is closed, for example. If the exchange has not ended, nothing else ends it.
      return new HttpException(
          closed ? "shutdown" : "the request could not be sent: " + failure.getClass().getName());
    }
  }

  /** Takes another connection in place of one that the server has just closed. */
  private void beginAgain(Exchange exchange, AsyncClientEndpoint closedOne) {
    closedOne.releaseAndDiscard();
    HttpException failure = begin(exchange);
    if (failure != null) {
      exchange.fail(failure);
    }
  }

  /** Gives the room of a request to the next one. */
  void ended(Exchange exchange) {
    Exchange last = exchange;
    Exchange next = queue.leave(last);
    // A loop, since recursion could fill the stack where all that wait fail.
    while (next != null) {
      HttpException failure = begin(next);
      if (failure == null) {
        return;
      }
      next.refuse(failure);
      last = next;
      next = queue.leave(last);
    }
  }

  private BasicRequestProducer producer(Exchange exchange) {
    HttpCall call = exchange.call;
    BasicHttpRequest request = new BasicHttpRequest(call.method, host, call.target);
    boolean hasAccept = false;
    boolean hasType = false;
    for (Map.Entry<String, String> header : call.headers.entrySet()) {
      request.addHeader(header.getKey(), header.getValue());
      hasAccept |= header.getKey().equalsIgnoreCase("Accept");
      hasType |= header.getKey().equalsIgnoreCase("Content-Type");
    }
    if (!hasAccept) {
      request.addHeader("Accept", "application/json");
    }
    request.addHeader("Understudy-Shadow", "1");
    request.addHeader("Understudy-Call", callPrefix + calls.incrementAndGet());
    ContentType type = hasType ? null : ContentType.APPLICATION_JSON;
    return new BasicRequestProducer(
        request, call.body == null ? null : new BasicAsyncEntityProducer(call.body, type)) {
      @Override
      public void sendRequest(RequestChannel channel, HttpContext context)
          throws org.apache.hc.core5.http.HttpException, IOException {
        exchange.sent();
        super.sendRequest(channel, context);
      }
    };
  }

  HttpException reason(Exception failure, long most) {
    if (failure instanceof AnswerConsumer.TooLargeException) {
      return new HttpException("the answer has more than " + most + " bytes");
    }
    if (failure instanceof SSLException) {
      return new HttpException(
          "no connection to " + origin + " by TLS: " + failure.getClass().getName(), true);
    }
    boolean isRefused =
        failure instanceof ConnectException
            || failure instanceof NoRouteToHostException
            || failure instanceof UnknownHostException
            || failure instanceof UnresolvedAddressException
            || failure instanceof SocketTimeoutException
            || failure instanceof TimeoutException;
    if (isRefused) {
      return new HttpException(
          origin + " does not accept connections: " + failure.getClass().getName(), true);
    }
    boolean isLost =
        failure instanceof ConnectionClosedException
            || failure instanceof NoHttpResponseException
            || failure instanceof SocketException
            || failure.getClass() == IOException.class;
    if (isLost) {
      return closedWithoutAnswer();
    }
    return new HttpException(
        "the answer of " + origin + " could not be read: " + failure.getClass().getName());
  }

  HttpException closedWithoutAnswer() {
    return closed
        ? new HttpException("shutdown")
        : new HttpException(origin + " closed the connection without an answer", true);
  }

  /** Why a request was not sent in time. */
  public String silence() {
    return "no connection to " + origin + " was free or opened in time";
  }

  synchronized void close() {
    closed = true;
    queue.close();
    requester.close(CloseMode.IMMEDIATE);
  }
}
