package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FreezerScalarTest {
  enum Colour {
    RED,
    GREEN {
      @Override
      int light() {
        return 2;
      }
    };

    int light() {
      return 1;
    }
  }

  static final class Plain extends BigDecimal {
    Plain(String text) {
      super(text);
    }

    @Override
    public String toString() {
      return "plainly " + super.toString();
    }
  }

  static final class Money extends BigDecimal {
    final String currency;

    Money(String text, String currency) {
      super(text);
      this.currency = currency;
    }
  }

  static final class Liar extends BigInteger {
    Liar() {
      super("1");
    }

    @Override
    public int compareTo(BigInteger other) {
      return 0;
    }
  }

  static final class Day extends Date {
    Day(long millis) {
      super(millis);
    }
  }

  private static Object freeze(Object live) throws Uncapturable {
    Object frozen = Freezer.freeze(live, new Meter(Bounds.DEFAULT));
    assertThat(frozen).isNotNull();
    return java.util.Objects.requireNonNull(frozen);
  }

  private static String scalar(Object live) {
    Shape shape = StandardShapes.of(live);
    return shape.scalar() + " " + shape.plain(live);
  }

  @Test
  void largeValueIsMeteredBeforeItIsCopied() {
    BitSet bits = new BitSet();
    bits.set(8_000_000);
    for (Object large : new Object[] {bits, ByteBuffer.allocate(1_000_000)}) {
      assertThatThrownBy(() -> Freezer.freeze(large, new Meter(new Bounds(9, 1_000, 1))))
          .isInstanceOf(Uncapturable.class)
          .hasMessage("more than 1000 bytes");
    }
  }

  @Test
  void bufferIsItsRemainingBytes() {
    ByteBuffer direct = ByteBuffer.allocateDirect(4);
    direct.putInt(0, 7).get();

    assertThat(FrozenText.frozen(direct)).isEqualTo("[0, 0, 7]");
    assertThat(direct.position()).isEqualTo(1);
  }

  @Test
  void formatterIncludesItsLocale() {
    DateTimeFormatter french = DateTimeFormatter.ofPattern("MMM", Locale.FRENCH);
    assertThat(StandardShapes.of(french).plain(french))
        .isEqualTo(
            StandardShapes.of(french).plain(DateTimeFormatter.ofPattern("MMM", Locale.FRENCH)))
        .isNotEqualTo(
            StandardShapes.of(french).plain(DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH)));
  }

  @Test
  void nullIsNull() throws Uncapturable {
    assertThat(Freezer.freeze(null, new Meter(Bounds.DEFAULT))).isNull();
  }

  @Test
  void immutableScalarsAreKeptByReference() throws Uncapturable {
    for (Object live :
        new Object[] {
          new String("text"),
          12345,
          new BigDecimal("1.50"),
          LocalDate.of(2026, 11, 20),
          Instant.EPOCH.atZone(ZoneOffset.UTC),
          UUID.randomUUID(),
          URI.create("urn:x"),
          Colour.GREEN,
          TimeUnit.DAYS,
          String.class,
          Pattern.compile("a+"),
          new Plain("1.5"),
          ZoneOffset.UTC
        }) {
      assertThat(freeze(live)).isSameAs(live);
      assertThat(StandardShapes.of(live).immutable()).isTrue();
    }
  }

  @Test
  void mutableScalarsAreCopiedToTheSameClass() throws Uncapturable {
    BitSet bits = new BitSet();
    bits.set(3);
    for (Object live :
        new Object[] {
          new Date(5),
          new Timestamp(5),
          new Time(5),
          new java.sql.Date(5),
          new Day(5),
          bits,
          new GregorianCalendar(2026, Calendar.MAY, 1),
          TimeZone.getTimeZone("Europe/Paris"),
          new java.text.SimpleDateFormat("yyyy")
        }) {
      Object kept = freeze(live);
      assertThat(kept).isNotSameAs(live).isEqualTo(live);
      assertThat(kept.getClass()).isSameAs(live.getClass());
    }
  }

  @Test
  void atomicsAndBuildersAreCopied() throws Uncapturable {
    AtomicInteger number = new AtomicInteger(7);
    StringBuilder text = new StringBuilder("before");
    Object keptNumber = freeze(number);
    Object keptText = freeze(text);
    number.set(8);
    text.append(" and after");
    assertThat(scalar(keptNumber)).isEqualTo("NUMBER 7");
    assertThat(scalar(keptText)).isEqualTo("TEXT before");
  }

  @Test
  void plainFormsByCategory() {
    LongAdder adder = new LongAdder();
    adder.add(4);
    assertThat(scalar("a")).isEqualTo("TEXT a");
    assertThat(scalar(new StringBuffer("b"))).isEqualTo("TEXT b");
    assertThat(scalar(true)).isEqualTo("BOOLEAN true");
    assertThat(scalar(new AtomicBoolean(true))).isEqualTo("BOOLEAN true");
    assertThat(scalar('c')).isEqualTo("CHARACTER c");
    assertThat(scalar(new AtomicLong(3))).isEqualTo("NUMBER 3");
    assertThat(scalar(adder)).isEqualTo("NUMBER 4");
    assertThat(scalar(Colour.GREEN)).isEqualTo("ENUM GREEN");
    assertThat(scalar(new Date(0))).isEqualTo("INSTANT 1970-01-01T00:00:00Z");
    assertThat(scalar(Instant.EPOCH.atOffset(ZoneOffset.ofHours(2))))
        .isEqualTo("INSTANT 1970-01-01T00:00:00Z");
    assertThat(scalar(java.sql.Date.valueOf("2026-11-20"))).isEqualTo("LOCAL_DATE 2026-11-20");
    assertThat(scalar(LocalTime.NOON)).isEqualTo("LOCAL_TIME 12:00");
    assertThat(scalar(Integer.class)).isEqualTo("CLASS java.lang.Integer");
    assertThat(scalar(Pattern.compile("a", Pattern.DOTALL))).isEqualTo("OTHER a with flags 32");
  }

  @Test
  void timeKeepsItsMilliseconds() {
    long noon = Time.valueOf("12:00:00").getTime();
    assertThat(scalar(new Time(noon + 7))).isEqualTo("LOCAL_TIME 12:00:00.007");
  }

  @Test
  void readingCalendarDoesNotChangeIt() throws Uncapturable {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    calendar.setLenient(false);
    calendar.clear();
    calendar.set(2026, Calendar.MAY, 1);
    assertThat(scalar(freeze(calendar))).isEqualTo("INSTANT 2026-05-01T00:00:00Z");
    assertThat(calendar.isSet(Calendar.DAY_OF_YEAR)).isFalse();
  }

  @Test
  void enumConstantWithBodyHasTheEnumsName() {
    assertThat(StandardShapes.of(Colour.GREEN).typeName()).isEqualTo(Colour.class.getName());
  }

  @Test
  void valueSubclassWithStateIsOpaque() {
    assertThat(FrozenText.frozen(new Money("1", "EUR")))
        .isEqualTo(
            "uncapturable: "
                + Money.class.getName()
                + " extends java.math.BigDecimal with fields or methods of its own,"
                + " so its value cannot be read safely");
    assertThat(FrozenText.frozen(new Liar()))
        .contains("java.math.BigInteger with fields or methods");
  }

  @Test
  void textOfApplicationClassBecomesString() throws Uncapturable {
    CharSequence own =
        new CharSequence() {
          @Override
          public int length() {
            return 2;
          }

          @Override
          public char charAt(int index) {
            return 'x';
          }

          @Override
          public CharSequence subSequence(int start, int end) {
            return this;
          }

          @Override
          public String toString() {
            return "xx";
          }
        };
    assertThat(freeze(own)).isEqualTo("xx");
    assertThat(freeze(Collections.singletonMap(own, own)).toString()).contains("MAP, 1");
  }
}
