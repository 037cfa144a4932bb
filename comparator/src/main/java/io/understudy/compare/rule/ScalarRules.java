package io.understudy.compare.rule;

import io.understudy.compare.BoundedText;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ScalarComparison;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.ExactNumbers;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for scalars at one place. A mapped code is equal only to its counterpart. Other values
 * that differ count as equal under a tolerance, under the rounding of both sides, or as texts whose
 * difference does not count. Immutable.
 */
final class ScalarRules {
  private final @Nullable Rule numberRule;
  private final @Nullable Rule textRule;
  private final @Nullable Rule codeRule;
  private final List<Rule> maskRules;

  private final @Nullable Tolerance tolerance;
  private final @Nullable Rounding rounding;
  private final TextNormalizer normalizer;
  private final List<TextMask> masks = new ArrayList<>();
  private final @Nullable CodeMapping codes;

  private ScalarRules(RulePrecedence closest) {
    this.codeRule = closest.of(Rule.Sort.CODES);
    this.textRule = closest.of(Rule.Sort.TEXT);
    this.maskRules = closest.all(Rule.Sort.MASK);
    // A code is not a quantity.
    this.numberRule = codeRule == null ? closest.of(Rule.Sort.TOLERATE, Rule.Sort.ROUND) : null;
    this.tolerance = parameterOf(numberRule, Tolerance.class);
    this.rounding = parameterOf(numberRule, Rounding.class);
    TextNormalizer stated = parameterOf(textRule, TextNormalizer.class);
    this.normalizer = stated == null ? TextNormalizer.AS_IT_IS : stated;
    for (Rule rule : maskRules) {
      masks.add((TextMask) rule.requiredParameter());
    }
    CodeMapping mapping = parameterOf(codeRule, CodeMapping.class);
    this.codes = mapping == null ? null : mapping.normalized(normalizer);
  }

  /** Returns the rules for scalars; null where there are none. */
  static @Nullable ScalarRules among(RulePrecedence closest) {
    ScalarRules rules = new ScalarRules(closest);
    return rules.numberRule == null && !rules.appliesToTexts() ? null : rules;
  }

  private static <T> @Nullable T parameterOf(@Nullable Rule rule, Class<T> type) {
    return rule != null && type.isInstance(rule.parameter) ? type.cast(rule.parameter) : null;
  }

  /** Whether a rule changes the form in which texts or codes are compared. */
  boolean appliesToTexts() {
    return textRule != null || codeRule != null || !masks.isEmpty();
  }

  /** Whether codes are mapped here, so that equal values may count as different. */
  boolean hasCodes() {
    return codes != null;
  }

  /** Returns the tolerance, if no other rule applies here; otherwise null. */
  @Nullable Tolerance toleranceAlone() {
    return appliesToTexts() ? null : tolerance;
  }

  /**
   * Returns the kind of difference between two scalars; null when they are equal under these rules.
   *
   * @throws BoundedText.LimitExceeded when a mask reads too much of a text
   */
  @Nullable DifferenceKind difference(
      Shape cs, Object control, Shape ds, Object candidate, ComparisonMode mode, RuleHits hits) {
    DifferenceKind plainDifference = ScalarComparison.difference(cs, control, ds, candidate, mode);
    String mappedCode = mappedCode(cs, control);
    if (mappedCode != null) {
      return codeDifference(mappedCode, plainDifference, ds, candidate, hits);
    }
    return plainDifference == null || isAllowed(plainDifference, cs, control, ds, candidate, hits)
        ? null
        : plainDifference;
  }

  private @Nullable DifferenceKind codeDifference(
      String mappedCode,
      @Nullable DifferenceKind plainDifference,
      Shape ds,
      Object candidate,
      RuleHits hits) {
    String candidateText = textOf(ds, candidate, true);
    if (candidateText == null || !mappedCode.equals(canonical(candidateText))) {
      return DifferenceKind.VALUE;
    }
    hits.count(plainDifference == null ? null : codeRule);
    return null;
  }

  private boolean isAllowed(
      DifferenceKind plainDifference,
      Shape cs,
      Object control,
      Shape ds,
      Object candidate,
      RuleHits hits) {
    Object plainControl = cs.plain(control);
    Object plainCandidate = ds.plain(candidate);
    boolean sameSort = plainDifference == DifferenceKind.VALUE && cs.scalar() == ds.scalar();
    if (sameSort && tolerance != null && tolerance.covers(plainControl, plainCandidate)) {
      hits.count(numberRule);
      return true;
    }
    if (sameSort
        && rounding != null
        && plainControl instanceof Number
        && rounding.explains(plainControl, plainCandidate)) {
      hits.count(numberRule);
      return true;
    }
    return appliesToTexts()
        && plainDifference == DifferenceKind.VALUE
        && isSameText(cs, control, ds, candidate, hits);
  }

