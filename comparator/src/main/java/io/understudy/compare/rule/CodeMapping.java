package io.understudy.compare.rule;

import io.understudy.value.view.ExactNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Maps codes of the control to codes of the candidate, by their texts. Immutable. */
final class CodeMapping {
  /** Longer numbers keep their exponent, as {@code 1E+9999}. */
  private static final int MAX_DIGITS = 400;

  private final Map<String, String> controlToCandidate;

  private CodeMapping(Map<String, String> controlToCandidate) {
    this.controlToCandidate = controlToCandidate;
  }

  /**
   * Creates a mapping.
   *
   * @throws IllegalArgumentException when the map is empty
   */
  static CodeMapping of(RuleScope scope, Map<String, String> controlToCandidate) {
    if (controlToCandidate.isEmpty()) {
      throw new IllegalArgumentException(
          "codes " + scope.shown() + ": map at least one code of the control to the candidate's");
    }
    return new CodeMapping(Collections.unmodifiableMap(new TreeMap<>(controlToCandidate)));
  }

  /** Returns the mapping between the normalized forms of its texts. */
  CodeMapping normalized(TextNormalizer normalizer) {
    Map<String, String> normalized = new TreeMap<>();
    controlToCandidate.forEach(
        (control, candidate) ->
            normalized.putIfAbsent(
                normalizer.folded(normalizer.clean(control)),
                normalizer.folded(normalizer.clean(candidate))));
    return new CodeMapping(normalized);
  }

  /** Returns the candidate's code for a code of the control; null where it is not mapped. */
  @Nullable String candidateFor(String control) {
    return controlToCandidate.get(control);
  }

  /** Returns the text of a number as a code: {@code 7} for both 7L and 7.0. */
  static String text(Object number) {
    BigDecimal exact = ExactNumbers.finite(number);
    if (exact == null) {
      return number.toString();
    }
    BigDecimal plain = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    return Math.abs((long) plain.scale()) > MAX_DIGITS ? plain.toString() : plain.toPlainString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CodeMapping
        && controlToCandidate.equals(((CodeMapping) other).controlToCandidate);
  }

  @Override
  public int hashCode() {
    return controlToCandidate.hashCode();
  }

  /** {@code A=ACTIVE, B=BLOCKED}, in order of the control's codes. */
  @Override
  public String toString() {
    List<String> pairs = new ArrayList<>();
    controlToCandidate.forEach((control, candidate) -> pairs.add(control + "=" + candidate));
    return String.join(", ", pairs);
  }
}
