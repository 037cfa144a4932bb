package io.understudy.compare.explain;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tells explanations as one text. */
final class ExplanationLines {
  private ExplanationLines() {}

  /** The names, the most telling first, separated by commas; empty for none. */
  static String values(@Nullable Object control, @Nullable Object candidate) {
    return Explanations.ofValues(control, candidate).stream()
        .map(Explanation::name)
        .collect(joining(", "));
  }

  /** The same for two decimals. */
  static String decimals(String control, String candidate) {
    return values(new BigDecimal(control), new BigDecimal(candidate));
  }
}
