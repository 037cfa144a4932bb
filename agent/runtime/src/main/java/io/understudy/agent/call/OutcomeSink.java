package io.understudy.agent.call;

import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Receives both outcomes from replay, on the pool's threads. Replay has {@linkplain Call#claim
 * claimed} the calls, and the sink {@linkplain Call#conclude concludes} them. Implementations are
 * thread-safe and never throw.
 */
public interface OutcomeSink {
  /**
   * Takes a candidate's outcome that came in time, and settles the call's fate.
   *
   * @param call the call, claimed and not yet concluded
   * @param arguments the frozen arguments as both sides received them, for the evidence
   * @param candidate the outcome of the candidate, with live values
   * @param candidateNanos duration of the candidate in nanoseconds
   */
  void answered(Call call, @Nullable Object[] arguments, Outcome candidate, long candidateNanos);

  /**
   * Compares the outcome of a repeated control with its first outcome. The call is concluded
   * already; its page is kept until this returns.
   *
   * @param call the call, concluded
   * @param second the outcome of the repeat, with live values
   * @return why they could not be compared, one clause from few distinct texts; empty if they were
   *     compared
   */
  String repeated(Call call, Outcome second);

  /**
   * Concludes a call as timed out, since the candidate did not answer in time.
   *
   * @param call the call, claimed and not yet concluded
   * @param arguments the frozen arguments as both sides received them, for the evidence
   * @param limitNanos the exceeded time limit in nanoseconds
   */
  void timedOut(Call call, @Nullable Object[] arguments, long limitNanos);
}
