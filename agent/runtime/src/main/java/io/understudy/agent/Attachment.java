package io.understudy.agent;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.guard.JdkGuard;
import io.understudy.agent.log.AgentLog;
import io.understudy.agent.modules.JdkPackages;
import io.understudy.agent.operate.AgentOperations;
import io.understudy.agent.operate.CommandReply;
import io.understudy.agent.operate.FileWatch;
import io.understudy.agent.operate.OperationRefusedException;
import io.understudy.agent.operate.OperatorThread;
import io.understudy.agent.thread.AgentThread;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.agent.weave.BridgeKey;
import java.lang.instrument.Instrumentation;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The composition root of one attachment, from its start to its detachment or the end of the JVM.
 * It holds the current generation of the stages and the parts that outlive a generation. Threads
 * start last, so that they never wait for the start of another part. Thread-safe.
 */
final class Attachment implements AgentOperations {
  private static final String SHUTTING_DOWN = "the JVM is shutting down";

  /** Longest time in nanoseconds of a reload without its drain: weaving, closing the journal. */
  private static final long CHANGE_NANOS = TimeUnit.SECONDS.toNanos(7);

  /** Longest wait of the application's start for the first write of the journal, nanoseconds. */
  private static final long FIRST_WRITE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final BridgeKey key;
  private final AgentLog log;
  private final Announcement announcement;
  private final Instrumentation instrumentation;
  private final Instant since = Instant.now();
  private final AgentThreads threads;
  private final PeriodicWork work;
  private final OperatorThread operator;

  /** Beside the operator's: a pause must not wait for the end of a reload. */
  private final OperatorThread pauses;

  private final OperatorAccess access;
  private final Shutdown shutdown;
  private final AgentThread shutdownHook;
  private final JdkGuard guard = new JdkGuard();

  private volatile Generation generation;
  private volatile ConfigSource source;
  private volatile Instant loaded = since;
  private volatile @Nullable String error;
  private volatile @Nullable Instant errorAt;

  /** Null if the configuration has {@code reload: false}. Only for the operator's thread. */
  private volatile @Nullable FileWatch watch;

  private volatile boolean settled;
  private volatile boolean shuttingDown;

  /** Held while a call point is paused, and while a generation copies the pauses of another. */
  private final Object pauseLock = new Object();

  /** Held while a generation is replaced or leaves, and permanently once the JVM shuts down. */
  private final ReentrantLock changeLock = new ReentrantLock();

  /** A reload that is not complete; null if there is none. Written under the lock. */
  private volatile @Nullable Succession change;

  /** Longest time of the current change in nanoseconds. */
  private volatile long changeLimitNanos = CHANGE_NANOS;

  /** Wires all parts; nothing runs yet. */
  Attachment(
      BridgeKey key,
      ConfigSource source,
      Config config,
      AgentLog log,
      Instrumentation instrumentation) {
    // Before any stage reads objects of the JDK.
    JdkPackages.open(instrumentation);
    this.key = key;
    this.source = source;
    this.log = log;
    this.announcement = new Announcement(log);
    this.instrumentation = instrumentation;
    this.threads = new AgentThreads(log);
    this.generation = new Generation(key, config, threads, log, null);
    this.work = new PeriodicWork(threads, this::generations, log);
    this.operator = new OperatorThread(threads, "understudy-operator", this::checkForChanges);
    this.pauses = new OperatorThread(threads, "understudy-pause");
    this.access = new OperatorAccess(this, log);
    this.shutdown =
        new Shutdown(
            threads,
            this::awaitChange,
            () -> generation.stop(),
            () -> generation.drain(),
            () -> generation.closeJournal(),
            () -> generation.closeEndpoint(),
            work::end,
            work::run,
            log::close);
    this.shutdownHook = new AgentThread(this::shutDown, "understudy-shutdown");
  }

