package io.understudy.compare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdConversionTest {
  @ParameterizedTest
  @CsvSource({
    "127, java.lang.Byte, 127",
    "128, java.lang.Byte,",
    "-128, java.lang.Byte, -128",
    "32767, java.lang.Short, 32767",
    "32768, java.lang.Short,",
    "2147483647, java.lang.Integer, 2147483647",
    "2147483648, java.lang.Integer,",
    "9223372036854775807, java.lang.Long, 9223372036854775807",
    "9223372036854775808, java.lang.Long,",
    "9223372036854775808, java.math.BigInteger, 9223372036854775808",
    "7.5, java.math.BigInteger,",
    "7.5, java.math.BigDecimal, 7.5",
    "0.5, java.lang.Double, 0.5",
    "0.5, java.lang.Float, 0.5",
    "0.1, java.lang.Double,",
    "16777217, java.lang.Float,",
    "16777217, java.lang.Double, 1.6777217E7",
    "7, java.lang.String, 7",
    "7, java.util.concurrent.atomic.AtomicLong,",
    "7, java.util.UUID,",
    "7, java.lang.Boolean,",
    "-0, java.lang.Long,",
    "0, java.lang.Long, 0",
    "+7, java.lang.Long,",
    "7., java.lang.Long,",
    "7.0, java.lang.Long,",
    "1e3, java.lang.Long,",
    "'', java.lang.Long,",
  })
  void textConverts(String text, Class<?> type, String expected) {
    Object converted = id(text).as(type);
    if (expected == null) {
      assertThat(converted).isNull();
    } else {
      assertThat(converted).isInstanceOf(type).hasToString(expected);
    }
  }

  @Test
  void primitiveClassConvertsLikeItsBox() {
    assertThat(id("7").as(byte.class)).isEqualTo((byte) 7);
    assertThat(id("7").as(short.class)).isEqualTo((short) 7);
    assertThat(id("7").as(int.class)).isEqualTo(7);
    assertThat(id("7").as(long.class)).isEqualTo(7L);
    assertThat(id("7").as(float.class)).isEqualTo(7f);
    assertThat(id("7").as(double.class)).isEqualTo(7d);
    assertThat(id("7").as(boolean.class)).isNull();
    assertThat(id("7").as(char.class)).isNull();
    assertThat(id("7").as(void.class)).isNull();
  }

  @Test
  void ownObjectIsReturnedUnchanged() {
    BigDecimal number = new BigDecimal("7.00");
    assertThat(id(number).as(BigDecimal.class)).isSameAs(number);
    assertThat(id(number).as(Number.class)).isSameAs(number);
    assertThat(id(number).as(Object.class)).isSameAs(number);
    assertThat(id(number).as(Comparable.class)).isSameAs(number);
    UUID uuid = new UUID(1, 2);
    assertThat(id(uuid).as(UUID.class)).isSameAs(uuid);
    assertThat(id("x").as(Serializable.class)).isEqualTo("x");
  }

  @Test
  void typesWithoutIdsGetNothing() {
    assertThat(id("2026-11-20").as(LocalDate.class)).isNull();
    assertThat(id("x").as(int[].class)).isNull();
    assertThat(id("1").as(Number.class)).as("no concrete class").isNull();
  }

  @Test
  void uuidTextMustBeTheCanonicalForm() {
    String text = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    assertThat(id(text).as(UUID.class)).isEqualTo(UUID.fromString(text));
    assertThat(id(text.replace("-", "")).as(UUID.class)).isNull();
    assertThat(id(text + " ").as(UUID.class)).isNull();
    assertThat(id("0-0-0-0-0").as(UUID.class)).isNull();
  }

  @Test
  void extremeNumbersAreIdsByTheirShortestText() {
    assertThat(id(new BigDecimal("1E+100")).text()).hasSize(101).startsWith("1000");
    assertThat(id(new BigDecimal("1E+101")).text()).isEqualTo("1E+101");
    assertThat(id(new BigDecimal("1E-101")).text()).isEqualTo("1E-101");
    assertThat(id(new BigDecimal("0E+500")).text()).isEqualTo("0");
    assertThat(id(-0.0)).isEqualTo(id(0));
    assertThat(Id.of(BigInteger.TEN.pow(600).add(BigInteger.ONE))).isNull();
    assertThat(Id.of(Double.POSITIVE_INFINITY)).isNull();
  }

  @Test
  void idPrintsItsTextAndKnowsItsSize() {
    assertThat(id("A-17")).hasToString("A-17");
    assertThat(id("A-17").bytes()).isEqualTo(88);
    assertThat(id("A-17")).isNotEqualTo("A-17");
    assertThat(id("A-17").plain()).isEqualTo("A-17");
    assertThat(id(7L).plain()).isEqualTo(7L);
  }

  private static Id id(Object object) {
    return IdentitiesTest.id(object);
  }
}
