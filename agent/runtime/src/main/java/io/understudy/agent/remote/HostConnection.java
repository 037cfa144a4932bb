package io.understudy.agent.remote;

import io.understudy.agent.config.HostConfig;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentLoop;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.portable.PortableFormException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way to one host: connects when the first method is asked for, finds all methods again after
 * each connection, and pauses longer after each failure, from half a second to half a minute. One
 * loop does that; {@link #call} never waits. Thread-safe.
 */
public final class HostConnection {
  /** The longest frame that is accepted from a host, in bytes. */
  static final int LONGEST_FRAME = 17 << 20;

  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long QUIET_ROUND = TimeUnit.SECONDS.toNanos(1);
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);

  /** After so long without a sign the host is asked for one; after as long again it is gone. */
  private static final long SILENCE = TimeUnit.SECONDS.toNanos(5);

  /** The age of a refusal after which the host is asked again. */
  private static final long REFUSAL = TimeUnit.SECONDS.toNanos(10);

  private final HostConfig config;
  private final Log log;
  private final AgentLoop loop;
  private final Map<MethodRequest, Boolean> wanted = new ConcurrentHashMap<>();
  private volatile @Nullable HostLink link;
  private volatile String failure = "";
  private volatile boolean closed;
  private long pause = FIRST_PAUSE;
  private long retryAt = System.nanoTime();
  private long pinged;

  /** Creates a connection that is not open; the loop starts with the first method. */
  HostConnection(HostConfig config, AgentThreads threads, Log log) {
    this.config = config;
    this.log = log;
    this.loop = threads.loop("understudy-host", this::round);
    loop.start();
  }

  /**
   * Returns the method that a host has for a request; connects if that is necessary, and waits.
   *
   * @throws HostException when there is none, or the host cannot be reached in time
   */
  public MethodReply find(MethodRequest request, long waitNanos)
      throws HostException, InterruptedException {
    long start = System.nanoTime();
    wanted.put(request, true);
    loop.wake();
    while (true) {
      HostLink now = link;
      HostLink.MethodState state = now == null ? null : now.methods.get(request);
      if (now != null && state != null) {
        return reply(now, request, state);
      }
      String failed = failure;
      if (!failed.isEmpty() && now == null) {
        throw HostException.unreachable(failed);
      }
      if (closed || System.nanoTime() - start > waitNanos) {
        throw HostException.unreachable("the host " + config.address() + " has not answered");
      }
      Thread.sleep(2);
    }
  }

  /** A refusal may be over: a constructor may have needed a server that was down, for example. */
  private MethodReply reply(HostLink on, MethodRequest request, HostLink.MethodState state)
      throws HostException {
    MethodReply reply = state.reply;
    if (reply == null) {
      if (System.nanoTime() - state.since > REFUSAL && on.asked.remove(request) != null) {
        loop.wake();
      }
      throw HostException.refused(state.refusal);
    }
    return reply;
  }

  /**
   * Sends a call; never waits.
   *
   * @param arguments see {@link CallRequest#arguments()}
   * @param listener receives the end of the call, unless this method throws
   * @throws HostException when the host is not reachable now, or has no such method any more
   */
  public HostCall call(
      MethodRequest request,
      byte[] arguments,
      boolean wantsArguments,
      long timeoutMillis,
      HostCall.Listener listener)
      throws HostException {
    HostLink now = link;
    HostLink.MethodState state = now == null ? null : now.methods.get(request);
    if (now == null || state == null) {
      String failed = failure;
      throw HostException.unreachable(
          failed.isEmpty() ? "the host " + config.address() + " is being connected" : failed);
    }
    MethodReply method = reply(now, request, state);
    byte[] payload =
        new CallRequest(method.number(), timeoutMillis, wantsArguments, arguments).bytes();
    if (payload.length + Frame.HEADER > now.welcome().longestFrame()) {
      throw HostException.refused(
          "the arguments have more than " + now.welcome().longestFrame() + " bytes");
    }
    HostCall call = new HostCall(now, method);
    call.sentAs(
        now.send(
            FrameType.CALL,
            payload,
            new HostLink.Request() {
              @Override
              public void answered(Frame frame) {
                listener.answered(frame);
              }

              @Override
              public void lost(String reason) {
                listener.lost(reason);
              }
            }));
    return call;
  }

  /** Ends the connection; open calls are lost. */
  public void close() {
    closed = true;
    HostLink now = link;
    if (now != null) {
      now.close("shutdown");
    }
    loop.end();
  }

  private long round() {
    if (closed) {
      HostLink last = link;
      if (last != null) {
        last.close("shutdown");
      }
      return AgentLoop.END;
    }
    HostLink now = link;
    long time = System.nanoTime();
    if (now != null && now.isOver()) {
      link = null;
      fail(now.reason(), time);
    } else if (now != null) {
      findMissing(now);
      watch(now, time);
    } else if (!wanted.isEmpty() && time - retryAt >= 0) {
      connect(time);
    }
    HostLink current = link;
    boolean isQuiet = wanted.isEmpty() || (current != null && !current.hasOpenRequests());
    return isQuiet ? QUIET_ROUND : ROUND;
  }

  private void fail(String reason, long time) {
    failure = reason;
    retryAt = time + pause;
    pause = Math.min(2 * pause, LONGEST_PAUSE);
    log.warnOnce(reason, reason + "; its calls are unanswered until it is back");
  }

  private void connect(long time) {
    try {
      HostLink next = new HostLink(HostSocket.open(config, LONGEST_FRAME), config.address());
      next.start();
      findMissing(next);
      link = next;
      // Race: close() may have looked for a link before this one was there, and the loop has no
      // further round then.
      if (closed) {
        next.close("shutdown");
      }
      pause = FIRST_PAUSE;
      failure = "";
      log.info("connected to the host " + config.address() + ": " + next.welcome());
    } catch (HostException unreachable) {
      fail(unreachable.reason(), time);
    }
  }

  /** Asks for the methods that were not asked for on this link. */
  private void findMissing(HostLink on) {
    for (MethodRequest request : wanted.keySet()) {
      if (on.asked.putIfAbsent(request, true) != null) {
        continue;
      }
      on.send(
          FrameType.FIND,
          request.bytes(),
          new HostLink.Request() {
            @Override
            public void answered(Frame frame) {
              on.methods.put(request, state(frame));
            }

            @Override
            public void lost(String reason) {
              // The next link asks again.
            }
          });
    }
  }

  private HostLink.MethodState state(Frame frame) {
    try {
      return frame.type() == FrameType.FOUND
          ? new HostLink.MethodState(MethodReply.read(frame.input()), "")
          : new HostLink.MethodState(null, frame.reason());
    } catch (PortableFormException wrong) {
      return new HostLink.MethodState(null, "the host " + config.address() + ": " + wrong.reason());
    }
  }

  private void watch(HostLink now, long time) {
    long silent = time - now.lastReceived();
    if (!now.hasOpenRequests() || silent < SILENCE) {
      pinged = 0;
    } else if (pinged == 0) {
      pinged = time;
      now.tell(FrameType.PING, 0);
    } else if (time - pinged > SILENCE) {
      now.close("the host " + config.address() + " does not respond");
    }
  }
}
