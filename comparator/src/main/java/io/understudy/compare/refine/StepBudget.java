package io.understudy.compare.refine;

/**
 * The elementary steps that one comparison may still take: a compared pair, a hashed object, an
 * element that is read. It ends comparisons of collections without an end, and of graphs that need
 * too many trial comparisons. Not thread-safe.
 */
public final class StepBudget {
  /** The steps of a comparison, unless another number is given: some seconds of work. */
  public static final long STANDARD = 50_000_000;

  private final long limit;
  private long left;

  /** A trial ends when fewer steps are left; 0 outside trials. */
  private long floor;

  /**
   * Creates a budget.
   *
   * @param limit the number of steps, at least 1
   */
  public StepBudget(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a comparison takes at least 1 step, not " + limit);
    }
    this.limit = limit;
    this.left = limit;
  }

  /**
   * Takes steps.
   *
   * @throws Exceeded when no step is left
   * @throws TrialEnded when the steps of the current trial are used up
   */
  public void take(long steps) {
    left -= steps;
    if (left < floor) {
      throw floor > 0 && left >= 0 ? TrialEnded.INSTANCE : new Exceeded(limit);
    }
  }

  /** The number of steps taken so far. */
  public long taken() {
    return limit - left;
  }

  /**
   * Starts a trial that may take at most {@code steps} steps, and no more than the trial around it.
   *
   * @return a value for {@link #endTrial}
   */
  public long beginTrial(long steps) {
    long outer = floor;
    floor = Math.max(floor, left - steps);
    return outer;
  }

  /**
   * Lifts the limit of the current trial, for work whose result lasts.
   *
   * @return a value for {@link #endTrial}
   */
  public long suspendTrial() {
    long outer = floor;
    floor = 0;
    return outer;
  }

  /** Ends what {@link #beginTrial} or {@link #suspendTrial} started. */
  public void endTrial(long outer) {
    floor = outer;
  }

  /** The steps of the whole comparison are used up. Has no stack trace. */
  public static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Exceeded(long limit) {
      super("the comparison takes more than " + limit + " steps", null, false, false);
    }
  }

  /** The steps of a trial are used up; the comparison goes on. Has no stack trace. */
  public static final class TrialEnded extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final TrialEnded INSTANCE = new TrialEnded();

    private TrialEnded() {
      super("the trial takes too many steps", null, false, false);
    }
  }
}
