package io.understudy.compare;

import static java.util.stream.Collectors.toList;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares under rules and tells the differences as lines. */
final class Comparing {
  private final Differ differ;

  private Comparing(Rules rules) {
    this.differ = Differ.with(rules);
  }

  static Comparing under(RulesBuilder rules) {
    return new Comparing(rules.build());
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
    return comparison.differences().stream().map(Lines::of).collect(toList());
  }
}