  /**
   * Starts all parts. If one cannot start, for example without memory for a thread, all are ended
   * again: without threads, the calls that are taken would never end.
   *
   * @param obstacle why the journal cannot be written yet; null if it can be written
   */
  void start(@Nullable String obstacle) {
    try {
      startParts(obstacle);
    } catch (RuntimeException | Error failure) {
      undo(failure);
      throw failure;
    }
  }

  private void undo(Throwable failure) {
    Undoing.run(
        failure,
        () -> generation.capture.stop(),
        () -> generation.capture.disarm(),
        () -> Runtime.getRuntime().removeShutdownHook(shutdownHook),
        () -> new Detachment(key, generation, instrumentation).begin(),
        () -> guard.stop(instrumentation),
        () -> generation.unweaveCandidates(instrumentation),
        work::end,
        operator::end,
        pauses::end,
        work::run,
        log::close);
  }

  private void startParts(@Nullable String obstacle) {
    Config config = generation.config;
    openLog(config);
    if (obstacle != null) {
      log.fatal(obstacle + "; calls are counted in memory until it can be written");
    }
    watch = config.reload() ? new FileWatch(Paths.get(source.file())) : null;
    for (String failure : guard.start(instrumentation)) {
      log.warn("candidates are not kept from ending the JVM: " + failure);
    }
    Runtime.getRuntime().addShutdownHook(shutdownHook);
    // Early: it initialises its classes while this thread weaves.
    generation.evidence.start();
    generation.weaveCandidates(instrumentation);
    work.stopIfFileIsThere();
    generation.capture.start(instrumentation);
    config.warnings().forEach(warning -> log.warn(warning.toString()));
    startThreads();
    if (CandidateInitialization.isBeforeMain()) {
      new CandidateInitialization(generation.capture.scope(), log).run(generation.points);
    }
    generation.evidence.awaitFirstWrite(FIRST_WRITE_NANOS);
    key.verbs(
        request ->
            CountRequest.isAskedFor(request)
                ? CountRequest.answer(request, instrumentation)
                : CommandReply.of(request, this));
  }

  private void startThreads() {
    generation.startPool();
    work.start();
    operator.start();
    pauses.start();
  }

  private void openLog(Config config) {
    log.openIn(config.journal().directory(), config.application(), Evidence.pid());
  }

  /** The generation that takes the calls, and the other one of a reload that is not complete. */
  private List<Generation> generations() {
    Succession open = change;
    Generation current = generation;
    return open == null
        ? Collections.singletonList(current)
        : Arrays.asList(current, open.otherThan(current));
  }

  /** Tells the operator on standard error that the agent runs. */
  void announce() {
    announcement.start(generation);
  }

  /** Returns the reply to the request that has attached this agent. */
  String attachReply() {
    access.openMailbox(generation, since);
    return announcement.attachReply(generation);
  }

  /** Runs about once a second, on the operator's thread. */
  private void checkForChanges() {
    if (!settled) {
      settled = true;
      generation.capture.settle();
    }
    completeInterruptedChange();
    announcement.noteUnloaded(generation, loaded);
    access.serve(generation, since);
    FileWatch watched = watch;
    if (watched != null && watched.hasChanged()) {
      try {
        log.info(reload(source));
      } catch (OperationRefusedException e) {
        log.warn(e.reason());
      } catch (RuntimeException | Error failure) {
        // For example no memory for a thread. No operator waits for a reply, so log it here.
        log.warn("the changed configuration could not be applied; reload it manually", failure);
      }
    }
  }

  @Override
  public Map<String, Object> status() {
    return StatusOverview.of(
        generation,
        since,
        StatusOverview.configuration(source, generation, loaded, watch != null, error, errorAt));
  }

  @Override
  public String pause(List<String> names, boolean on) throws OperationRefusedException {
    return pauses.execute(
        () -> {
          String text;
          synchronized (pauseLock) {
            text = PauseCommand.run(generations(), names, on);
          }
          log.info(text);
          return text;
        });
  }

  @Override
  public String reload(@Nullable String configuration) throws OperationRefusedException {
    return operator.execute(
        () -> {
          String text = reload(configuration == null ? source : source.then(configuration));
          log.info(text);
          return text;
        });
  }

