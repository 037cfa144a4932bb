package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.compare.Outcome;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.Tolerance;
import io.understudy.journal.Fate;
import io.understudy.value.PathPattern;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PointEvaluatorTest {
  private static Evaluation evaluate(Rules rules, Object control, Object candidate) {
    CallConfig config =
        CallConfig.builder("quote", Calls.ref(Object.class, "a"), Calls.ref(Object.class, "b"))
            .rules(rules)
            .build();
    CallPoint point = new CallPoint(0, config, new Ledger(0));
    point.ledger().page().intercepted();
    Call call =
        new Call(point, point.ledger().page(), 0, new Object[0], Outcome.returned(control), 1, 100);
    return new PointEvaluator(
            point,
            Identities.empty(),
            new ComparatorLoader(p -> null, new IsolatedLoaders(), Log.none()),
            Log.none())
        .evaluate(call, Outcome.returned(candidate));
  }

  private static TreeMap<String, Object> map(Object... entries) {
    TreeMap<String, Object> map = new TreeMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01",
    "86399999, 1970-01-01",
    "86400000, 1970-01-02",
    "-1, 1969-12-31",
    "1795910400000, 2026-11-29"
  })
  void dayInUtc(long millis, String day) {
    assertThat(PointEvaluator.day(millis)).hasToString(day);
  }

  @Test
  void equalOutcomesMatch() {
    Evaluation evaluation = evaluate(Rules.none(), map("a", 1), map("a", 1));
    assertThat(evaluation.fate()).isEqualTo(Fate.MATCHED);
    assertThat(evaluation.signatures()).isEmpty();
    assertThat(evaluation.isWhole()).isTrue();
    assertThat(evaluation.accepting()).isEmpty();
    assertThat(evaluation.missing()).isEmpty();
  }

  @Test
  void differencesHaveSignatures() {
    Evaluation evaluation = evaluate(Rules.none(), map("a", 1, "b", 2), map("a", 1, "b", 3));
    assertThat(evaluation.fate()).isEqualTo(Fate.MISMATCHED);
    assertThat(evaluation.unaccepted()).hasSize(1);
    assertThat(evaluation.signatures()).containsExactly("/* · VALUE");
    assertThat(evaluation.isWhole()).isTrue();
  }

  /** A comparison lists a limited number of differences. */
  @Test
  void evaluationOfManyDifferencesIsNotWhole() {
    Object[] control = new Object[5_000];
    Object[] candidate = new Object[5_000];
    Arrays.fill(control, 1);
    Arrays.fill(candidate, 2);
    Evaluation evaluation =
        evaluate(Rules.none(), Arrays.asList(control), Arrays.asList(candidate));
    assertThat(evaluation.fate()).isEqualTo(Fate.MISMATCHED);
    assertThat(evaluation.isWhole()).isFalse();
    assertThat(evaluation.comparison().count())
        .isGreaterThan(evaluation.comparison().differences().size());
  }

  @Test
  void rulesOfTheCallPointApply() {
    Rules rules =
        Rules.builder()
            .tolerate(RuleScope.at(PathPattern.parse("/a")), Tolerance.parse("0.5"))
            .build();
    assertThat(evaluate(rules, map("a", 1.0), map("a", 1.4)).fate()).isEqualTo(Fate.MATCHED);
    assertThat(evaluate(rules, map("a", 1.0), map("a", 1.6)).fate()).isEqualTo(Fate.MISMATCHED);
  }
}
