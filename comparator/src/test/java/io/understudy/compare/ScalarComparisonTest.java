package io.understudy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.walk.SampleTypes.Colour;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScalarComparisonTest {
  private static @Nullable DifferenceKind difference(Object a, Object b, ComparisonMode mode) {
    return ScalarComparison.difference(StandardShapes.of(a), a, StandardShapes.of(b), b, mode);
  }

  private static String kinds(Object a, Object b) {
    return difference(a, b, ComparisonMode.VALUE) + " | " + difference(a, b, ComparisonMode.EXACT);
  }

  private static long hash(Object scalar) {
    return ScalarComparison.hash(StandardShapes.of(scalar), scalar);
  }

  @Test
  void numbers() {
    assertThat(kinds(1, 1)).isEqualTo("null | null");
    assertThat(kinds(1, 2)).isEqualTo("VALUE | VALUE");
    assertThat(kinds(1, 1L)).isEqualTo("null | TYPE");
    assertThat(kinds(new BigDecimal("2.50"), new BigDecimal("2.5"))).isEqualTo("null | VALUE");
    assertThat(kinds(0.1, 0.1f)).isEqualTo("VALUE | TYPE");
  }

  @Test
  void textsCharactersAndConstants() {
    assertThat(kinds("a", 'a')).isEqualTo("null | TYPE");
    assertThat(kinds("RED", Colour.RED)).isEqualTo("null | TYPE");
    assertThat(kinds("red", Colour.RED)).isEqualTo("VALUE | TYPE");
    assertThat(kinds("a", "b")).isEqualTo("VALUE | VALUE");
    assertThat(kinds("1", 1)).isEqualTo("TYPE | TYPE");
    assertThat(kinds("true", true)).isEqualTo("TYPE | TYPE");
  }

  @Test
  void times() {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");

    assertThat(kinds(noon, Date.from(noon))).isEqualTo("null | TYPE");
    assertThat(kinds(noon, noon.plusMillis(1))).isEqualTo("VALUE | VALUE");
    assertThat(
            kinds(noon.atOffset(ZoneOffset.UTC), OffsetDateTime.parse("2026-03-01T13:00:00+01:00")))
        .isEqualTo("null | VALUE");
    assertThat(kinds(LocalDate.of(2026, 3, 1), LocalTime.NOON)).isEqualTo("TYPE | TYPE");
  }

  @Test
  void otherScalarsByTheirFamily() {
    UUID id = new UUID(1, 2);

    assertThat(kinds(id, new UUID(1, 2))).isEqualTo("null | null");
    assertThat(kinds(id, new UUID(1, 3))).isEqualTo("VALUE | VALUE");
    assertThat(kinds(id, URI.create("urn:a"))).isEqualTo("TYPE | TYPE");
  }

  @Test
  void sameValuesOfFrequentClasses() {
    List<Object> frequent =
        Arrays.asList(
            "a", new BigDecimal("1.0"), 1, 1L, LocalDate.of(2026, 3, 1), true, Colour.RED);
    assertThat(frequent).allMatch(each -> ScalarComparison.areSame(each, each));
  }

  @Test
  void fastPathSaysNothingOfOtherPairs() {
    assertThat(ScalarComparison.areSame(1, 1L)).isFalse();
    assertThat(ScalarComparison.areSame(new BigDecimal("1.0"), new BigDecimal("1.00"))).isFalse();
    assertThat(ScalarComparison.areSame(BigInteger.ONE, BigInteger.ONE)).isFalse();
    assertThat(ScalarComparison.areSame(Collections.emptyList(), Collections.emptyList()))
        .isFalse();
    assertThat(ScalarComparison.areSame("a", "b")).isFalse();
    assertThat(ScalarComparison.areSame(Colour.RED, Colour.GREEN)).isFalse();
  }

  @Provide
  Arbitrary<Object> scalars() {
    return Arbitraries.of(
        1,
        1L,
        1.0,
        1.0f,
        new BigDecimal("1.00"),
        BigInteger.ONE,
        2,
        0.1,
        new BigDecimal("0.1"),
        0.1f,
        "a",
        'a',
        "RED",
        Colour.RED,
        true,
        "true",
        Double.NaN,
        Float.NaN,
        -0.0,
        0,
        "",
        Instant.EPOCH,
        new Date(0),
        LocalDate.MIN,
        LocalTime.NOON,
        new UUID(1, 2));
  }

  @Property(tries = 700)
  void equalScalarsShareTheirHash(@ForAll("scalars") Object a, @ForAll("scalars") Object b) {
    for (ComparisonMode mode : ComparisonMode.values()) {
      if (difference(a, b, mode) == null) {
        assertThat(hash(a)).isEqualTo(hash(b));
      }
    }
  }

  @Property(tries = 700)
  void exactModeIsStricter(@ForAll("scalars") Object a, @ForAll("scalars") Object b) {
    if (difference(a, b, ComparisonMode.EXACT) == null) {
      assertThat(difference(a, b, ComparisonMode.VALUE)).isNull();
    }
  }

  @Property(tries = 700)
  void fastPathAgreesWithBothModes(@ForAll("scalars") Object a, @ForAll("scalars") Object b) {
    if (ScalarComparison.areSame(a, b)) {
      assertThat(kinds(a, b)).isEqualTo("null | null");
    }
  }

  @Property(tries = 700)
  void bothSidesGiveTheSameKind(@ForAll("scalars") Object a, @ForAll("scalars") Object b) {
    assertThat(kinds(a, b)).isEqualTo(kinds(b, a));
  }

  @Test
  void textsWithTheSameHashCodeHaveOtherHashes() {
    assertThat("AaAa".hashCode()).isEqualTo("BBBB".hashCode());
    assertThat(ScalarComparison.hash("AaAa")).isNotEqualTo(ScalarComparison.hash("BBBB"));
  }

  @Test
  void onlyTheStartOfALongTextIsHashedTwice() {
    String start = String.join("", Collections.nCopies(256, "x"));

    assertThat(ScalarComparison.hash(start + "Aa")).isEqualTo(ScalarComparison.hash(start + "BB"));
    assertThat(ScalarComparison.hash("Aa" + start))
        .isNotEqualTo(ScalarComparison.hash("BB" + start));
  }

  @Test
  void hashesOfDifferentScalarsDiffer() {
    assertThat(hash(1)).isNotEqualTo(hash(2)).isNotZero();
    assertThat(hash(new UUID(1, 2))).isNotEqualTo(hash(new UUID(1, 3)));
    assertThat(hash("a")).isNotEqualTo(hash("b"));
    assertThat(ScalarComparison.hash("ab") >>> 32).isEqualTo("ab".hashCode());
    assertThat(ScalarComparison.hash("ab") & 0xFFFF_FFFFL).isEqualTo(131 * 'a' + 'b');
  }

  @Test
  void textOfAScalar() {
    assertThat(ScalarComparison.text(StandardShapes.of(Colour.RED), Colour.RED)).isEqualTo("RED");
    assertThat(ScalarComparison.text(StandardShapes.of(2.50), 2.50)).isEqualTo("2.5");
  }
}
