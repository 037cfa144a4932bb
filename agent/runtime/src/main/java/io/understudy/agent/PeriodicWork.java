package io.understudy.agent;

import io.understudy.agent.log.AgentLog;
import io.understudy.agent.thread.AgentLoop;
import io.understudy.agent.thread.AgentThreads;
import java.util.List;
import java.util.function.Supplier;

/**
 * The work that an attachment does periodically, on three threads: the budget, the file {@code
 * STOP}, and all else. The file has a thread of its own, since its disk may not respond. While no
 * calls arrive, the thread of the budget alone looks for them. Thread-safe.
 */
final class PeriodicWork {
  /** Interval of the periodic work in nanoseconds. */
  private static final long TICK_NANOS = 100_000_000;

  /** The same while no calls arrive. */
  private static final long DORMANT_NANOS = 1_000_000_000;

  private final Supplier<List<Generation>> generations;
  private final AgentLog log;
  private final AgentLoop timer;
  private final AgentLoop budget;
  private final AgentLoop stopFile;
  private final StopFile file;

  /**
   * Creates the work; nothing runs yet.
   *
   * @param generations returns the generation that takes the calls, and after it the one that it
   *     replaces, if that has not ended
   */
  PeriodicWork(AgentThreads threads, Supplier<List<Generation>> generations, AgentLog log) {
    this.generations = generations;
    this.log = log;
    this.file = new StopFile(log);
    this.timer = threads.loop("understudy-timer", this::tick);
    this.budget = threads.loop("understudy-budget", this::runBudget);
    this.stopFile = threads.loop("understudy-stop-file", this::followStopFile);
  }

  private Generation generation() {
    return generations.get().get(0);
  }

  /** Stops the call points if the file is there before the application starts. */
  void stopIfFileIsThere() {
    file.followAtStart(generation());
  }

  /** Starts the threads. */
  void start() {
    budget.start();
    timer.start();
    stopFile.start();
  }

  /** Ends the threads. */
  void end() {
    timer.end();
    budget.end();
    stopFile.end();
  }

  private long runBudget() {
    boolean wasDormant = generation().budget.activity().isDormant();
    long wait = generation().budget.run();
    if (wasDormant && !generation().budget.activity().isDormant()) {
      timer.wake();
    }
    return wait;
  }

  private long followStopFile() {
    file.follow(generations.get());
    return StopFile.PERIOD;
  }

  private long tick() {
    run();
    return generation().budget.activity().isDormant() ? DORMANT_NANOS : TICK_NANOS;
  }

  /** Runs the work of the timer once. A part that fails does not stop the others. */
  void run() {
    try {
      generation().tick();
    } finally {
      try {
        generation()
            .capture
            .drainNotices(
                notice -> {
                  if (notice.isWarning()) {
                    log.warn(notice.text());
                  } else {
                    log.info(notice.text());
                  }
                });
      } finally {
        log.drain();
      }
    }
  }
}