  /** Reloads a configuration, on the operator's thread. */
  private String reload(ConfigSource next) throws OperationRefusedException {
    completeInterruptedChange(); // which would replace the configuration that is read now
    FileWatch fresh = new FileWatch(Paths.get(next.file()));
    Config config;
    try {
      config = ConfigLoader.load(next.argument());
    } catch (ConfigException e) {
      throw refused(e.getMessage());
    }
    String obstacle = Obstacles.find(config);
    if (obstacle != null) {
      throw refused(obstacle);
    }
    error = null;
    errorAt = null;
    watch = config.reload() ? fresh : null;
    source = next;
    if (config.hasEffectOf(generation.config)) {
      return "nothing changed: the configuration has the same effect as before, hash "
          + config.hash();
    }
    return follow(config);
  }

  private OperationRefusedException refused(@Nullable String why) {
    error = why;
    errorAt = Instant.now();
    return new OperationRefusedException(
        "the configuration was not reloaded; the earlier one stays in use. What is wrong:\n" + why);
  }

  private String follow(Config config) throws OperationRefusedException {
    if (shuttingDown || !changeLock.tryLock()) {
      throw new OperationRefusedException(SHUTTING_DOWN);
    }
    try {
      return replace(config);
    } finally {
      changeLock.unlock();
    }
  }

  private String replace(Config config) {
    completeChange();
    Generation before = generation;
    changeLimitNanos = before.config.replay().drain().toNanos() + CHANGE_NANOS;
    Succession next;
    synchronized (pauseLock) {
      // A pause is either copied to the new generation here, or finds it.
      Generation after = new Generation(key, config, threads, log, before);
      next = new Succession(before, after, instrumentation);
      change = next;
    }
    try {
      next.begin();
    } finally {
      completeChange();
    }
    loaded = Instant.now();
    openLog(config);
    config.warnings().forEach(warning -> log.warn(warning.toString()));
    return next.summary();
  }

  /** Completes a reload, even one that an error has cut short; under the lock. */
  private void completeChange() {
    Succession open = change;
    if (open != null) {
      generation = open.used();
      open.complete();
      change = null;
    }
  }

  private void completeInterruptedChange() {
    if (change != null && changeLock.tryLock()) {
      try {
        completeChange();
      } finally {
        changeLock.unlock();
      }
    }
  }

  @Override
  public String detach() throws OperationRefusedException {
    return operator.execute(this::leave);
  }

  private String leave() throws OperationRefusedException {
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException shuttingDown) {
      throw new OperationRefusedException(SHUTTING_DOWN);
    }
    completeInterruptedChange();
    Detachment detachment = new Detachment(key, generation, instrumentation);
    String text = detachment.begin();
    guard.stop(instrumentation);
    generation.unweaveCandidates(instrumentation);
    access.close();
    work.end();
    generation.budget.close();
    operator.end();
    pauses.end();
    log.info(text);
    work.run();
    log.close();
    return text + detachment.end();
  }

  /** Ends the stages in the order of a call's path, so that calls under way still end. */
  private void shutDown() {
    shuttingDown = true;
    access.closeMailbox();
    announcement.noteUnloaded(generation);
    long reload = changeLock.isLocked() ? changeLimitNanos : 0;
    shutdown.run(reload + generation.shutdownNanos());
  }

  /**
   * Waits for a reload that is under way, so that the replaced generation writes its closing
   * record. The wait takes about as long as the shutdown of that generation.
   */
  private void awaitChange() {
    try {
      if (!changeLock.tryLock(changeLimitNanos, TimeUnit.NANOSECONDS)) {
        log.warn("a reload did not end in time; the shutdown does not wait for it");
      } else {
        completeChange();
      }
    } catch (InterruptedException hurried) {
      // Only the thread of the hook itself can be interrupted; the limit of the shutdown stays.
      Thread.currentThread().interrupt();
    }
  }
}
