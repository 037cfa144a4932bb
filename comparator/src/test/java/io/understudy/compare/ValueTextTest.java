package io.understudy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.walk.SampleTypes.Colour;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
  private static final class Bean {
    final int content = 1;
  }

  private static String sides(
      DifferenceKind kind, @Nullable Object control, @Nullable Object candidate) {
    return ValueText.sides(kind, control, candidate);
  }

  @Test
  void valuesOfBothSides() {
    assertThat(sides(DifferenceKind.VALUE, 1, 2)).isEqualTo("1 / 2");
    assertThat(sides(DifferenceKind.VALUE, null, "a")).isEqualTo("null / \"a\"");
  }

  @Test
  void sideThatHasNothingIsADash() {
    assertThat(sides(DifferenceKind.MISSING, "a", null)).isEqualTo("\"a\" / –");
    assertThat(sides(DifferenceKind.EXTRA, null, "a")).isEqualTo("– / \"a\"");
    assertThat(sides(DifferenceKind.MISSING, null, null)).isEqualTo("null / –");
  }

  @Test
  void typesWhereTheyDifferOrWhereTextsAreTheSame() {
    assertThat(sides(DifferenceKind.TYPE, 1, "a")).isEqualTo("1 (Integer) / \"a\" (String)");
    assertThat(sides(DifferenceKind.VALUE, 1, 1L)).isEqualTo("1 (Integer) / 1 (Long)");
    assertThat(sides(DifferenceKind.TYPE, null, 1)).isEqualTo("null / 1 (Integer)");
  }

  @Test
  void objectsWithPartsPrintAsTheirClassNames() {
    assertThat(ValueText.value(new Bean())).isEqualTo("io.understudy.compare.ValueTextTest$Bean");
    assertThat(ValueText.value(new int[0])).isEqualTo("[I");
    assertThat(ValueText.value(Optional.of(1))).isEqualTo("java.util.Optional");
  }

  @Test
  void scalars() {
    assertThat(ValueText.value(null)).isEqualTo("null");
    assertThat(ValueText.value('a')).isEqualTo("\"a\"");
    assertThat(ValueText.value(Colour.RED)).isEqualTo("RED");
    assertThat(ValueText.value(true)).isEqualTo("true");
    assertThat(ValueText.value(ThrownException.of(new Exception("no"))))
        .isEqualTo("java.lang.Exception: no");
  }

  @Test
  void timesPrintWithTheirZone() {
    assertThat(ValueText.value(ZonedDateTime.parse("2026-03-01T12:00+01:00[Europe/Berlin]")))
        .isEqualTo("2026-03-01T12:00+01:00[Europe/Berlin]");
    assertThat(ValueText.value(Date.from(Instant.parse("2026-03-01T12:00:00Z"))))
        .isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void charactersThatAreNotVisibleAreEscaped() {
    assertThat(ValueText.value("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    assertThat(ValueText.value("\n\r\t")).isEqualTo("\"\\n\\r\\t\"");
    assertThat(ValueText.value("\u0000\u007f")).isEqualTo("\"\\u0000\\u007f\"");
    assertThat(ValueText.value("e\u0301")).isEqualTo("\"e\\u0301\"");
    assertThat(ValueText.value("\u00a0\u2003")).isEqualTo("\"\\u00a0\\u2003\"");
    assertThat(ValueText.value("\u200d\ufeff")).isEqualTo("\"\\u200d\\ufeff\"");
    assertThat(ValueText.value("é ß 漢")).isEqualTo("\"é ß 漢\"");
  }

  @Test
  void longTextsAreCut() {
    String text = String.join("", Collections.nCopies(200, "x"));

    assertThat(ValueText.value(text)).isEqualTo('"' + text + '"');
    assertThat(ValueText.value(text + "y")).isEqualTo('"' + text + "… (201)\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, +0.5",
    "-2, -2",
    "2.50, +2.5",
    "100, +100",
    "0.00000000000000001, +0.00000000000000001",
    "1E-18, +1E-18",
    "1E+17, +100000000000000000",
    "1E+18, +1E+18",
    "12345678901234567, +12345678901234567",
    "123456789012345678, +123456789012345680…",
    "-0.123456789012345678, -0.12345678901234568…"
  })
  void deltas(String delta, String text) {
    assertThat(ValueText.delta(new BigDecimal(delta))).isEqualTo(text);
  }

  @Test
  void keysPrintWithoutCodeOfTheApplication() {
    assertThat(KeyLabel.of(null)).isEqualTo("null");
    assertThat(KeyLabel.of("a/b")).isEqualTo("a/b");
    assertThat(KeyLabel.of(Colour.RED)).isEqualTo("RED");
    assertThat(KeyLabel.of(1L)).isEqualTo("1");
    assertThat(KeyLabel.of(Optional.of("x"))).isEqualTo("x");
    assertThat(KeyLabel.of(Optional.empty())).isEqualTo("null");
    assertThat(KeyLabel.of(new Bean())).isEqualTo("io.understudy.compare.ValueTextTest$Bean");
    assertThat(KeyLabel.of(Collections.emptyList())).isEqualTo("java.util.Collections$EmptyList");
  }
}
