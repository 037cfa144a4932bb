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
 * What the rules of one place say of two scalars there. A code that is mapped is compared as what
 * it stands for, and as nothing else; otherwise values that differ may be let pass by a tolerance,
 * by the rounding of both sides, or as texts that differ in what does not count. Immutable.
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
    // A code is no quantity.
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

  /** Null where no rule says anything of scalars. */
  static @Nullable ScalarRules among(RulePrecedence closest) {
    ScalarRules rules = new ScalarRules(closest);
    return rules.number == null && !rules.appliesToTexts() ? null : rules;
  }

  private static <T> @Nullable T what(@Nullable Rule rule, Class<T> type) {
    return rule != null && type.isInstance(rule.what) ? type.cast(rule.what) : null;
  }

  /** Whether texts and codes are compared in another form. */
  boolean appliesToTexts() {
    return text != null || codeRule != null || !masks.isEmpty();
  }

  /** Whether plain equality says nothing here, since a code may stand for another. */
  boolean hasCodes() {
    return codes != null;
  }

  /** The tolerance, where it is all that holds here; else null. */
  @Nullable Tolerance toleranceAlone() {
    return appliesToTexts() ? null : tolerance;
  }

  /**
   * In which way two scalars differ; null when they are equal under these rules.
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

  /** The form in which a text is compared. */
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

  /** A text without what does not count, to see whether anything is left. */
  String clean(String text) {
    return form.clean(text);
  }

  /** What the candidate must have where the control has this code; null where it is no code. */
  private @Nullable String mapped(Shape shape, Object control) {
    if (codes == null) {
      return null;
    }
    String mine = written(shape, control, true);
    return mine == null ? null : codes.candidateFor(canonical(mine));
  }

  /** A scalar as a text, if it is written as one, or may be a code; else null. */
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

  /** A hash that scalars share which are equal here; loose: which may be. */
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
      return 1; // Such a text is equal to nothing.
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
   * The form in which a key of a map, or a part by which elements are paired, is compared: a text
   * for a scalar that is written as one or mapped; else the key itself.
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

  /** Counts the rules by which two keys go together. */
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
