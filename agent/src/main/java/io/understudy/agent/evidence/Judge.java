package io.understudy.agent.evidence;

import io.understudy.agent.call.AnswerSink;
import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.log.Log;
import io.understudy.compare.Comparison;
import io.understudy.compare.Differ;
import io.understudy.compare.Difference;
import io.understudy.compare.Outcome;
import io.understudy.compare.identity.Identities;
import io.understudy.journal.Example;
import io.understudy.journal.ExampleCap;
import io.understudy.journal.Fate;
import io.understudy.value.Bounds;
import io.understudy.value.Freezer;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of each answered call whether both sides agree, and keeps examples of those that do not.
 * Thread-safe; runs on the pool's threads.
 */
public final class Judge implements AnswerSink {
  private static final Set<String> TIMED_OUT = Collections.singleton(Fate.TIMED_OUT.wireName());

  /** The journal cuts values far below this; it keeps a boundless answer out of memory. */
  private static final Bounds EVIDENCE = Bounds.DEFAULT;

  private final Differ[] differs;
  private final Noise noise;
  private final ExampleCap cap;
  private final Examples examples;
  private final Log log;

  /**
   * A judge over these call points.
   *
   * @param points by their numbers
   * @param identities the generated ids of the run
   * @param examplesPerHour most examples of one signature that are kept in an hour
   * @param examples where they are handed to
   * @param log where a comparison that failed is told
   */
  Judge(
      List<CallPoint> points,
      Identities identities,
      int examplesPerHour,
      Examples examples,
      Log log) {
    this.differs = new Differ[points.size()];
    for (CallPoint point : points) {
      differs[point.id()] = Differ.with(point.config().rules()).pairing(identities);
    }
    this.noise = new Noise(points);
    this.cap = new ExampleCap(examplesPerHour);
    this.examples = examples;
    this.log = log;
  }

  @Override
  public void answered(
      Call call, @Nullable Object[] arguments, Outcome candidate, long candidateNanos) {
    Fate fate = Fate.UNANSWERED;
    String reason = null;
    try {
      call.page().control().record(call.controlNanos());
      call.page().candidate().record(candidateNanos);
      Comparison comparison = differs[call.point().id()].compare(call.control(), candidate);
      if (comparison.isEqual()) {
        fate = Fate.MATCHED;
      } else {
        // The fate stands before the example is made: keeping evidence may fail, counting may not.
        fate = Fate.MISMATCHED;
        mismatched(call, arguments, candidate, candidateNanos, comparison);
      }
    } catch (Throwable failure) {
      if (fate == Fate.UNANSWERED) {
        reason = "comparing failed: " + failure.getClass().getName();
      }
      failed(call, failure);
    } finally {
      call.conclude(fate, reason);
    }
  }

  @Override
  public String repeated(Call call, Outcome second) {
    try {
      noise.repeated(call, second);
      return "";
    } catch (Throwable failure) {
      failed(call, failure);
      return "comparing failed: " + failure.getClass().getName();
    }
  }

  private void failed(Call call, Throwable failure) {
    String point = call.point().name();
    String key = "judge " + point + failure.getClass();
    log.warnOnce(key, point + ": an answer could not be judged", failure);
  }

  private void mismatched(
      Call call,
      @Nullable Object[] arguments,
      Outcome candidate,
      long candidateNanos,
      Comparison comparison) {
    Set<String> signatures = new LinkedHashSet<>();
    for (Difference difference : comparison.differences()) {
      signatures.add(difference.signature());
    }
    for (String signature : signatures) {
      call.page().signature(signature);
    }
    noise.mismatched(call, signatures, comparison.count() == comparison.differences().size());
    if (cap.admit(call.point().name(), signatures, call.calledAtMillis())) {
      examples.offer(
          Example.builder(call.point().name(), Fate.MISMATCHED, call.calledAtMillis())
              .arguments(arguments)
              .control(call.control(), call.controlNanos())
              .candidate(frozen(candidate), candidateNanos)
              .differences(frozen(comparison.differences()), comparison.count())
              .build(),
          call.bytes());
    }
  }

  @Override
  public void timedOut(Call call, @Nullable Object[] arguments, long limitNanos) {
    try {
      call.page().control().record(call.controlNanos());
      Collection<String> signature = TIMED_OUT;
      if (cap.admit(call.point().name(), signature, call.calledAtMillis())) {
        examples.offer(
            Example.builder(call.point().name(), Fate.TIMED_OUT, call.calledAtMillis())
                .arguments(arguments)
                .control(call.control(), call.controlNanos())
                .candidate(null, limitNanos)
                .build(),
            call.bytes());
      }
    } catch (Throwable failure) {
      failed(call, failure);
    } finally {
      call.conclude(Fate.TIMED_OUT, null);
    }
  }

  /**
   * The candidate's values are live and its own: it may keep them and change them at the next call,
   * while the example still waits for the journal's thread.
   */
  private static Outcome frozen(Outcome live) {
    Outcome frozen =
        live.thrown() == null
            ? Outcome.returned(frozen(live.value()))
            : Outcome.threw(live.thrown());
    @Nullable Object[] arguments = live.arguments();
    return arguments == null ? frozen : frozen.withArguments(frozen(arguments));
  }

  private static @Nullable Object frozen(@Nullable Object live) {
    try {
      return Freezer.freezeLeniently(live, new Meter(EVIDENCE));
    } catch (Uncapturable tooLarge) {
      return "(not kept: " + tooLarge.reason() + ")";
    }
  }

  private static @Nullable Object[] frozen(@Nullable Object[] live) {
    @Nullable Object[] frozen = new Object[live.length];
    for (int i = 0; i < live.length; i++) {
      frozen[i] = frozen(live[i]);
    }
    return frozen;
  }

  private static List<Difference> frozen(List<Difference> live) {
    List<Difference> frozen = new ArrayList<>(live.size());
    for (Difference difference : live) {
      frozen.add(difference.between(frozen(difference.control()), frozen(difference.candidate())));
    }
    return frozen;
  }
}
