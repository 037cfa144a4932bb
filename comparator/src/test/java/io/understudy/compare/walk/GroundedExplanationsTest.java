package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.RuleScope;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.rule.TextFormat;
import java.math.BigDecimal;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Explanations and deltas that state only what the two values show. */
class GroundedExplanationsTest {
  private static final RuleScope HERE = RuleScope.parse("");

  private static Difference only(Rules rules, @Nullable Object control, @Nullable Object other) {
    return only(Differ.with(rules).compare(control, other));
  }

  private static Difference only(Comparison comparison) {
    assertThat(comparison.count()).isEqualTo(1);
    return comparison.differences().get(0);
  }

  @ParameterizedTest
  @EnumSource(TextFormat.class)
  void textThatIsNoDocumentIsNoId(TextFormat format) {
    String document = format == TextFormat.JSON ? "{\"a\":1}" : "<a>1</a>";
    Rules rules = Rules.builder().parse(HERE, format).build();

    Difference difference = only(rules, document, "no document");

    assertThat(difference.explanations()).isEmpty();
    assertThat(difference.reason()).isEqualTo("the candidate's text is not " + format);
    assertThat(only(rules, "no document", document).reason())
        .isEqualTo("the control's text is not " + format);
    assertThat(difference.toString()).doesNotContain("id of another");
  }

  @Test
  void textsThatAreNoDocumentsKeepTheirExplanation() {
    Rules rules = Rules.builder().parse(HERE, TextFormat.JSON).build();

    assertThat(only(rules, "{\"a\":1}", "{\"a\":1").explanations())
        .hasToString("[cut text by candidate]");
  }

  @Test
  void idsOfAnotherStayIds() {
    Rules rules =
        Rules.builder().identity(io.understudy.value.PathPattern.parse("/*"), "order").build();
    Comparison comparison = Differ.with(rules).compare(map("a", 1, "b", 1), map("a", 7, "b", 8));

    Difference difference = only(comparison);
    assertThat(difference.explanations()).hasToString("[id of another]");
    assertThat(difference.delta()).isNull();
  }

  @Test
  void valuesThatOnlyARuleMakesDifferHaveNoExplanation() {
    Rules never = Rules.builder().comparator(HERE, "never", (a, b) -> false).build();
    Rules codes = Rules.builder().codes(HERE, Collections.singletonMap("A", "ACTIVE")).build();
    Rules numbers = Rules.builder().codes(HERE, Collections.singletonMap("1", "2")).build();

    assertThat(only(never, "a", "a").explanations()).isEmpty();
    assertThat(only(never, new BigDecimal("1.0"), new BigDecimal("1.0")).explanations()).isEmpty();
    assertThat(only(codes, "A", "A").explanations()).isEmpty();
    assertThat(only(numbers, 1, 1).explanations()).isEmpty();
    assertThat(only(never, new BigDecimal("1.0"), new BigDecimal("1.00")).explanations())
        .hasToString("[trailing zeros]");
  }

  private static Difference ofCauses(Throwable control, Throwable candidate) {
    Rules rules = Rules.builder().exceptionMessages(true).exceptionCauses(true).build();
    return only(
        Differ.with(rules)
            .compare(
                Outcome.threw(ThrownException.of(new IllegalStateException("same", control))),
                Outcome.threw(ThrownException.of(new IllegalStateException("same", candidate)))));
  }

  @Test
  void differingCauseIsExplainedByTheCauses() {
    Difference other = ofCauses(new RuntimeException("x"), new IllegalArgumentException("x"));
    Difference text = ofCauses(new RuntimeException("ab"), new RuntimeException("AB"));
    Difference wrapped =
        ofCauses(
            new IllegalArgumentException("x"),
            new RuntimeException(new IllegalArgumentException("x")));

    assertThat(other.reason()).isEqualTo("the causes differ");
    assertThat(other.explanations()).isEmpty();
    assertThat(text.explanations()).hasToString("[case]");
    assertThat(wrapped.explanations()).hasToString("[wrapped by candidate]");
  }

  @Test
  void missingMessageIsExplainedAsNull() {
    Rules rules = Rules.builder().exceptionMessages(true).build();
    Comparison comparison =
        Differ.with(rules)
            .compare(
                Outcome.threw(ThrownException.of(new IllegalStateException())),
                Outcome.threw(ThrownException.of(new IllegalStateException(""))));

    assertThat(only(comparison).explanations()).hasToString("[null for empty]");
  }

  @Test
  void bytesWithTheSameReplacementCharactersAreNoTextOfAnotherType() {
    byte[] control = {(byte) 0xff};
    byte[] candidate = {(byte) 0xf0, (byte) 0x90};

    assertThat(only(Rules.none(), control, candidate).explanations()).isEmpty();
  }
}
