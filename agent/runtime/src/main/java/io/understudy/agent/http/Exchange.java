package io.understudy.agent.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * One request, from its start to its end. The answer, a failure and {@link #cancel} race to end it,
 * and exactly one of them wins: it gives the connection back and frees the room of the request.
 * Thread-safe.
 */
public final class Exchange implements FutureCallback<HttpAnswer> {
  private static final int MOST_TRIES = 4;

  private final HttpConnections connections;
  private final HttpConnections.Listener listener;
  final HttpCall call;
  final long most;

  /** Whether it counts as a request that goes; guarded by its {@link RequestQueue}. */
  boolean hasRoom;

  private final AtomicInteger tries = new AtomicInteger();

  private final AtomicBoolean isOver = new AtomicBoolean();
  private volatile @Nullable AsyncClientEndpoint endpoint;
  private volatile long sent;
  private volatile boolean wasSent;
  private volatile long ended;
  private volatile boolean hasEnded;

  Exchange(
      HttpConnections connections, HttpCall call, long most, HttpConnections.Listener listener) {
    this.connections = connections;
    this.call = call;
    this.most = most;
    this.listener = listener;
  }

  /** Sets the connection; returns false if the request has ended meanwhile. */
  boolean connected(AsyncClientEndpoint opened) {
    endpoint = opened;
    // Race: cancel() may not have seen the connection, so it is closed here.
    if (isOver.get()) {
      opened.releaseAndDiscard();
      return false;
    }
    return true;
  }

  /** Whether another connection may be tried, since nothing was sent on the last one. */
  boolean mayTryAgain() {
    return tries.incrementAndGet() < MOST_TRIES && !isOver.get();
  }

  void sent() {
    sent = System.nanoTime();
    wasSent = true;
    listener.sent();
  }

  boolean isOver() {
    return isOver.get();
  }

  /** Whether the server had the request for so long before it answered, or without an answer. */
  public boolean isSentFor(long nanos) {
    return wasSent && (hasEnded ? ended : System.nanoTime()) - sent >= nanos;
  }

  /** How long the server took, in nanoseconds. */
  public long nanos() {
    return wasSent ? (hasEnded ? ended : System.nanoTime()) - sent : 0;
  }

  private boolean end(boolean canReuse) {
    if (!isOver.compareAndSet(false, true)) {
      return false;
    }
    ended = System.nanoTime();
    hasEnded = true;
    AsyncClientEndpoint opened = endpoint;
    try {
      // A connection that the server closes after its answer is open still, but takes no request.
      if (opened != null && canReuse && opened.isConnected()) {
        opened.releaseAndReuse();
      } else if (opened != null) {
        opened.releaseAndDiscard();
      }
    } catch (RuntimeException closed) {
      // The pool was closed meanwhile. The request has ended all the same.
      return true;
    }
    return true;
  }

  @Override
  public void completed(HttpAnswer answer) {
    if (end(true)) {
      try {
        listener.answered(this, answer);
      } finally {
        connections.ended(this);
      }
    }
  }

  @Override
  public void failed(Exception failure) {
    fail(connections.reason(failure, most));
  }

  @Override
  public void cancelled() {
    fail(connections.closedWithoutAnswer());
  }

  /** Ends the request without an answer. */
  void fail(HttpException why) {
    if (end(false)) {
      try {
        listener.failed(why);
      } finally {
        connections.ended(this);
      }
    }
  }

  /** Ends a request that could not begin; its room is not given back. */
  void refuse(HttpException why) {
    if (end(false)) {
      listener.failed(why);
    }
  }

  /** Gives the request up and closes its connection; the listener is not called any more. */
  public void cancel() {
    if (end(false)) {
      connections.ended(this);
    }
  }
}
