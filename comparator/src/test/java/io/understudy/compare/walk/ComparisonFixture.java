package io.understudy.compare.walk;

import static java.util.stream.Collectors.toList;

import io.understudy.compare.Comparison;
import io.understudy.compare.Outcome;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.RulesBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares under rules and returns the differences as lines. */
public final class ComparisonFixture {
  private final Differ differ;

  private ComparisonFixture(Rules rules) {
    this.differ = Differ.with(rules);
  }

  public static ComparisonFixture under(RulesBuilder rules) {
    return new ComparisonFixture(rules.build());
  }

  /** The differences without rules. */
  static List<String> plainly(@Nullable Object control, @Nullable Object candidate) {
    return under(Rules.builder()).differences(control, candidate);
  }

  /** One line per difference, which must all be listed. */
  List<String> differences(@Nullable Object control, @Nullable Object candidate) {
    return lines(differ.compare(control, candidate));
  }

  List<String> differences(Outcome control, Outcome candidate) {
    return lines(differ.compare(control, candidate));
  }

  private static List<String> lines(Comparison comparison) {
    if (comparison.count() != comparison.differences().size()) {
      throw new IllegalStateException("not all listed: " + comparison.count());
    }
    return comparison.differences().stream().map(DifferenceLines::of).collect(toList());
  }
}
