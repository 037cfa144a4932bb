package io.understudy.compare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IdTest {
  private static final String TEXT = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

  private static Id id(Object object) {
    Id id = Id.of(object);
    if (id == null) {
      throw new AssertionError(object + " is no id");
    }
    return id;
  }

  @Test
  void idIsEqualForAnyType() {
    for (Object other :
        Arrays.<Object>asList(
            7, 7L, (short) 7, 7.0, BigInteger.valueOf(7), new BigDecimal("7.00"))) {
      assertThat(id(other)).isEqualTo(id("7")).hasSameHashCodeAs(id("7"));
    }
    assertThat(id(UUID.fromString(TEXT))).isEqualTo(id(TEXT)).isEqualTo(id(TEXT.toUpperCase()));
    assertThat(id(new StringBuilder("A-1"))).isEqualTo(id("A-1"));
  }

  @Test
  void idsDifferByText() {
    assertThat(id("07")).isNotEqualTo(id(7));
    assertThat(id(" 7")).isNotEqualTo(id(7));
    assertThat(id("a-1")).isNotEqualTo(id("A-1"));
    assertThat(id(9007199254740993L)).isNotEqualTo(id(9007199254740992L));
    assertThat(id(new BigDecimal("1E+300"))).isNotEqualTo(id(new BigDecimal("1E+301")));
  }

  @Test
  void otherValuesAreNoIds() {
    char[] large = new char[Id.LONGEST + 1];
    Arrays.fill(large, 'x');
    for (Object other :
        Arrays.<@Nullable Object>asList(
            null,
            Double.NaN,
            new String(large),
            LocalDate.of(2026, 1, 1),
            true,
            'x',
            Arrays.asList(7),
            Arrays.asList(8))) {
      assertThat(Id.of(other)).isNull();
    }
  }

  @Test
  void idConvertsToOtherClasses() {
    assertThat(id("7").as(long.class)).isEqualTo(7L);
    assertThat(id("7").as(Integer.class)).isEqualTo(7);
    assertThat(id("7").as(BigInteger.class)).isEqualTo(BigInteger.valueOf(7));
    assertThat(id("7.5").as(double.class)).isEqualTo(7.5);
    assertThat(id(7L).as(String.class)).isEqualTo("7");
    assertThat(id(7L).as(CharSequence.class)).isEqualTo("7");
    assertThat(id(7L).as(int.class)).isEqualTo(7);
    assertThat(id(7L).as(Object.class)).isEqualTo(7L);
    assertThat(id(TEXT).as(UUID.class)).isEqualTo(UUID.fromString(TEXT));
    assertThat(id(TEXT.toUpperCase()).as(UUID.class)).isEqualTo(UUID.fromString(TEXT));
    assertThat(id(UUID.fromString(TEXT)).as(String.class)).isEqualTo(TEXT);
  }

  @Test
  void conversionNeverRoundsOrCuts() {
    assertThat(id(1L << 40).as(int.class)).isNull();
    assertThat(id("7.5").as(long.class)).isNull();
    assertThat(id("0.1").as(double.class)).isNull();
    assertThat(id("07").as(long.class)).isNull();
    assertThat(id("7 ").as(long.class)).isNull();
    assertThat(id("A-1").as(long.class)).isNull();
    assertThat(id("1-1-1-1-1").as(UUID.class)).isNull();
    assertThat(id(7L).as(LocalDate.class)).isNull();
  }
}
