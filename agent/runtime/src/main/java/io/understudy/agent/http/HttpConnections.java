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
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
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
  private static final long RECHECK_MILLIS = 20;

  private final HttpOrigin origin;
  private final HttpHost host;
  private volatile HttpAsyncRequester requester;
  private final Semaphore room;
  private final String callPrefix =
      Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, 36) + "-";
  private final AtomicLong calls = new AtomicLong();
  private volatile boolean closed;

  private HttpConnections(HttpOrigin origin, HttpAsyncRequester requester) {
    this.origin = origin;
    this.host = new HttpHost(origin.isSecure() ? "https" : "http", origin.host(), origin.port());
    this.requester = requester;
    this.room = new Semaphore(origin.connections());
  }

  /** Receives what became of a request, once, on the thread of the connections. */
  public interface Listener {
    /** An answer has arrived. */
    void answered(Exchange exchange, HttpAnswer answer);

    /** There is no answer. */
    void failed(HttpException why);
  }

  static HttpConnections open(HttpOrigin origin) throws HttpException {
    return new HttpConnections(origin, start(origin));
  }

  private static HttpAsyncRequester start(HttpOrigin origin) throws HttpException {
    HttpAsyncRequester requester =
        AsyncRequesterBootstrap.bootstrap()
            .setIOReactorConfig(
                IOReactorConfig.custom().setIoThreadCount(1).setTcpNoDelay(true).build())
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
        requester = start(origin);
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
   * Sends a request and does not wait for its answer. Waits while as many requests are open as
   * there may be connections.
   *
   * @param most the size of the largest answer, in bytes
   * @param timeoutMillis the time limit of the candidate; the wait ends after half of it
   * @throws HttpException when no connection becomes free, or the agent stops
   */
  public Exchange send(HttpCall call, long most, long timeoutMillis, Listener listener)
      throws HttpException {
    awaitRoom(timeoutMillis / 2);
    Exchange exchange = new Exchange(this, most, listener);
    try {
      BasicRequestProducer producer = producer(call, exchange);
      active()
          .connect(
              host,
              Timeout.of(origin.connectTimeout()),
              null,
              new FutureCallback<AsyncClientEndpoint>() {
                @Override
                public void completed(AsyncClientEndpoint endpoint) {
                  if (exchange.connected(endpoint)) {
                    endpoint.execute(
                        new BasicClientExchangeHandler<>(
                            producer, new AnswerConsumer(most), exchange),
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
    } catch (HttpException failure) {
      exchange.cancel();
      throw failure;
    } catch (RuntimeException | Error failure) {
      // The client is closed, for example. If the exchange has not ended, nothing else ends it.
      exchange.cancel();
      throw new HttpException(
          closed ? "shutdown" : "the request could not be sent: " + failure.getClass().getName());
    }
    return exchange;
  }

  private void awaitRoom(long millis) throws HttpException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      while (!room.tryAcquire(RECHECK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (closed) {
          throw new HttpException("shutdown");
        }
        if (System.nanoTime() - end >= 0) {
          throw new HttpException(
              "all " + origin.connections() + " connections to " + origin + " were busy");
        }
      }
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      throw new HttpException("shutdown");
    }
  }

  /** Frees the room of a request. */
  void ended() {
    room.release();
  }

  private BasicRequestProducer producer(HttpCall call, Exchange exchange) {
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
      return new HttpException(origin + " closed the connection without an answer", true);
    }
    return new HttpException(
        "the answer of " + origin + " could not be read: " + failure.getClass().getName());
  }

  /** Why a request was not sent in time. */
  public String silence() {
    return "no connection to " + origin + " was free or opened in time";
  }

  synchronized void close() {
    closed = true;
    requester.close(CloseMode.IMMEDIATE);
  }
}
