package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.BoundedText;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.DifferenceKind;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scalars, hashes, keys and hits under the rules of one node. */
class ScalarRulesTest {
  private static final RuleScope ROOT = RuleScope.parse("");
  private static final ComparisonMode VALUE = ComparisonMode.VALUE;

  private static RulesBuilder codes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("A", "1");
    codes.put("true", "Y");
    codes.put("7", "SEVEN");
    return Rules.builder().codes(ROOT, codes);
  }

  private static final Fixture CODES = under(codes());

  private static Fixture under(RulesBuilder rules) {
    return new Fixture(rules.build());
  }

  /** The node of the root. */
  private static final class Fixture {
    private final Rules rules;
    final RuleNode node;

    Fixture(Rules rules) {
      this.rules = rules;
      this.node = Objects.requireNonNull(rules.root());
    }

    @Nullable DifferenceKind difference(Object a, Object b) {
      return node.difference(
          StandardShapes.of(a), a, StandardShapes.of(b), b, VALUE, RuleHits.NONE);
    }

    /** The lines of the rules that matter for a pair. */
    List<String> hits(Object a, Object b) {
      RuleHits hits = new RuleHits();
      node.difference(StandardShapes.of(a), a, StandardShapes.of(b), b, VALUE, hits);
      return lines(hits);
    }

    List<String> keyHits(@Nullable Object a, @Nullable Object b) {
      RuleHits hits = new RuleHits();
      node.countKeyRules(a, b, hits);
      return lines(hits);
    }

    List<String> lines(RuleHits hits) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < hits.mark(); i++) {
        lines.add(rules.all().get(hits.rule(i)).line);
      }
      return lines;
    }

    long hash(Object scalar, boolean ofCandidate, boolean loose) {
      return node.hash(StandardShapes.of(scalar), scalar, ofCandidate, loose);
    }

    boolean sameHash(Object control, Object candidate) {
      return hash(control, false, false) == hash(candidate, true, false);
    }

    @Nullable Object key(Object key) {
      return node.key(key, false, VALUE);
    }
  }

  @Test
  void mappedCodeIsEqualToItsCounterpartOnly() {
    assertThat(CODES.difference("A", "1")).isNull();
    assertThat(CODES.difference("A", 1)).isNull();
    assertThat(CODES.difference(true, "Y")).isNull();
    assertThat(CODES.difference(7L, "SEVEN")).isNull();
    assertThat(CODES.difference(7.0, "SEVEN")).isNull();
    assertThat(CODES.difference("A", "A")).isEqualTo(DifferenceKind.VALUE);
    assertThat(CODES.difference("B", "B")).isNull();
    assertThat(CODES.difference("A", Instant.EPOCH)).isEqualTo(DifferenceKind.VALUE);
  }

  @Test
  void mappedCodeMattersWhereTheValuesDiffer() {
    assertThat(CODES.hits("A", "1")).containsExactly("codes \"\" 7=SEVEN, A=1, true=Y");
    assertThat(CODES.hits("A", "A")).isEmpty();
    assertThat(CODES.hits("B", "B")).isEmpty();
    Fixture same = under(Rules.builder().codes(ROOT, Collections.singletonMap("A", "A")));
    assertThat(same.hits("A", "A")).isEmpty();
  }

  @Test
  void hashOfACodeIsThatOfItsCounterpart() {
    assertThat(CODES.sameHash("A", "1")).isTrue();
    assertThat(CODES.sameHash("A", 1)).isTrue();
    assertThat(CODES.sameHash(7, "SEVEN")).isTrue();
    assertThat(CODES.sameHash("A", "A")).isFalse();
    assertThat(CODES.sameHash("1", "A")).isFalse();
    assertThat(CODES.sameHash("B", "B")).isTrue();
    assertThat(CODES.hash("B", false, false)).isNotZero();
  }

  @Test
  void keysOfAMapAreMappedLikeCodes() {
    assertThat(CODES.node.key("A", false, VALUE)).isEqualTo("1");
    assertThat(CODES.node.key("A", true, VALUE)).isEqualTo("A");
    assertThat(CODES.node.key(1, true, VALUE)).isEqualTo("1");
    assertThat(CODES.node.key(null, false, VALUE)).isNull();
    assertThat(CODES.node.key(Instant.EPOCH, false, VALUE)).isEqualTo(Instant.EPOCH);
    assertThat(CODES.node.key(7, false, ComparisonMode.EXACT)).isEqualTo("SEVEN");
    assertThat(CODES.keyHits("A", "1")).containsExactly("codes \"\" 7=SEVEN, A=1, true=Y");
    assertThat(CODES.keyHits("B", "B")).isEmpty();
    assertThat(CODES.keyHits(null, "1")).isEmpty();
    assertThat(CODES.keyHits("A", null)).isEmpty();
  }

  private static Fixture texts() {
    return under(
        Rules.builder()
            .text(ROOT, TextRule.IGNORE_CASE, TextRule.TRIM)
            .mask(ROOT, Pattern.compile("[0-9]+"))
            .mask(ROOT, Pattern.compile("!")));
  }

  @Test
  void onlyTheRulesWithoutWhichTextsDifferMatter() {
    String text = "text \"\" ignore-case, trim";
    String digits = "mask \"\" matching [0-9]+";

    assertThat(texts().hits("a 1!", "a 2!")).containsExactly(digits);
    assertThat(texts().hits("a 1!", " A 1!")).containsExactly(text);
    assertThat(texts().hits("a 1!", "A 2!")).containsExactlyInAnyOrder(text, digits);
    assertThat(texts().hits("a", "a")).isEmpty();
    assertThat(texts().hits("a", "b")).isEmpty();
    assertThat(texts().keyHits("a1", "a2")).containsExactly(digits);
    assertThat(texts().keyHits("a1", "a1")).isEmpty();
    assertThat(texts().keyHits(1, 1L)).isEmpty();
  }

  @Test
  void textsCharactersAndConstantsShareAForm() {
    assertThat(texts().difference("NEW", Thread.State.NEW)).isNull();
    assertThat(texts().difference(" new", Thread.State.NEW)).isNull();
    assertThat(texts().difference('A', "a")).isNull();
    assertThat(texts().sameHash(" new", Thread.State.NEW)).isTrue();
    assertThat(texts().sameHash("a1", "A22 ")).isTrue();
    assertThat(texts().sameHash("a", "b")).isFalse();
    assertThat(texts().key(" A1")).isEqualTo(texts().key("a2"));
    assertThat(texts().key(1)).isEqualTo(1);
  }

  @Test
  void keysOfOtherTypesStayInExactMode() {
    assertThat(texts().node.key("A", false, ComparisonMode.EXACT)).isEqualTo("a");
    assertThat(texts().node.key('A', false, ComparisonMode.EXACT)).isEqualTo('A');
    assertThat(texts().node.key(Thread.State.NEW, false, ComparisonMode.EXACT))
        .isEqualTo(Thread.State.NEW);
  }

  @Test
  void numbersAreNotTexts() {
    assertThat(texts().difference(1, 2)).isEqualTo(DifferenceKind.VALUE);
    assertThat(texts().difference(1, "1")).isEqualTo(DifferenceKind.TYPE);
    assertThat(texts().difference(true, false)).isEqualTo(DifferenceKind.VALUE);
  }

  @Test
  void textWithoutTheCharactersThatDoNotCount() {
    assertThat(texts().node.clean(" a ")).isEqualTo("a");
    assertThat(under(codes()).node.clean(" a ")).isEqualTo(" a ");
  }

  @Test
  void hashOfATextThatTakesTooLong() {
    Fixture slow = under(Rules.builder().mask(ROOT, Pattern.compile("(a+)+\\1c")));
    String text = String.join("", Collections.nCopies(60, "a"));

    assertThat(slow.hash(text, false, false)).isEqualTo(1);
    Assertions.assertThatThrownBy(() -> slow.difference(text, text + "b"))
        .isInstanceOf(BoundedText.LimitExceeded.class);
  }

  @Test
  void toleratedNumbersShareTheirLooseHash() {
    Fixture near = under(Rules.builder().tolerate(ROOT, Tolerance.parse("1")));

    assertThat(near.hash(1, false, true)).isEqualTo(near.hash(500, true, true)).isNotZero();
    assertThat(near.sameHash(1, 2)).isFalse();
    assertThat(near.sameHash(1, 1L)).isTrue();
    assertThat(near.hash("a", false, true)).isNotEqualTo(near.hash("b", true, true));
    assertThat(near.hash(Double.NaN, false, true)).isNotEqualTo(near.hash(1, false, true));
    assertThat(near.hits(1, 2)).containsExactly("tolerate \"\" within 1");
    assertThat(near.hits(1, 1)).isEmpty();
    assertThat(near.hits(1, 3)).isEmpty();
    assertThat(near.node.toleranceAlone()).isEqualTo(Tolerance.parse("1"));
  }

  @Test
  void canonicalToleranceHasOneHash() {
    Fixture tenths = under(Rules.builder().tolerate(ROOT, Tolerance.parse("1 decimal")));

    for (boolean loose : new boolean[] {true, false}) {
      assertThat(tenths.hash(0.12, false, loose)).isEqualTo(tenths.hash(0.08, true, loose));
      assertThat(tenths.hash(0.12, false, loose)).isNotEqualTo(tenths.hash(0.18, true, loose));
    }
  }

  @Test
  void toleratedTimesShareTheirLooseHash() {
    Fixture near = under(Rules.builder().tolerate(ROOT, Tolerance.parse("5s")));

    assertThat(near.hash(Instant.EPOCH, false, true))
        .isEqualTo(near.hash(Instant.EPOCH.plusSeconds(60), true, true));
    assertThat(near.hash(1, false, true)).isNotEqualTo(near.hash(2, true, true));
  }

  @Test
  void roundedNumbersShareTheirLooseHash() {
    Fixture cents =
        under(Rules.builder().round(ROOT, Rounding.of(2, RoundingMode.UP, RoundingMode.DOWN)));

    assertThat(cents.hash(0.01, false, true)).isEqualTo(cents.hash(0.02, true, true)).isNotZero();
    assertThat(cents.hash(0.01, false, false)).isNotEqualTo(cents.hash(0.02, true, false));
    assertThat(cents.hash("a", false, true)).isNotEqualTo(cents.hash("b", true, true));
    assertThat(cents.hits(new BigDecimal("0.02"), new BigDecimal("0.01")))
        .containsExactly("round \"\" to 2 decimals, control UP, candidate DOWN");
    assertThat(cents.node.toleranceAlone()).isNull();
  }

  @Test
  void toleranceIsNotAloneBesideTextRules() {
    assertThat(
            under(Rules.builder().tolerate(ROOT, Tolerance.parse("1")).text(ROOT, TextRule.TRIM))
                .node
                .toleranceAlone())
        .isNull();
    for (Object scalar : Arrays.asList(1, "a", true)) {
      assertThat(under(codes()).hash(scalar, false, false)).isNotZero();
    }
  }
}
