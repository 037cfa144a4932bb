package io.understudy.compare.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.ThrownException;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptanceConditionTest {
  private static final Path TAX = Path.root().part("tax");

  @Test
  void everyStatedPartMustHold() {
    AcceptanceCondition condition =
        at("/tax").kind(DifferenceKind.VALUE).delta(DeltaRange.parse("0.01")).build();
    assertThat(condition.covers(value(TAX, "1.20", "1.19"))).isTrue();
    assertThat(condition.covers(value(TAX, "1.20", "1.18"))).isFalse();
    assertThat(condition.covers(value(Path.root().part("total"), "1.20", "1.19"))).isFalse();
    assertThat(condition.covers(new Difference(TAX, DifferenceKind.TYPE, 1, 2))).isFalse();
  }

  @Test
  void pathMatchesExactlyIncludingKeyedElements() {
    AcceptanceCondition condition = at("/lines/*/price").build();
    Path lines = Path.root().part("lines");
    assertThat(condition.covers(value(lines.index(3).part("price"), "1", "2"))).isTrue();
    assertThat(condition.covers(value(lines.element("sku=A7").part("price"), "1", "2"))).isTrue();
    assertThat(condition.covers(value(lines.index(3), "1", "2"))).isFalse();
    assertThat(condition.covers(value(lines.index(3).part("price").part("net"), "1", "2")))
        .isFalse();
    assertThat(at("").build().covers(value(Path.root(), "1", "2"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(DifferenceKind.class)
  void unnamedKindsAreNotCovered(DifferenceKind kind) {
    Difference difference = new Difference(TAX, kind, 1, 2);
    boolean isDefault = kind == DifferenceKind.VALUE || kind == DifferenceKind.TYPE;
    assertThat(at("/tax").build().covers(difference)).isEqualTo(isDefault);
    assertThat(at("/tax").kind(kind).build().covers(difference)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01, true",
    "0.01, -0.01, true",
    "0.01, 0.010000000000000000001, false",
    "0.01 more, 0.01, true",
    "0.01 more, -0.001, false",
    "0.01 less, -0.01, true",
    "0.01 less, 0.001, false",
    "-0.02..0.01, -0.02, true",
    "-0.02..0.01, 0.011, false",
    "0.005..0.01, 0.001, false",
    "1e-3, 0.001, true",
  })
  void deltaIncludesItsBoundaries(String delta, BigDecimal actual, boolean covered) {
    assertThat(DeltaRange.parse(delta).covers(actual)).isEqualTo(covered);
    assertThat(DeltaRange.parse(DeltaRange.parse(delta).toString()))
        .isEqualTo(DeltaRange.parse(delta));
  }

  @ParameterizedTest
  @CsvSource({"-0.01", "0.02..0.01", "'1,5'", "much", "1%", "0.01 up", "1e99999"})
  void invalidDeltaIsRefused(String text) {
    assertThatThrownBy(() -> DeltaRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void deltaNeedsTwoNumbers() {
    AcceptanceCondition condition = at("/tax").delta(DeltaRange.parse("1000")).build();
    assertThat(condition.covers(new Difference(TAX, DifferenceKind.VALUE, 1, null))).isFalse();
    assertThat(condition.covers(new Difference(TAX, DifferenceKind.VALUE, "1", "2"))).isFalse();
    assertThat(condition.covers(new Difference(TAX, DifferenceKind.VALUE, 1, Double.NaN)))
        .isFalse();
    assertThat(condition.covers(new Difference(TAX, DifferenceKind.VALUE, 1, 2.5f))).isTrue();
  }

  @Test
  void valueMatchesByTextOrNumber() {
    AcceptanceCondition condition =
        at("/tax").control(TextMatch.exactly("2.5")).candidate(TextMatch.nothing()).build();
    assertThat(condition.covers(sides(new BigDecimal("2.50"), null))).isTrue();
    assertThat(condition.covers(sides(2.5, null))).isTrue();
    assertThat(condition.covers(sides("2.5", null))).isTrue();
    assertThat(condition.covers(sides("2.50", null))).as("a text is not a number").isFalse();
    assertThat(condition.covers(sides(new BigDecimal("2.50"), "null"))).isFalse();
    assertThat(condition.covers(sides(null, null))).isFalse();
    assertThat(condition.covers(sides(Arrays.asList(2.5), null))).as("has parts").isFalse();
  }

  @Test
  void valueMatchesByPattern() {
    AcceptanceCondition condition =
        at("/tax").control(TextMatch.like(Pattern.compile("[A-Z]{2}"))).build();
    assertThat(condition.covers(sides("DE", 1))).isTrue();
    assertThat(condition.covers(sides("DEU", 1))).as("matched as a whole").isFalse();
    assertThat(condition.covers(sides(LocalDate.of(2026, 1, 1), 1))).isFalse();
    assertThat(condition.covers(sides(null, 1))).isFalse();
  }

  @Test
  void patternBeyondItsStepLimitDoesNotMatch() {
    char[] many = new char[40];
    Arrays.fill(many, 'a');
    AcceptanceCondition slow =
        at("/tax").control(TextMatch.like(Pattern.compile("(a+)+b"))).build();
    assertThat(slow.covers(sides(new String(many), 1))).isFalse();

    char[] deep = new char[90_000];
    Arrays.fill(deep, 'a');
    AcceptanceCondition high =
        at("/tax").control(TextMatch.like(Pattern.compile("(a|b)*"))).build();
    assertThat(high.covers(sides(new String(deep), 1))).isFalse();
  }

  @Test
  void exceptionMatchesByClassOrReturn() {
    AcceptanceCondition condition =
        at("").threw("java.lang.IllegalStateException", "returned").build();
    ThrownException thrown = ThrownException.of(new IllegalStateException("no price"));
    assertThat(condition.covers(exceptions(thrown, 1))).isTrue();
    assertThat(condition.covers(exceptions(thrown, null))).isTrue();
    assertThat(condition.covers(exceptions(thrown, thrown))).isFalse();
    assertThat(condition.covers(exceptions(ThrownException.of(new RuntimeException()), 1)))
        .isFalse();
    assertThat(condition.covers(new Difference(Path.root(), DifferenceKind.OPAQUE, thrown, 1)))
        .isFalse();
    assertThat(at("").threw(null, "java.lang.Error").build().covers(exceptions(1, thrown)))
        .isFalse();
  }

  @Test
  void explanationMatchesByNameOrFamily() {
    Difference cut = value(TAX, "1.209", "1.20");
    String name = cut.explanations().get(0).name();
    String family = name.split(" ")[0];
    assertThat(at("/tax").explained(name).build().covers(cut)).isTrue();
    assertThat(at("/tax").explained(family).build().covers(cut)).isTrue();
    assertThat(at("/tax").explained("time zone").build().covers(cut)).isFalse();
    assertThat(at("/tax").explained(family).build()).hasToString("/tax explained " + family);
  }

  @Test
  void conditionForEveryDifferenceIsRefused() {
    assertThatThrownBy(() -> AcceptanceCondition.builder().build())
        .hasMessageContaining("would accept every difference");
    assertThatThrownBy(() -> at("/**/**").kind(DifferenceKind.VALUE).build())
        .hasMessageContaining("would accept every difference");
    assertThat(AcceptanceCondition.builder().delta(DeltaRange.parse("0.01")).build().path())
        .hasToString("/**");
  }

  @Test
  void conditionForNoDifferenceIsRefused() {
    assertThatThrownBy(
            () -> at("/tax").kind(DifferenceKind.MISSING).delta(DeltaRange.parse("1")).build())
        .hasMessage("a delta is stated, but kind [MISSING] has no numbers: leave one out");
    assertThatThrownBy(() -> at("/tax").kind(DifferenceKind.VALUE).threw("A", null).build())
        .hasMessage("exceptions are stated, but kind [VALUE] has none: leave kind out");
  }

  @Test
  void conditionPrintsInOneLine() {
    assertThat(
            at("/tax")
                .kind(DifferenceKind.VALUE)
                .delta(DeltaRange.parse("0.01 less"))
                .control(TextMatch.like(Pattern.compile("[0-9.]+")))
                .candidate(TextMatch.exactly("0"))
                .build())
        .hasToString("/tax VALUE by 0.01 less control ~ [0-9.]+ candidate \"0\"");
    assertThat(at("").threw("a.B", "returned").build())
        .hasToString("\"\" where control threw a.B, candidate returned");
    assertThat(at("/a").build()).hasToString("/a").isEqualTo(at("/a").build());
  }

  private static AcceptanceCondition.Builder at(String path) {
    return AcceptanceCondition.builder().path(PathPattern.parse(path));
  }

  private static Difference value(Path path, String control, String candidate) {
    return new Difference(
        path, DifferenceKind.VALUE, new BigDecimal(control), new BigDecimal(candidate));
  }

  private static Difference sides(@Nullable Object control, @Nullable Object candidate) {
    return new Difference(TAX, DifferenceKind.VALUE, control, candidate);
  }

  private static Difference exceptions(@Nullable Object control, @Nullable Object candidate) {
    return new Difference(Path.root(), DifferenceKind.EXCEPTION, control, candidate);
  }
}