  private boolean isSameText(Shape cs, Object control, Shape ds, Object candidate, RuleHits hits) {
    String controlText = textOf(cs, control, false);
    String candidateText = textOf(ds, candidate, false);
    if (controlText == null
        || candidateText == null
        || !canonical(controlText).equals(canonical(candidateText))) {
      return false;
    }
    if (hits.isCounting()) {
      countTextRules(controlText, candidateText, hits);
    }
    return true;
  }

  /** Counts the rules without which the texts would differ. */
  private void countTextRules(String controlText, String candidateText, RuleHits hits) {
    TextNormalizer plain = TextNormalizer.AS_IT_IS;
    if (!canonical(controlText, plain, -1).equals(canonical(candidateText, plain, -1))) {
      hits.count(textRule);
    }
    for (int i = 0; i < masks.size(); i++) {
      if (!canonical(controlText, normalizer, i).equals(canonical(candidateText, normalizer, i))) {
        hits.count(maskRules.get(i));
      }
    }
  }

  /** Returns the form in which a text is compared. */
  private String canonical(String text) {
    return canonical(text, normalizer, -1);
  }

  private String canonical(String text, TextNormalizer by, int without) {
    String clean = by.clean(text);
    for (int i = 0; i < masks.size(); i++) {
      clean = i == without ? clean : masks.get(i).of(clean);
    }
    return by.folded(clean);
  }

  /** Returns a text without the characters that do not count. */
  String clean(String text) {
    return normalizer.clean(text);
  }

  /** Returns the candidate's code for a code of the control; null where it is not mapped. */
  private @Nullable String mappedCode(Shape shape, Object control) {
    if (codes == null) {
      return null;
    }
    String controlText = textOf(shape, control, true);
    return controlText == null ? null : codes.candidateFor(canonical(controlText));
  }

  /** Returns the text of a scalar that is a text, or may be a code; null for another scalar. */
  private static @Nullable String textOf(Shape shape, Object scalar, boolean asCode) {
    switch (shape.scalar()) {
      case TEXT:
      case CHARACTER:
      case ENUM:
        return ScalarComparison.text(shape, scalar);
      case BOOLEAN:
        return asCode ? ScalarComparison.text(shape, scalar) : null;
      case NUMBER:
        return asCode ? CodeMapping.text(shape.plain(scalar)) : null;
      default:
        return null;
    }
  }

  /**
   * Returns a hash that equal scalars share. A loose hash is shared by all scalars that may be
   * equal under a tolerance.
   */
  long hash(Shape shape, Object scalar, boolean ofCandidate, boolean loose) {
    try {
      String mappedCode = ofCandidate ? null : mappedCode(shape, scalar);
      if (mappedCode != null) {
        return ScalarComparison.hash(mappedCode);
      }
      String text = appliesToTexts() ? textOf(shape, scalar, codes != null) : null;
      if (text != null) {
        return ScalarComparison.hash(canonical(text));
      }
    } catch (BoundedText.LimitExceeded tooLong) {
      return 1; // The comparison reports such a text as OPAQUE.
    }
    Object plain = shape.plain(scalar);
    if (tolerance != null && tolerance.appliesTo(plain)) {
      if (tolerance.isCanonical()) {
        return ExactNumbers.hash(tolerance.canonical(plain));
      }
      return loose ? 1 : ScalarComparison.hash(shape, scalar);
    }
    boolean rounded = rounding != null && shape.scalar() == Scalar.NUMBER;
    return rounded && loose ? 1 : ScalarComparison.hash(shape, scalar);
  }

  /**
   * Returns the form in which a key of a map, or a part by which elements are paired, is compared.
   * It is a text for a text or a mapped code, otherwise the key itself.
   */
  @Nullable Object key(@Nullable Object key, boolean ofCandidate, ComparisonMode mode) {
    if (key == null || !appliesToTexts()) {
      return key;
    }
    Shape shape = StandardShapes.of(key);
    if (mode == ComparisonMode.EXACT && codes == null && shape.scalar() != Scalar.TEXT) {
      return key;
    }
    String mappedCode = ofCandidate ? null : mappedCode(shape, key);
    if (mappedCode != null) {
      return mappedCode;
    }
    String text = textOf(shape, key, codes != null);
    return text == null ? key : canonical(text);
  }

  /** Counts the rules that make two keys equal. */
  void countKeyRules(Object control, Object candidate, RuleHits hits) {
    Shape cs = StandardShapes.of(control);
    if (mappedCode(cs, control) != null) {
      hits.count(codeRule);
      return;
    }
    String controlText = textOf(cs, control, false);
    String candidateText = textOf(StandardShapes.of(candidate), candidate, false);
    if (controlText != null && candidateText != null && !controlText.equals(candidateText)) {
      countTextRules(controlText, candidateText, hits);
    }
  }
}
