package io.understudy.agent.http;

import io.understudy.agent.config.HttpOrigin;
import io.understudy.agent.thread.AgentThread;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * A pool of connections to one server, served by one thread. No redirects, cookies, credentials,
 * proxies, compression or second attempts: each call is one request to the configured server. Reads
 * no system property of the application. Thread-safe.
 */
public final class HttpConnections {
  /** A request ends so long after its time limit at the latest, if the watchdog did not end it. */
  private static final long GRACE_MILLIS = 5_000;

  private static final TimeValue MOST_IDLE = TimeValue.ofSeconds(30);

  private final HttpOrigin origin;
  private final HttpHost host;
  private final CloseableHttpAsyncClient client;
  private final String callPrefix =
      Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, 36) + "-";
  private final AtomicLong calls = new AtomicLong();

  private HttpConnections(HttpOrigin origin, CloseableHttpAsyncClient client) {
    this.origin = origin;
    this.host = new HttpHost(origin.isSecure() ? "https" : "http", origin.host(), origin.port());
    this.client = client;
  }

  /** Receives what became of a request, once, on the thread of the connections. */
  public interface Listener {
    /** An answer has arrived. */
    void answered(HttpAnswer answer);

    /** There is no answer. */
    void failed(HttpException why);
  }

  /** A request without an answer. Thread-safe. */
  public static final class Exchange {
    private volatile long sent;
    private volatile boolean wasSent;
    private volatile long ended;
    private volatile boolean hasEnded;
    private volatile Future<?> future = CompletableFuture.completedFuture("");

    private Exchange() {}

    private void sent() {
      sent = System.nanoTime();
      wasSent = true;
    }

    private void ended() {
      ended = System.nanoTime();
      hasEnded = true;
    }

    /** Whether the server had the request for so long before it answered, or without an answer. */
    public boolean isSentFor(long nanos) {
      return wasSent && (hasEnded ? ended : System.nanoTime()) - sent >= nanos;
    }

    /** When the request was sent, {@code System.nanoTime()}. */
    public long sentAt() {
      return sent;
    }

    /** Closes the connection of the request; the listener is not called any more. */
    public void cancel() {
      future.cancel(true);
    }
  }

  static HttpConnections open(HttpOrigin origin) throws HttpException {
    PoolingAsyncClientConnectionManagerBuilder pool =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setMaxConnTotal(origin.connections())
            .setMaxConnPerRoute(origin.connections())
            .setDefaultTlsConfig(
                TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(origin.connectTimeout()))
                    .setTimeToLive(TimeValue.ofMinutes(10))
                    .build())
            .setTlsStrategy(TlsSettings.strategy(origin));
    CloseableHttpAsyncClient client =
        HttpAsyncClientBuilder.create()
            .setConnectionManager(pool.build())
            .setIOReactorConfig(
                IOReactorConfig.custom().setIoThreadCount(1).setTcpNoDelay(true).build())
            .setThreadFactory(task -> new AgentThread(task, "understudy-http"))
            .setRoutePlanner((target, context) -> new HttpRoute(target, null, origin.isSecure()))
            // The defaults load lists and schemes that are never used.
            .setDefaultCookieSpecRegistry(name -> null)
            .setDefaultAuthSchemeRegistry(name -> null)
            .setUserAgent("Understudy")
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableConnectionState()
            .build();
    client.start();
    return new HttpConnections(origin, client);
  }

  /**
   * Sends a request and does not wait for its answer.
   *
   * @param most the size of the largest answer, in bytes
   * @param timeoutMillis the time limit of the candidate
   */
  public Exchange send(HttpCall call, long most, long timeoutMillis, Listener listener) {
    BasicHttpRequest request = new BasicHttpRequest(call.method, host, call.target);
    request.setAbsoluteRequestUri(false);
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
    Exchange exchange = new Exchange();
    ContentType type = hasType ? null : ContentType.APPLICATION_JSON;
    BasicRequestProducer producer =
        new BasicRequestProducer(
            request, call.body == null ? null : new BasicAsyncEntityProducer(call.body, type)) {
          @Override
          public void sendRequest(RequestChannel channel, HttpContext context)
              throws org.apache.hc.core5.http.HttpException, IOException {
            exchange.sent();
            super.sendRequest(channel, context);
          }
        };
    HttpClientContext context = HttpClientContext.create();
    context.setRequestConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.ofMilliseconds(Math.max(1, timeoutMillis / 2)))
            .setResponseTimeout(Timeout.ofMilliseconds(timeoutMillis + GRACE_MILLIS))
            .setConnectionKeepAlive(MOST_IDLE)
            .setProtocolUpgradeEnabled(false)
            .setAuthenticationEnabled(false)
            .setRedirectsEnabled(false)
            .build());
    exchange.future =
        client.execute(
            producer, new AnswerConsumer(most), context, callback(exchange, listener, most));
    return exchange;
  }

  private FutureCallback<HttpAnswer> callback(
      Exchange exchange, Listener listener, long most) {
    return new FutureCallback<HttpAnswer>() {
      @Override
      public void completed(HttpAnswer answer) {
        exchange.ended();
        listener.answered(answer);
      }

      @Override
      public void failed(Exception failure) {
        listener.failed(reason(failure, most));
      }

      @Override
      public void cancelled() {
        listener.failed(new HttpException("the request was given up"));
      }
    };
  }

  private HttpException reason(Exception failure, long most) {
    if (failure instanceof AnswerConsumer.TooLargeException) {
      return new HttpException("the answer has more than " + most + " bytes");
    }
    if (failure instanceof ConnectionRequestTimeoutException) {
      return new HttpException(
          "all " + origin.connections() + " connections to " + origin + " were busy");
    }
    if (failure instanceof ConnectTimeoutException
        || failure instanceof UnknownHostException
        || failure instanceof ConnectException
        || failure instanceof NoRouteToHostException) {
      return new HttpException(
          origin + " does not accept connections: " + failure.getClass().getName(), true);
    }
    boolean isLost =
        failure instanceof ConnectionClosedException
            || failure instanceof NoHttpResponseException
            || failure instanceof SocketException
            || failure instanceof SocketTimeoutException;
    if (isLost) {
      return new HttpException(origin + " closed the connection without an answer", true);
    }
    if (failure instanceof SSLException) {
      return new HttpException(
          "no connection to " + origin + " by TLS: " + failure.getClass().getName(), true);
    }
    return new HttpException(
        "the answer of " + origin + " could not be read: " + failure.getClass().getName());
  }

  /** Why a request was not sent in time. */
  public String silence() {
    return "no connection to " + origin + " was free or opened in time";
  }

  void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
