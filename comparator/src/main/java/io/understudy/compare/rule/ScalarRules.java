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
  private final @Nullable Rule number;
  private final @Nullable Rule text;
  private final @Nullable Rule codeRule;
  private final List<Rule> maskRules;

  private final @Nullable Tolerance tolerance;
  private final @Nullable Rounding rounding;
  private final TextNormalizer form;
  private final List<TextMask> masks = new ArrayList<>();
  private final @Nullable CodeMapping codes;

  private ScalarRules(RulePrecedence closest) {
    this.codeRule = closest.of(Rule.Sort.CODES);
    this.text = closest.of(Rule.Sort.TEXT);
    this.maskRules = closest.all(Rule.Sort.MASK);
    // A code is not a quantity.
    this.number = codeRule == null ? closest.of(Rule.Sort.TOLERATE, Rule.Sort.ROUND) : null;
    this.tolerance = what(number, Tolerance.class);
    this.rounding = what(number, Rounding.class);
    TextNormalizer stated = what(text, TextNormalizer.class);
    this.form = stated == null ? TextNormalizer.AS_IT_IS : stated;
    for (Rule rule : maskRules) {
      masks.add((TextMask) rule.what());
    }
    CodeMapping mapping = what(codeRule, CodeMapping.class);
    this.codes = mapping == null ? null : mapping.in(form);
  }

  /** Returns the rules for scalars; null where there are none. */
  static @Nullable ScalarRules among(RulePrecedence closest) {
    ScalarRules rules = new ScalarRules(closest);
    return rules.number == null && !rules.appliesToTexts() ? null : rules;
  }

  private static <T> @Nullable T what(@Nullable Rule rule, Class<T> type) {
    return rule != null && type.isInstance(rule.what) ? type.cast(rule.what) : null;
  }

  /** Whether a rule changes the form in which texts or codes are compared. */
  boolean appliesToTexts() {
    return text != null || codeRule != null || !masks.isEmpty();
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
    DifferenceKind plainly = ScalarComparison.difference(cs, control, ds, candidate, mode);
    String mapped = mapped(cs, control);
    if (mapped != null) {
      return codeDifference(mapped, plainly, ds, candidate, hits);
    }
    return plainly == null || isAllowed(plainly, cs, control, ds, candidate, hits) ? null : plainly;
  }

  private @Nullable DifferenceKind codeDifference(
      String mapped, @Nullable DifferenceKind plainly, Shape ds, Object candidate, RuleHits hits) {
    String theirs = written(ds, candidate, true);
    if (theirs == null || !mapped.equals(canonical(theirs))) {
      return DifferenceKind.VALUE;
    }
    hits.count(plainly == null ? null : codeRule);
    return null;
  }

  private boolean isAllowed(
      DifferenceKind plainly, Shape cs, Object control, Shape ds, Object candidate, RuleHits hits) {
    Object c = cs.plain(control);
    Object d = ds.plain(candidate);
    boolean sameSort = plainly == DifferenceKind.VALUE && cs.scalar() == ds.scalar();
    if (sameSort && tolerance != null && tolerance.covers(c, d)) {
      hits.count(number);
      return true;
    }
    if (sameSort && rounding != null && c instanceof Number && rounding.explains(c, d)) {
      hits.count(number);
      return true;
    }
    return appliesToTexts()
        && plainly == DifferenceKind.VALUE
        && isSameText(cs, control, ds, candidate, hits);
  }

  private boolean isSameText(Shape cs, Object control, Shape ds, Object candidate, RuleHits hits) {
    String mine = written(cs, control, false);
    String theirs = written(ds, candidate, false);
    if (mine == null || theirs == null || !canonical(mine).equals(canonical(theirs))) {
      return false;
    }
    if (hits.isCounting()) {
      countTextRules(mine, theirs, hits);
    }
    return true;
  }

  /** Counts the rules without which the texts would differ. */
  private void countTextRules(String mine, String theirs, RuleHits hits) {
    TextNormalizer plain = TextNormalizer.AS_IT_IS;
    if (!canonical(mine, plain, -1).equals(canonical(theirs, plain, -1))) {
      hits.count(text);
    }
    for (int i = 0; i < masks.size(); i++) {
      if (!canonical(mine, form, i).equals(canonical(theirs, form, i))) {
        hits.count(maskRules.get(i));
      }
    }
  }

  /** Returns the form in which a text is compared. */
  private String canonical(String text) {
    return canonical(text, form, -1);
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
    return form.clean(text);
  }

  /** Returns the candidate's code for a code of the control; null where it is not mapped. */
  private @Nullable String mapped(Shape shape, Object control) {
    if (codes == null) {
      return null;
    }
    String mine = written(shape, control, true);
    return mine == null ? null : codes.candidateFor(canonical(mine));
  }

  /** Returns the text of a scalar that is a text, or may be a code; null for another scalar. */
  private static @Nullable String written(Shape shape, Object scalar, boolean asCode) {
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
      String mapped = ofCandidate ? null : mapped(shape, scalar);
      if (mapped != null) {
        return ScalarComparison.hash(mapped);
      }
      String written = appliesToTexts() ? written(shape, scalar, codes != null) : null;
      if (written != null) {
        return ScalarComparison.hash(canonical(written));
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
   * Returns the form in which a key of a map, or a part by which elements are paired, is compared:
   * a text for a text or a mapped code, otherwise the key itself.
   */
  @Nullable Object key(@Nullable Object key, boolean ofCandidate, ComparisonMode mode) {
    if (key == null || !appliesToTexts()) {
      return key;
    }
    Shape shape = StandardShapes.of(key);
    if (mode == ComparisonMode.EXACT && codes == null && shape.scalar() != Scalar.TEXT) {
      return key;
    }
    String mapped = ofCandidate ? null : mapped(shape, key);
    if (mapped != null) {
      return mapped;
    }
    String written = written(shape, key, codes != null);
    return written == null ? key : canonical(written);
  }

  /** Counts the rules that make two keys equal. */
  void countKeyRules(Object control, Object candidate, RuleHits hits) {
    Shape cs = StandardShapes.of(control);
    if (mapped(cs, control) != null) {
      hits.count(codeRule);
      return;
    }
    String mine = written(cs, control, false);
    String theirs = written(StandardShapes.of(candidate), candidate, false);
    if (mine != null && theirs != null && !mine.equals(theirs)) {
      countTextRules(mine, theirs, hits);
    }
  }
}
