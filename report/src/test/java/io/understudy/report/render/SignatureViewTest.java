package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.summary.DeltaSummary;
import io.understudy.report.summary.ExplanationCount;
import io.understudy.report.summary.NoiseComparison;
import io.understudy.report.summary.PointKey;
import io.understudy.report.summary.SignatureSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureViewTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @CsvSource({
    "/lines/*/price · VALUE, /lines/*/price, VALUE",
    "' · EXCEPTION', the whole result, EXCEPTION",
    "/a · b · VALUE, /a · b, VALUE",
    "timed-out, no answer within the time limit, TIMED-OUT",
    "(other), (other), ''",
    "/\u202e · VALUE, /\\u202E, VALUE"
  })
  void placeAndKind(String signature, String place, String kind) {
    SignatureView view = view(signature, 1, List.of(), null);
    assertThat(view.place()).isEqualTo(place);
    assertThat(view.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "/x · VALUE, 'both sides have a value here, and the values differ'",
    "/x · TYPE, the sides have values of types that do not compare",
    "/x · MISSING, 'the control has something here, the candidate has not'",
    "/x · EXTRA, 'the candidate has something here, the control has not'",
    "/x · LENGTH, lists or texts of another length",
    "/x · ARGUMENT, an argument was left in another state",
    "/x · ORDER, the same elements in another order",
    "/x · EXCEPTION, 'one side threw, or they threw different exceptions'",
    "/x · OPAQUE, 'cannot be inspected, so it is not called equal'",
    "timed-out, counted as a disagreement",
    "/x · LATER, differs"
  })
  void meaningOfAKind(String signature, String meaning) {
    assertThat(view(signature, 1, List.of(), null).meaning()).isEqualTo(meaning);
  }

  @Test
  void daysOnWhichItWasSeen() {
    assertThat(view("/x · VALUE", 1, List.of(), null).seen()).isEqualTo("on 1 Nov");
    assertThat(view("/x · VALUE", 1, List.of(), null, 0, 2).seen()).isEqualTo("1 Nov to 3 Nov");
    assertThat(view("/x · VALUE", 1, List.of(), null, new int[0]).seen()).isEmpty();
  }

  @Test
  void explanationsOnOneLine() {
    List<ExplanationCount> four =
        List.of(
            explained("rounding", 9),
            explained("truncated", 5),
            explained("sign", 2),
            explained("", 1));
    SignatureView view = view("/x · VALUE", 17, four, null);
    assertThat(view.explanations()).isEqualTo("9 rounding, 5 truncated, 2 sign, …");
    assertThat(view.remarks()).isEqualTo("9 rounding, 5 truncated, 2 sign, …");
    assertThat(view("/x · VALUE", 10, four.subList(1, 3), null).explanations())
        .isEqualTo("5 truncated, 2 sign");
  }

  @Test
  void callsWithoutAnyExplanationSayNothing() {
    SignatureView view = view("/x · VALUE", 3, List.of(explained("", 3)), null);
    assertThat(view.explained()).isEmpty();
    assertThat(view.explanations()).isEmpty();
    assertThat(view.remarks()).isEmpty();
  }

  @Test
  void noiseOfAllCallsAndOfSome() {
    NoiseComparison noise = new NoiseComparison("/x · VALUE", 20, 1_000, 2_000, 100_000);
    assertThat(view("/x · VALUE", 2_000, List.of(), noise).noiseTag()).isEqualTo("noise");
    assertThat(view("/x · VALUE", 2_500, List.of(), noise).noiseTag()).isEqualTo("noise in part");
    assertThat(view("/x · VALUE", 2_500, List.of(explained("sign", 2)), noise).remarks())
        .isEqualTo("2 sign; noise in part");
    NoiseComparison undecided = new NoiseComparison("/x · VALUE", 1, 1_000, 100, 100_000);
    assertThat(view("/x · VALUE", 100, List.of(), undecided).noiseTag()).isEmpty();
    assertThat(view("/x · VALUE", 100, List.of(), undecided).noise()).isPresent();
    assertThat(view("/x · VALUE", 100, List.of(), null).noise()).isEmpty();
  }

  @Test
  void explanationWithItsLargestDelta() {
    ExplanationView view =
        new ExplanationView(
            new ExplanationCount(
                "rounding HALF_UP/HALF_EVEN", 412, new DeltaSummary(7, new BigDecimal("0.05"))));
    assertThat(view.isNamed()).isTrue();
    assertThat(view.text()).isEqualTo("412 rounding HALF_UP/HALF_EVEN");
    assertThat(view.largest()).isEqualTo("0.05 in 7 recorded differences");
    ExplanationView rest = new ExplanationView(explained("", 1_200));
    assertThat(rest.isNamed()).isFalse();
    assertThat(rest.text()).isEqualTo("1,200 not explained");
    assertThat(rest.largest()).isEmpty();
  }

  private static ExplanationCount explained(String name, long calls) {
    return new ExplanationCount(name, calls, DeltaSummary.NONE);
  }

  private static SignatureView view(
      String signature,
      long count,
      List<ExplanationCount> explained,
      @Nullable NoiseComparison noise,
      int... days) {
    TreeMap<LocalDate, Long> byDay = new TreeMap<>();
    for (int day : days) {
      byDay.put(FIRST.plusDays(day), 1L);
    }
    return new SignatureView(
        new SignatureSummary(
            new PointKey("billing", "quote"),
            signature,
            count,
            byDay,
            explained,
            Optional.ofNullable(noise),
            List.of()));
  }

  private static SignatureView view(
      String signature,
      long count,
      List<ExplanationCount> explained,
      @Nullable NoiseComparison noise) {
    return new SignatureView(
        new SignatureSummary(
            new PointKey("billing", "quote"),
            signature,
            count,
            new TreeMap<>(Map.of(FIRST, count)),
            explained,
            Optional.ofNullable(noise),
            List.of()));
  }
}
