package io.understudy.compare.explain;

import static io.understudy.compare.explain.ExplanationLines.values;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations of nulls, types, orders, surplus elements and exceptions. */
class OtherExplanationsTest {
  private static String names(List<Explanation> explanations) {
    return explanations.stream().map(Explanation::name).collect(joining(", "));
  }

  @Test
  void nullHasSubstitutes() {
    assertThat(values(null, "")).isEqualTo("null for empty");
    assertThat(values("", null)).isEqualTo("null for empty");
    assertThat(values(null, "  ")).isEqualTo("null for blank");
    assertThat(values(null, ' ')).isEqualTo("null for blank");
    assertThat(values(null, '\0')).isEqualTo("null for zero");
    assertThat(values(null, 0)).isEqualTo("null for zero");
    assertThat(values(null, -0.0)).isEqualTo("null for zero");
    assertThat(values(null, -1L)).isEqualTo("null for -1");
    assertThat(values(null, Double.NaN)).isEqualTo("null for NaN");
    assertThat(values(null, false)).isEqualTo("null for false");
    assertThat(values(null, Collections.emptyList())).isEqualTo("null for empty");
    assertThat(values(null, Collections.emptyMap())).isEqualTo("null for empty");
    assertThat(values(null, new int[0])).isEqualTo("null for empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "NULL", "nil", "None", "N/A", "undefined"})
  void nullIsWrittenAsAWord(String word) {
    assertThat(values(null, word)).isEqualTo("null for the word null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01",
        "1899-12-30",
        "1899-12-31",
        "1900-01-01",
        "1970-01-01",
        "9999-12-31"
      })
  void nullIsADefaultDate(LocalDate date) {
    assertThat(values(null, date)).isEqualTo("null for a default date");
    assertThat(values(null, date.atStartOfDay(java.time.ZoneOffset.UTC).toInstant()))
        .isEqualTo("null for a default date");
  }

  @Test
  void ordinaryValueIsNoSubstitute() {
    assertThat(values(null, null)).isEmpty();
    assertThat(values(null, 1)).isEmpty();
    assertThat(values(null, -1.5)).isEmpty();
    assertThat(values(null, true)).isEmpty();
    assertThat(values(null, "x")).isEmpty();
    assertThat(values(null, Collections.singletonList(1))).isEmpty();
    assertThat(values(null, LocalDate.of(1970, 1, 2))).isEmpty();
    assertThat(values(null, Instant.EPOCH.plusSeconds(1))).isEmpty();
    assertThat(values(null, BigInteger.ONE.shiftLeft(64).negate())).isEmpty();
  }

  @Test
  void absentPartHasSubstitutes() {
    assertThat(names(Explanations.ofAbsence(null))).isEqualTo("absent for null");
    assertThat(names(Explanations.ofAbsence(0))).isEqualTo("absent for zero");
    assertThat(names(Explanations.ofAbsence(7))).isEmpty();
  }

  @Test
  void exceptionHasSubstitutes() {
    assertThat(names(Explanations.ofFailure(null))).isEqualTo("null for exception");
    assertThat(names(Explanations.ofFailure(-1))).isEqualTo("exception for -1");
    assertThat(names(Explanations.ofFailure(Optional.empty()))).isEqualTo("exception for empty");
    assertThat(names(Explanations.ofFailure(7))).isEmpty();
  }

  @Test
  void exceptionsAreExplainedByCausesAndPackages() {
    List<String> none = Collections.emptyList();
    assertThat(names(Explanations.ofFailures("a.X", none, "b.Y", Arrays.asList("c.Z", "a.X"))))
        .isEqualTo("wrapped by candidate");
    assertThat(names(Explanations.ofFailures("a.X", Arrays.asList("b.Y"), "b.Y", none)))
        .isEqualTo("wrapped by control");
    assertThat(names(Explanations.ofFailures("a.X", none, "b.X", none))).isEqualTo("other package");
    assertThat(names(Explanations.ofFailures("a.X", none, "a.X", none))).isEmpty();
    assertThat(names(Explanations.ofFailures("a.X", none, "a.Y", none))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'2,1,0', reversed",
    "'1,0,2', two elements swapped",
    "'2,1,0,3', two elements swapped",
    "'1,2,0', one element moved",
    "'0,2,3,1,4', one element moved",
    "'0,3,1,2,4', one element moved",
    "'2,3,0,1', rotated",
    "'1,0,3,2', ''",
    "'1,0', ''",
  })
  void ordersAreNamed(String ranks, String names) {
    int[] numbers = Arrays.stream(ranks.split(",")).mapToInt(Integer::parseInt).toArray();
    Object[] opaque = IntStream.range(0, numbers.length).mapToObj(i -> new Object()).toArray();
    String found = names(Explanations.ofOrder(numbers, opaque, opaque));
    if (names.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(names);
    }
  }

  @Test
  void sortedSideIsNamed() {
    int[] ranks = {2, 0, 1};
    Object[] mixed = {3, 1, 2};
    assertThat(names(Explanations.ofOrder(ranks, mixed, new Object[] {1, 2, 3})))
        .startsWith("sorted by candidate");
    assertThat(names(Explanations.ofOrder(ranks, new Object[] {3, 2, 1}, mixed)))
        .startsWith("sorted by control");
    assertThat(names(Explanations.ofOrder(ranks, new Object[] {1, 2, 2}, mixed)))
        .startsWith("sorted by control");
  }

  @Test
  void elementsOfSeveralTypesAreNotSorted() {
    int[] ranks = {2, 0, 1};
    Object[] mixed = {3, 1, 2};
    for (Object[] other :
        new Object[][] {
          {1, 2L, 3}, {1, null, 3}, {1, Arrays.asList(2), 3}, {2, 2, 2}, {"a", 1, true}
        }) {
      assertThat(names(Explanations.ofOrder(ranks, mixed, other)))
          .as(Arrays.toString(other))
          .doesNotContain("sorted");
    }
  }

  @Test
  void surplusElementIsNamed() {
    assertThat(names(Explanations.ofSurplus(-1, false))).isEmpty();
    assertThat(names(Explanations.ofSurplus(-1, true))).isEqualTo("duplicate");
    assertThat(names(Explanations.ofSurplus(7, false))).isEqualTo("cut list");
    assertThat(names(Explanations.ofSurplus(100, true)))
        .isEqualTo("cut list at 100, cut list, duplicate");
    assertThat(names(Explanations.ofSurplus(0, false))).isEqualTo("cut list");
    assertThat(names(Explanations.ofSurplus(65_536, false)))
        .isEqualTo("cut list at 65536, cut list");
  }

  @Test
  void contentsAreExplainedAsTexts() {
    assertThat(names(Explanations.ofContents("abc".toCharArray(), "abcd".toCharArray())))
        .isEqualTo("cut text by control");
    assertThat(
            names(
                Explanations.ofContents(
                    "Ulm".getBytes(StandardCharsets.UTF_8),
                    "Ulm ".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("padding");
  }

  @Test
  void valuesOfTwoTypesMeanTheSame() {
    assertThat(values("7.50", new BigDecimal("7.5"))).isEqualTo("number as text");
    assertThat(values(" 7 ", 7)).isEqualTo("number as text");
    assertThat(values("true", true)).isEqualTo("boolean as text");
    assertThat(values("J", true)).isEqualTo("flag for boolean");
    assertThat(values("off", false)).isEqualTo("flag for boolean");
    assertThat(values("maybe", true)).isEmpty();
    assertThat(values(1, true)).isEqualTo("flag for boolean");
    assertThat(values(0, false)).isEqualTo("flag for boolean");
    assertThat(values(2, true)).isEmpty();
    assertThat(values(65, 'A')).isEqualTo("character code");
    assertThat(values(TimeUnit.SECONDS.ordinal(), TimeUnit.SECONDS)).isEqualTo("enum ordinal");
    assertThat(values(new UUID(1, 2), new UUID(1, 2).toString())).isEqualTo("value as text");
  }

  @Test
  void datesMeanNumbersAndTexts() {
    LocalDate date = LocalDate.of(2026, 11, 20);
    assertThat(values(date.toEpochDay(), date)).isEqualTo("epoch days");
    assertThat(values(20_261_120, date)).isEqualTo("date as digits");
    assertThat(values(date.toEpochDay() + 25_569, date)).isEqualTo("spreadsheet days");
    assertThat(values("2026-11-20", date)).isEqualTo("date as text");
    assertThat(values("20.11.2026", date)).isEqualTo("date as text");
    assertThat(values(date, date.atStartOfDay())).contains("start of the day");
    assertThat(values(date, LocalDateTime.of(2026, 11, 20, 9, 0)))
        .isEqualTo("time of day left out");
    assertThat(values(date, LocalDateTime.of(2026, 11, 21, 9, 0))).isEmpty();
    Instant instant = Instant.parse("2026-11-20T09:00:00Z");
    assertThat(values(instant.toEpochMilli(), instant)).isEqualTo("epoch milliseconds");
    assertThat(values(instant.getEpochSecond(), instant)).isEqualTo("epoch seconds");
  }

  @Test
  void containersMeanTheSame() {
    assertThat(values(Collections.singletonList(7), 7)).isEqualTo("list of one");
    assertThat(values(7, Collections.singletonList(7))).isEqualTo("list of one");
    assertThat(values(Collections.singletonList(null), 7)).isEmpty();
    assertThat(values(Arrays.asList(7, 7), 7)).isEmpty();
    assertThat(values(Arrays.asList(1, 2), new LinkedHashSet<>(Arrays.asList(1, 2))))
        .isEqualTo("list for set");
    assertThat(values(Collections.emptyMap(), new Bean())).isEqualTo("map for object");
  }

  @Test
  void atMostFourExplanationsAreKept() {
    ExplanationList found = new ExplanationList();
    for (String name : Arrays.asList("a", "b", "a", "c", "d", "e")) {
      found.add(name);
    }
    found.addIf(false, "x");
    assertThat(names(found.first())).isEqualTo("a, b, c, d");
    assertThatThrownBy(() -> found.first().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(new ExplanationList().isEmpty()).isTrue();
  }

  @Test
  void explanationMatchesItsNameAndFamily() {
    Explanation rounding = Explanation.of("rounding HALF_UP/HALF_EVEN");
    assertThat(rounding.is("rounding")).isTrue();
    assertThat(rounding.is("rounding HALF_UP/HALF_EVEN")).isTrue();
    assertThat(rounding.is("round")).isFalse();
    assertThat(rounding.is("rounding HALF_UP")).isFalse();
    assertThat(rounding).isEqualTo(Explanation.of("rounding HALF_UP/HALF_EVEN"));
    assertThat(rounding).isNotEqualTo(Explanation.of("rounding"));
    assertThat(rounding).hasToString("rounding HALF_UP/HALF_EVEN");
  }

  /** A text of the application may throw; the difference then has no explanation. */
  @Test
  void valueThatThrowsHasNoExplanation() {
    assertThat(values("abc", new HostileText())).isEmpty();
    assertThat(values(null, new HostileText())).isEmpty();
  }

  private static final class HostileText implements CharSequence {
    @Override
    public int length() {
      throw new IllegalStateException("no length");
    }

    @Override
    public char charAt(int index) {
      throw new IllegalStateException("no character");
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new IllegalStateException("no part");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }

  private static final class Bean {
    @SuppressWarnings("unused") // read by its name
    private final int id = 1;
  }
}
