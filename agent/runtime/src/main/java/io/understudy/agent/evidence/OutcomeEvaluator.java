package io.understudy.agent.evidence;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.OutcomeSink;
import io.understudy.agent.log.Log;
import io.understudy.compare.Comparison;
import io.understudy.compare.Outcome;
import io.understudy.compare.identity.Identities;
import io.understudy.journal.Example;
import io.understudy.journal.ExampleCap;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyField;
import io.understudy.journal.redact.Redaction;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares both outcomes of each answered call, gives the call its fate, and keeps examples of
 * differences. Thread-safe; runs on the pool's threads.
 */
final class OutcomeEvaluator implements OutcomeSink {
  private static final Set<String> TIMED_OUT = Collections.singleton(Fate.TIMED_OUT.wireName());

  /** The most examples of accepted calls for each acceptance and hour. */
  private static final int MOST_ACCEPTED = 2;

  private final PointEvaluator[] evaluators;
  private final DifferenceCounter differences;
  private final NoiseCounter noise;
  private final ComparatorLoader comparators;
  private final ExampleCap cap;
  private final ExampleCap acceptedCap;
  private final ExampleQueue examples;
  private final Log log;

  /**
   * Creates an evaluator for call points.
   *
   * @param points the call points, in the order of their numbers
   * @param identities the generated ids of the run
   * @param comparators loads the comparators that the rules name by their classes
   * @param examplesPerHour the most examples of one signature that are kept in an hour
   * @param redaction the places whose explanations are not counted
   * @param examples receives the examples
   * @param log receives failures of comparisons
   */
  OutcomeEvaluator(
      List<CallPoint> points,
      Identities identities,
      ComparatorLoader comparators,
      int examplesPerHour,
      Redaction redaction,
      ExampleQueue examples,
      Log log) {
    this.comparators = comparators;
    this.evaluators = new PointEvaluator[points.size()];
    for (CallPoint point : points) {
      evaluators[point.id()] = new PointEvaluator(point, identities, comparators, log);
    }
    this.noise = new NoiseCounter(points, comparators);
    this.differences = new DifferenceCounter(redaction, noise);
    this.cap = new ExampleCap(examplesPerHour);
    this.acceptedCap = new ExampleCap(Math.min(examplesPerHour, MOST_ACCEPTED));
    this.examples = examples;
    this.log = log;
  }

  @Override
  public void answered(
      Call call, @Nullable Object[] arguments, Outcome candidate, long candidateNanos) {
    Fate fate = Fate.UNANSWERED;
    String reason = null;
    Evaluation evaluation = null;
    Example example = null;
    try {
      evaluation =
          comparators.during(call, () -> evaluators[call.point().id()].evaluate(call, candidate));
      // Set the fate first: creating an example may fail, counting must not.
      fate = evaluation.fate();
      if (fate != Fate.MATCHED && isWanted(call, evaluation)) {
        example = example(call, arguments, candidate, candidateNanos, evaluation);
      }
    } catch (Throwable failure) {
      if (evaluation == null) {
        reason = "comparing failed: " + failure.getClass().getName();
      }
      logFailure(call, failure);
    } finally {
      // Reading the application's objects above may take any time, and the watchdog may have ended
      // the call.
      // If so, count nothing; otherwise count everything.
      if (call.settle()) {
        try {
          count(call, evaluation, candidateNanos, example);
        } finally {
          try {
            call.conclude(fate, reason);
          } catch (StackOverflowError noStack) { // at its first instruction: nothing is counted
            call.conclude(fate, reason);
          }
        }
      }
    }
  }

  private void count(
      Call call, @Nullable Evaluation evaluation, long candidateNanos, @Nullable Example example) {
    try {
      call.page().control().record(call.controlNanos());
      call.page().candidate().record(candidateNanos);
      countConduct(call, evaluation);
      if (evaluation != null && evaluation.fate() != Fate.MATCHED) {
        differences.count(call, evaluation);
      }
      if (example != null) {
        examples.offer(example, call.bytes());
      }
    } catch (Throwable failure) {
      logFailure(call, failure);
    }
  }

  private void countConduct(Call call, @Nullable Evaluation evaluation) {
    for (String text : evaluation == null ? Collections.<String>emptyList() : call.conduct()) {
      call.page().count(TallyField.CONDUCT, text);
      call.point().countConduct(text);
      String line =
          call.point().name() + ": the candidate " + text + "; such calls prove nothing about it";
      log.warnOnce(line, line);
    }
  }

  private boolean isWanted(Call call, Evaluation evaluation) {
    String point = call.point().name();
    return evaluation.fate() == Fate.ACCEPTED
        ? acceptedCap.admit(point, evaluation.accepting(), call.calledAtMillis())
        : cap.admit(point, evaluation.signatures(), call.calledAtMillis());
  }

  private static Example example(
      Call call,
      @Nullable Object[] arguments,
      Outcome candidate,
      long candidateNanos,
      Evaluation evaluation) {
    Comparison comparison = evaluation.comparison();
    ExampleFreezer freezer = new ExampleFreezer(call.point().views());
    return Example.builder(call.point().name(), evaluation.fate(), call.calledAtMillis())
        .arguments(arguments)
        .given(call.given())
        .control(call.compared(), call.controlNanos())
        .candidate(freezer.of(candidate), candidateNanos)
        .differences(freezer.of(comparison.differences()), comparison.count())
        .build();
  }

  @Override
  public String repeated(Call call, Outcome second) {
    try {
      return comparators.during(
          call,
          () -> {
            noise.repeated(call, second);
            return "";
          });
    } catch (Throwable failure) {
      logFailure(call, failure);
      return "comparing failed: " + failure.getClass().getName();
    }
  }

  private void logFailure(Call call, Throwable failure) {
    String point = call.point().name();
    String key = "compare " + point + failure.getClass();
    log.warnOnce(key, point + ": an answer could not be compared", failure);
  }

  @Override
  public void timedOut(Call call, @Nullable Object[] arguments, long limitNanos) {
    try {
      call.page().control().record(call.controlNanos());
      evaluators[call.point().id()].timedOut(call);
      Collection<String> signature = TIMED_OUT;
      if (cap.admit(call.point().name(), signature, call.calledAtMillis())) {
        examples.offer(
            Example.builder(call.point().name(), Fate.TIMED_OUT, call.calledAtMillis())
                .arguments(arguments)
                .given(call.given())
                .control(call.control(), call.controlNanos())
                .candidate(null, limitNanos)
                .build(),
            call.bytes());
      }
    } catch (Throwable failure) {
      logFailure(call, failure);
    } finally {
      call.conclude(Fate.TIMED_OUT, null);
    }
  }
}
