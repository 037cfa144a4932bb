package io.understudy.compare.rule;

import io.understudy.compare.BoundedText;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.rule.text.NumberText;
import io.understudy.compare.rule.text.TextMask;
import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.ExactNumbers;
import io.understudy.value.view.StandardShapes;
import java.time.LocalDate;
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
  private final @Nullable Rule anyRule;
  private final @Nullable Rule dayRule;
  private final @Nullable Rule numberTextRule;
  private final @Nullable Rule textRule;
  private final @Nullable Rule codeRule;
  private final List<Rule> maskRules;

  private final @Nullable DayZone days;
  private final @Nullable Tolerance tolerance;
  private final @Nullable Rounding rounding;
  private final TextNormalizer normalizer;
  private final List<TextMask> masks = new ArrayList<>();
  private final @Nullable CodeMapping codes;

  private ScalarRules(RulePrecedence closest) {
    this.anyRule = closest.ofValues(Rule.Sort.ANY_VALUE);
    this.codeRule = anyRule == null ? closest.of(Rule.Sort.CODES) : null;
    this.textRule = closest.of(Rule.Sort.TEXT);
    this.numberTextRule = closest.of(Rule.Sort.TEXT_AS_NUMBER);
    this.maskRules = closest.all(Rule.Sort.MASK);
    // A code is not a quantity.
    this.numberRule = codeRule == null ? closest.of(Rule.Sort.TOLERATE, Rule.Sort.ROUND) : null;
    this.dayRule = anyRule == null ? closest.of(Rule.Sort.DAYS) : null;
    this.days = parameterOf(dayRule, DayZone.class);
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
    boolean isNone =
        rules.numberRule == null
            && rules.anyRule == null
            && rules.dayRule == null
            && rules.numberTextRule == null
            && !rules.appliesToTexts();
    return isNone ? null : rules;
  }

  private static <T> @Nullable T parameterOf(@Nullable Rule rule, Class<T> type) {
    return rule != null && type.isInstance(rule.parameter) ? type.cast(rule.parameter) : null;
  }

  /** Whether a rule changes the form in which texts or codes are compared. */
  boolean appliesToTexts() {
    return textRule != null || codeRule != null || !masks.isEmpty();
  }

  /** Whether a rule changes the form in which keys of maps are compared. */
  boolean appliesToKeys() {
    return appliesToTexts() || numberTextRule != null;
  }

  /** Whether codes are mapped here, so that equal values may count as different. */
  boolean hasCodes() {
    return codes != null;
  }

  /** Returns the tolerance, if no other rule applies here; otherwise null. */
  @Nullable Tolerance toleranceAlone() {
    return appliesToTexts() || numberTextRule != null || anyRule != null || dayRule != null
        ? null
        : tolerance;
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
    boolean isOtherType = mode == ComparisonMode.EXACT && plainDifference == DifferenceKind.TYPE;
    if (plainDifference != null && days != null && !isOtherType) {
      LocalDate controlDay = days.day(cs, control);
      LocalDate candidateDay = days.day(ds, candidate);
      if (controlDay != null && candidateDay != null) {
        return dayDifference(controlDay, candidateDay, hits);
      }
    }
    if (plainDifference == null || isAllowed(plainDifference, cs, control, ds, candidate, hits)) {
      return null;
    }
    return numberTextRule == null
        ? plainDifference
        : numberDifference(plainDifference, cs, control, ds, candidate, mode, hits);
  }

  private @Nullable DifferenceKind dayDifference(
      LocalDate controlDay, LocalDate candidateDay, RuleHits hits) {
    boolean equal = controlDay.equals(candidateDay);
    if (!equal && (tolerance == null || !tolerance.covers(controlDay, candidateDay))) {
      return DifferenceKind.VALUE;
    }
    hits.count(dayRule);
    hits.count(equal ? null : numberRule);
    return null;
  }

  /** Compares a text as the number that it is, with another such text or a number. */
  private @Nullable DifferenceKind numberDifference(
      DifferenceKind plainDifference,
      Shape cs,
      Object control,
      Shape ds,
      Object candidate,
      ComparisonMode mode,
      RuleHits hits) {
    Object controlNumber = number(cs, control);
    Object candidateNumber = number(ds, candidate);
    boolean isText = cs.scalar() != Scalar.NUMBER || ds.scalar() != Scalar.NUMBER;
    boolean isOtherType = mode == ComparisonMode.EXACT && cs.scalar() != ds.scalar();
    if (controlNumber == null || candidateNumber == null || !isText || isOtherType) {
      return plainDifference;
    }
    boolean equal = ExactNumbers.equal(controlNumber, candidateNumber);
    if (equal || isNear(controlNumber, candidateNumber)) {
      hits.count(numberTextRule);
      hits.count(equal ? null : numberRule);
      return null;
    }
    return DifferenceKind.VALUE;
  }

  /** Returns a number, or the number in a text; null for another scalar. */
  private @Nullable Object number(Shape shape, Object scalar) {
    Scalar sort = shape.scalar();
    if (sort == Scalar.NUMBER) {
      return shape.plain(scalar);
    }
    return numberTextRule != null && (sort == Scalar.TEXT || sort == Scalar.CHARACTER)
        ? NumberText.parse(clean(ScalarComparison.text(shape, scalar)))
        : null;
  }

  private boolean isNear(Object controlNumber, Object candidateNumber) {
    return (tolerance != null && tolerance.covers(controlNumber, candidateNumber))
        || (rounding != null && rounding.explains(controlNumber, candidateNumber));
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
    if (anyRule != null && plainDifference == DifferenceKind.VALUE) {
      hits.count(anyRule);
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

  /** Returns the text of a scalar, a number without needless zeros; null for another object. */
  static @Nullable String textOf(@Nullable Object object) {
    Shape shape = object == null ? null : StandardShapes.of(object);
    if (object == null || shape == null || shape.kind() != Kind.SCALAR) {
      return null;
    }
    String text = textOf(shape, object, true);
    return text == null ? ScalarComparison.text(shape, object) : text;
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
      // Any two values of one sort are equal, or a mask may hide a number.
      if (anyRule != null || (numberTextRule != null && !masks.isEmpty())) {
        return 1;
      }
      Object number = numberTextRule == null ? null : number(shape, scalar);
      if (number != null) {
        return numberHash(number, loose);
      }
      String text = appliesToTexts() ? textOf(shape, scalar, codes != null) : null;
      if (text != null) {
        return ScalarComparison.hash(canonical(text));
      }
    } catch (BoundedText.LimitExceeded tooLong) {
      return 1; // The comparison reports such a text as OPAQUE.
    }
    LocalDate day = days == null ? null : days.day(shape, scalar);
    return day != null
        ? hash(day, day.hashCode(), loose)
        : hash(shape.plain(scalar), ScalarComparison.hash(shape, scalar), loose);
  }

  /** Returns the hash of a number that a text may contain. */
  private long numberHash(Object number, boolean loose) {
    return hash(number, ExactNumbers.hash(number), loose);
  }

  /** Returns the hash of the plain form of a scalar, given its hash without rules. */
  private long hash(Object plain, long hash, boolean loose) {
    if (tolerance != null && tolerance.appliesTo(plain)) {
      if (tolerance.isCanonical()) {
        return ExactNumbers.hash(tolerance.canonical(plain));
      }
      return loose ? 1 : hash;
    }
    return rounding != null && plain instanceof Number && loose ? 1 : hash;
  }

  /**
   * Returns the form in which a key of a map, or a part by which elements are paired, is compared.
   * It is a text for a text or a mapped code, otherwise the key itself.
   */
  @Nullable Object key(@Nullable Object key, boolean ofCandidate, ComparisonMode mode) {
    if (key == null || !appliesToKeys()) {
      return key;
    }
    Shape shape = StandardShapes.of(key);
    if (mode == ComparisonMode.EXACT && codes == null && shape.scalar() != Scalar.TEXT) {
      return key;
    }
    // In exact mode a text and a number are keys of different types.
    Object number =
        codes == null && mode == ComparisonMode.VALUE && shape.kind() == Kind.SCALAR
            ? number(shape, key)
            : null;
    if (number != null) {
      return number;
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
    Shape ds = StandardShapes.of(candidate);
    String controlText = textOf(cs, control, false);
    String candidateText = textOf(ds, candidate, false);
    boolean isSame = controlText != null && controlText.equals(candidateText);
    if (numberTextRule != null && !isSame && (controlText != null || candidateText != null)) {
      boolean areNumbers = number(cs, control) != null && number(ds, candidate) != null;
      hits.count(areNumbers ? numberTextRule : null);
    }
    if (controlText != null && candidateText != null && !isSame && appliesToTexts()) {
      countTextRules(controlText, candidateText, hits);
    }
  }
}
