package io.understudy.agent.call;

import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What replay gives both outcomes to. Called on the pool's threads, with calls that replay has
 * {@linkplain Call#claim claimed}; the sink {@linkplain Call#conclude concludes} them. Never
 * throws.
 */
public interface OutcomeSink {
  /**
   * Takes a candidate's answer, which came in time, and settles the call's fate.
   *
   * @param call the call, claimed and not yet concluded
   * @param arguments the frozen arguments as both sides received them, for the evidence
   * @param candidate what the candidate did; its values are live
   * @param candidateNanos how long it took, nanoseconds
   */
  void answered(Call call, @Nullable Object[] arguments, Outcome candidate, long candidateNanos);

  /**
   * Takes what the control did when it was asked a second time, and compares it with what it did
   * the first time. The call has been concluded; its page is kept until this returns.
   *
   * @param call the call, concluded
   * @param second what the control did this time; its values are live
   * @return why they could not be compared, one clause of few distinct texts; empty when they were
   */
  String repeated(Call call, Outcome second);

  /**
   * Takes the news that the candidate did not answer in time, and concludes the call as timed out.
   *
   * @param call the call, claimed and not yet concluded
   * @param arguments the frozen arguments as both sides received them, for the evidence
   * @param limitNanos the time limit that has passed, nanoseconds
   */
  void timedOut(Call call, @Nullable Object[] arguments, long limitNanos);
}
