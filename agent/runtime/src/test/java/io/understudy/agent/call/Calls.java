package io.understudy.agent.call;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.compare.Outcome;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.TallyField;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Call points and calls for the tests of the stages behind capture. */
public final class Calls {
  private Calls() {}

  /** A call point with a method of a candidate class; its ledger opens at the epoch. */
  public static CallPoint point(
      Class<?> control, String controlMethod, Class<?> candidate, String candidateMethod) {
    return point(ref(control, controlMethod), ref(candidate, candidateMethod), null, Rules.none());
  }

  /** A call point with a time limit of 10 seconds; its ledger opens at the epoch. */
  public static CallPoint point(
      MethodRef control, MethodRef candidate, @Nullable MethodRef factory, Rules rules) {
    return point(control, candidate, factory, rules, Duration.ofSeconds(10));
  }

  /** A call point; its ledger opens at the epoch. */
  public static CallPoint point(
      MethodRef control,
      MethodRef candidate,
      @Nullable MethodRef factory,
      Rules rules,
      Duration timeout) {
    CallConfig config =
        CallConfig.builder("quote", control, candidate)
            .factory(factory)
            .timeout(timeout)
            .rules(rules)
            .build();
    return new CallPoint(0, config, new Ledger(0));
  }

  /** A method by name alone. */
  public static MethodRef ref(Class<?> type, String method) {
    return new MethodRef(type.getName(), method, null);
  }

  /** An intercepted call of a point whose control returned null, counted on its page. */
  public static Call call(CallPoint point, @Nullable Object... arguments) {
    return callOfBytes(point, 100, arguments);
  }

  /** An intercepted call of so many bytes whose control returned null, counted on its page. */
  public static Call callOfBytes(CallPoint point, long bytes, @Nullable Object... arguments) {
    LedgerPage page = point.ledger().page();
    page.intercepted();
    return new Call(point, page, 0, arguments, Outcome.returned(null), 1_000, bytes);
  }

  /** An intercepted call whose control returned null and will be repeated. */
  public static Call repeatable(CallPoint point, Receiver receiver, @Nullable Object... arguments) {
    LedgerPage page = point.ledger().page();
    page.intercepted();
    return new Call(point, page, 0, arguments, Outcome.returned(null), 1_000, 100, receiver);
  }

  /** The counts of one kind on the point's current page. */
  public static Map<String, Long> counted(CallPoint point, TallyField what) {
    return PageCounts.of(point.ledger().page()).tally("p").counted(what);
  }

  /** The number of repeated controls on the point's current page. */
  public static long repeated(CallPoint point) {
    return PageCounts.of(point.ledger().page()).tally("p").repeated();
  }

  /** The reasons on the point's current page, each with its fate: {@code shed: breaker open}. */
  public static Set<String> reasons(CallPoint point) {
    return new TreeSet<>(point.ledger().page().counters(TallyField.REASONS).keySet());
  }
}
