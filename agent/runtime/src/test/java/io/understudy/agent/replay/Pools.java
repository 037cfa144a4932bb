package io.understudy.agent.replay;

import io.understudy.agent.budget.PoolBudget;
import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.CandidateRun;
import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.KnownObjects;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.OrderedCalls;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.agent.ids.RunIds;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.agent.queue.CallQueue;
import io.understudy.agent.replay.limit.CandidateLimits;
import io.understudy.agent.snapshot.Copier;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import io.understudy.rig.Condition;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A queue, a pool and a sink for a test; the control's class is {@link Legacy}. */
final class Pools implements AutoCloseable {
  /** The threads whose candidates are to stop. */
  static final Set<Thread> STOPPED = ConcurrentHashMap.newKeySet();

  static final Duration LONG = Duration.ofSeconds(30);

  final Answers answers = new Answers();
  final CallQueue queue = new CallQueue(10_000, 1L << 30);
  final CandidateLimits limits = new CandidateLimits(Log.none());
  final ReplayPool pool;

  Pools(int threads, int stuck) {
    this(threads, stuck, () -> {});
  }

  Pools(int threads, int stuck, Runnable mark) {
    this(threads, stuck, mark, LONG);
  }

  Pools(int threads, int stuck, ControlClasses controls) {
    this(threads, stuck, () -> {}, LONG, controls);
  }

  Pools(int threads, int stuck, Runnable mark, Duration findingLimit) {
    this(threads, stuck, mark, findingLimit, point -> Legacy.class);
  }

  private Pools(
      int threads, int stuck, Runnable mark, Duration findingLimit, ControlClasses controls) {
    this(threads, stuck, mark, findingLimit, controls, OrderedCalls.NONE);
  }

  /** A pool whose calls may wait for their turn. */
  Pools(int threads, int stuck, OrderedCalls ordered) {
    this(threads, stuck, () -> {}, LONG, point -> Legacy.class, ordered);
  }

  private Pools(
      int threads,
      int stuck,
      Runnable mark,
      Duration findingLimit,
      ControlClasses controls,
      OrderedCalls ordered) {
    RunIds ids = new RunIds(Collections.emptyList());
    ReplayConfig config =
        new ReplayConfig(
            threads,
            10_000,
            1L << 30,
            LONG,
            LONG,
            stuck,
            Duration.ofSeconds(1),
            LONG,
            0,
            false,
            Collections.emptyList(),
            Duration.ZERO);
    pool =
        new ReplayPool(
            config,
            queue,
            answers,
            controls,
            new IsolatedLoaders(),
            KnownObjects.NONE,
            new Copier()::copy,
            ids,
            ordered,
            scope(mark),
            new PlainWatch(),
            new AgentThreads(Log.none()),
            limits,
            PoolBudget.unlimited(),
            Log.none(),
            findingLimit.toNanos());
    pool.start();
  }

  private static CandidateScope scope(Runnable mark) {
    List<Thread> started = new CopyOnWriteArrayList<>();
    return new CandidateScope() {
      @Override
      public Thread newThread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        started.add(thread);
        return thread;
      }

      @Override
      public void markThread() {
        mark.run();
      }

      @Override
      public CandidateRun begin(CallPoint point, int ownSite) {
        return CandidateRun.NONE;
      }

      @Override
      public void leave() {}

      @Override
      public void stop(Thread thread) {
        STOPPED.add(thread);
      }

      @Override
      public void release(Thread thread) {
        STOPPED.remove(thread);
      }

      @Override
      public List<Thread> threads() {
        return started;
      }
    };
  }

  /** The control of every test; its parameter types select the candidates. */
  static final class Legacy {
    private Legacy() {}

    static @Nullable Object quote(Object argument) {
      return argument;
    }
  }

  static CallPoint point(Class<?> candidate, String method) {
    return point(candidate, method, LONG);
  }

  static CallPoint point(Class<?> candidate, String method, Duration timeout) {
    return point(new MethodRef(candidate.getName(), method, null), null, timeout, Rules.none());
  }

  static CallPoint point(
      MethodRef candidate, @Nullable MethodRef factory, Duration timeout, Rules rules) {
    return Calls.point(
        new MethodRef(Legacy.class.getName(), "quote", null), candidate, factory, rules, timeout);
  }

  /** A point of an idempotent control, each call of which is repeated. */
  static CallPoint repeatable(
      Class<?> control, String method, Class<?> candidate, String name, Duration timeout) {
    CallConfig config =
        CallConfig.builder("quote", Calls.ref(control, method), Calls.ref(candidate, name))
            .timeout(timeout)
            .idempotent(true)
            .noise(1)
            .build();
    return new CallPoint(0, config, new Ledger(0));
  }

  /** Offers a call. */
  Call offer(Call call) {
    queue.accept(call);
    return call;
  }

  /** Offers a call with one argument. */
  Call offer(CallPoint point, @Nullable Object argument) {
    Call call = Calls.call(point, argument);
    queue.accept(call);
    return call;
  }

  /** Offers a call and waits for its fate. */
  void ask(CallPoint point, @Nullable Object argument) {
    offer(point, argument);
    awaitBalance(point);
  }

  /** Waits until every call of the point has its fate. */
  static void awaitBalance(CallPoint point) {
    await(() -> inFlight(point) == 0);
  }

  static long inFlight(CallPoint point) {
    long inFlight = point.ledger().totalIntercepted();
    for (Fate fate : Fate.values()) {
      inFlight -= point.ledger().total(fate);
    }
    return inFlight;
  }

  /** Waits until a condition holds. */
  static void await(BooleanSupplier condition) {
    try {
      Condition.await("the condition of the test", condition::getAsBoolean);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    queue.close(0);
    pool.close(0);
  }
}
