package app;

import io.understudy.bridge.Faults;

/** What the threads of the application do between two checks of the books. */
final class Round {
  final String name;
  final Threads.Task task;
  private final int times;
  private final long pause;

  /** How often a site is executed by these rounds. */
  private int[] hits = {};

  /**
   * Names a round.
   *
   * @param times how many rounds show what it executes
   * @param pause the milliseconds after each, in which the agent ends what it has begun
   */
  Round(String name, int times, long pause, Threads.Task task) {
    this.name = name;
    this.times = times;
    this.pause = pause;
    this.task = task;
  }

  /** Runs it before its profile, so that what happens only once is no part of that. */
  void warmUp(Threads threads) throws Exception {
    for (int i = 0; i < 5; i++) {
      threads.each(task);
    }
    Thread.sleep(pause);
  }

  /** Runs it, and records the sites that it executes. */
  void profile(Threads threads) throws Exception {
    int[] before = Faults.HITS.clone();
    Faults.profile();
    for (int i = 0; i < times; i++) {
      threads.each(task);
      Thread.sleep(pause);
    }
    Faults.disarm();
    hits = Faults.HITS.clone();
    for (int i = 0; i < hits.length; i++) {
      hits[i] -= before[i];
    }
  }

  boolean reaches(int site) {
    return hits[site] != 0;
  }

  /** Whether each round is expected to execute the site. */
  boolean reachesAtOnce(int site) {
    return hits[site] >= times;
  }

  /** Returns the best of all rounds for a site; null if none executes it. */
  static Round of(Round[] rounds, int site) {
    Round best = null;
    for (Round each : rounds) {
      if (each.reachesAtOnce(site)) {
        return each;
      }
      best = best == null && each.reaches(site) ? each : best;
    }
    return best;
  }
}
