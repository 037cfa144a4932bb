package io.understudy.agent.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;
import org.apache.hc.core5.util.Timeout;

/**
 * How long a connection may be silent. HttpCore takes the time limit of connecting for that ({@code
 * HttpAsyncRequester.doConnect}), and would end a request whose answer takes longer. Each call has
 * a time limit of its own, so a connection waits longer than the longest of them. Thread-safe.
 */
final class SessionTimeouts implements IOSessionListener {
  private static final long UNUSED = TimeUnit.SECONDS.toMillis(30);
  private static final long MARGIN = TimeUnit.SECONDS.toMillis(5);

  private final AtomicLong millis = new AtomicLong(UNUSED);

  /** Takes account of a call with a time limit. */
  void allow(long timeoutMillis) {
    millis.accumulateAndGet(timeoutMillis + MARGIN, Math::max);
  }

  private void apply(IOSession session) {
    session.setSocketTimeout(Timeout.ofMilliseconds(millis.get()));
  }

  @Override
  public void connected(IOSession session) {
    apply(session);
  }

  @Override
  public void outputReady(IOSession session) {
    apply(session);
  }

  /** A session with TLS takes over, at the end of its handshake, what it was given before. */
  @Override
  public void inputReady(IOSession session) {
    apply(session);
  }

  @Override
  public void startTls(IOSession session) {}

  @Override
  public void timeout(IOSession session) {}

  @Override
  public void exception(IOSession session, Exception failure) {}

  @Override
  public void disconnected(IOSession session) {}
}
