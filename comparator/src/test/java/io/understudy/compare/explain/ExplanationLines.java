package io.understudy.compare.explain;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Joins the names of explanations to one text. */
final class ExplanationLines {
  private ExplanationLines() {}

  /** Returns the names, the most specific first, separated by commas; empty if there are none. */
  static String values(@Nullable Object control, @Nullable Object candidate) {
    return Explanations.ofValues(control, candidate).stream()
        .map(Explanation::name)
        .collect(joining(", "));
  }

  /** Returns the names for two decimals. */
  static String decimals(String control, String candidate) {
    return values(new BigDecimal(control), new BigDecimal(candidate));
  }
}
