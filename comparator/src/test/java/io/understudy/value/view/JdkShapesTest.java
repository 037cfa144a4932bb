package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.AbstractMap;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes of JDK classes and of application classes that extend them. */
class JdkShapesTest {
  static Stream<Arguments> immutableScalars() throws Exception {
    return Stream.of(
        Arguments.of("a", Scalar.TEXT, "a"),
        Arguments.of(true, Scalar.BOOLEAN, true),
        Arguments.of('c', Scalar.CHARACTER, 'c'),
        Arguments.of(1, Scalar.NUMBER, 1),
        Arguments.of((byte) 1, Scalar.NUMBER, (byte) 1),
        Arguments.of(new BigDecimal("1.0"), Scalar.NUMBER, new BigDecimal("1.0")),
        Arguments.of(BigInteger.TEN, Scalar.NUMBER, BigInteger.TEN),
        Arguments.of(Instant.EPOCH, Scalar.INSTANT, Instant.EPOCH),
        Arguments.of(
            OffsetDateTime.parse("1970-01-01T01:00:00+01:00"), Scalar.INSTANT, Instant.EPOCH),
        Arguments.of(
            ZonedDateTime.ofInstant(Instant.EPOCH, ZoneId.of("Asia/Tokyo")),
            Scalar.INSTANT,
            Instant.EPOCH),
        Arguments.of(LocalDate.of(2024, 2, 29), Scalar.LOCAL_DATE, LocalDate.of(2024, 2, 29)),
        Arguments.of(LocalTime.NOON, Scalar.LOCAL_TIME, LocalTime.NOON),
        Arguments.of(String.class, Scalar.CLASS, "java.lang.String"),
        Arguments.of(int[].class, Scalar.CLASS, "[I"),
        Arguments.of(TimeUnit.DAYS, Scalar.ENUM, "DAYS"),
        Arguments.of(Currency.getInstance("EUR"), Scalar.ENUM, "EUR"),
        Arguments.of(new UUID(0, 1), Scalar.OTHER, new UUID(0, 1)),
        Arguments.of(URI.create("a:b"), Scalar.OTHER, URI.create("a:b")),
        Arguments.of(new URL("http://a/"), Scalar.OTHER, "http://a/"),
        Arguments.of(Locale.GERMANY, Scalar.OTHER, Locale.GERMANY),
        Arguments.of(new File("x"), Scalar.OTHER, new File("x")),
        Arguments.of(Paths.get("x"), Scalar.OTHER, Paths.get("x")),
        Arguments.of(Duration.ZERO, Scalar.OTHER, Duration.ZERO),
        Arguments.of(Period.ZERO, Scalar.OTHER, Period.ZERO),
        Arguments.of(ZoneOffset.UTC, Scalar.OTHER, ZoneOffset.UTC),
        Arguments.of(StandardCharsets.UTF_8, Scalar.OTHER, StandardCharsets.UTF_8),
        Arguments.of(
            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
            Scalar.OTHER,
            InetAddress.getByAddress(new byte[] {127, 0, 0, 1})),
        Arguments.of(Pattern.compile("a", Pattern.DOTALL), Scalar.OTHER, "a with flags 32"));
  }

  @ParameterizedTest
  @MethodSource("immutableScalars")
  void immutableScalarHasAPlainForm(Object live, Scalar sort, Object plain) {
    Shape shape = StandardShapes.of(live);

    assertThat(shape.kind()).isEqualTo(Kind.SCALAR);
    assertThat(shape.scalar()).isEqualTo(sort);
    assertThat(shape.plain(live)).isEqualTo(plain);
    assertThat(shape.keep(live)).isSameAs(live);
    assertThat(shape.immutable()).isTrue();
    assertThat(shape.sharable()).isTrue();
  }

  static Stream<Arguments> mutableScalars() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    calendar.setTimeInMillis(0);
    LongAdder adder = new LongAdder();
    adder.add(3);
    DoubleAdder doubles = new DoubleAdder();
    doubles.add(0.5);
    BitSet bits = new BitSet();
    bits.set(2);
    return Stream.of(
        Arguments.of(new StringBuilder("a"), Scalar.TEXT, "a"),
        Arguments.of(new StringBuffer("b\u20ac"), Scalar.TEXT, "b\u20ac"),
        Arguments.of(new Date(0), Scalar.INSTANT, Instant.EPOCH),
        Arguments.of(calendar, Scalar.INSTANT, Instant.EPOCH),
        Arguments.of(new AtomicBoolean(true), Scalar.BOOLEAN, true),
        Arguments.of(new AtomicInteger(1), Scalar.NUMBER, 1),
        Arguments.of(new AtomicLong(2), Scalar.NUMBER, 2L),
        Arguments.of(adder, Scalar.NUMBER, 3L),
        Arguments.of(doubles, Scalar.NUMBER, 0.5),
        Arguments.of(bits, Scalar.OTHER, bits),
        Arguments.of(TimeZone.getTimeZone("UTC"), Scalar.OTHER, TimeZone.getTimeZone("UTC")),
        Arguments.of(new DecimalFormat("0.0"), Scalar.OTHER, new DecimalFormat("0.0")));
  }

  @ParameterizedTest
  @MethodSource("mutableScalars")
  void mutableScalarIsCopied(Object live, Scalar sort, Object plain) {
    Shape shape = StandardShapes.of(live);
    Object copy = shape.keep(live);

    assertThat(shape.scalar()).isEqualTo(sort);
    assertThat(shape.plain(live)).isEqualTo(plain);
    assertThat(copy).isNotSameAs(live).hasSameClassAs(live);
    assertThat(shape.plain(copy)).isEqualTo(plain);
    assertThat(shape.immutable()).isFalse();
    assertThat(shape.bytes(live)).isPositive();
  }

  @Test
  void estimatedBytes() {
    assertThat(bytes(1)).isEqualTo(32);
    assertThat(bytes("four")).isEqualTo(40);
    assertThat(bytes(new StringBuilder("four"))).isEqualTo(40);
    assertThat(bytes(new StringBuffer("four"))).isEqualTo(40);
    assertThat(bytes(BigInteger.ONE.shiftLeft(800))).isEqualTo(132);
    assertThat(bytes(new BitSet(640))).isEqualTo(112);
  }

  private static long bytes(Object live) {
    return StandardShapes.of(live).bytes(live);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(""),
        Arguments.of("latin \u00e4\u00ff"),
        Arguments.of("euro \u20ac"),
        Arguments.of("pair \ud83d\ude00"),
        Arguments.of("half \ud83d"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void bufferKeepsEveryCharacter(String text) {
    StringBuffer buffer = new StringBuffer(100).append(text);

    assertThat(StandardShapes.of(buffer).plain(buffer)).isEqualTo(text);
    assertThat(StandardShapes.of(buffer).keep(buffer)).hasToString(text);
  }

  private static final class Plain extends BigDecimal {
    private static final long serialVersionUID = 1;

    Plain(String text) {
      super(text);
    }

    @Override
    public String toString() {
      return "plain";
    }
  }

  private static final class Rounded extends BigDecimal {
    private static final long serialVersionUID = 1;

    Rounded(String text) {
      super(text);
    }

    @Override
    public int signum() {
      return 0;
    }
  }

  private static final class Day extends Date {
    private static final long serialVersionUID = 1;

    Day(long millis) {
      super(millis);
    }
  }

  private static final class Term extends Date {
    private static final long serialVersionUID = 1;
    final int days = 1;
  }

  private static final class Iso extends SimpleDateFormat {
    private static final long serialVersionUID = 1;
  }

  @Test
  void subclassWithoutStateIsAValue() {
    Day day = new Day(0);
    Object copy = StandardShapes.of(day).keep(day);

    assertThat(StandardShapes.of(new Plain("1.5")).scalar()).isEqualTo(Scalar.NUMBER);
    assertThat(StandardShapes.of(new Plain("1.5")).immutable()).isTrue();
    assertThat(StandardShapes.of(day).plain(day)).isEqualTo(Instant.EPOCH);
    assertThat(copy).isInstanceOf(Day.class).isNotSameAs(day);
    assertThat(StandardShapes.of(new Iso()).keep(new Iso())).isInstanceOf(Iso.class);
  }

  @Test
  void subclassWithStateOrOverridesIsOpaque() {
    assertThat(FrozenText.frozen(new Term()))
        .isEqualTo(
            "uncapturable: "
                + Term.class.getName()
                + " extends java.util.Date with fields or methods of its own,"
                + " so its value cannot be read safely");
    assertThat(FrozenText.frozen(new Rounded("1")))
        .startsWith("uncapturable: " + Rounded.class.getName() + " extends java.math.BigDecimal");
  }

  static Stream<Arguments> opaqueObjects() {
    Supplier<String> lambda = () -> "x";
    return Stream.of(
        Arguments.of(lambda, "a lambda of java.util.function.Supplier cannot be looked into"),
        Arguments.of(
            Proxy.newProxyInstance(
                JdkShapesTest.class.getClassLoader(),
                new Class<?>[] {Runnable.class},
                (proxy, method, arguments) -> null),
            "a dynamic proxy of java.lang.Runnable cannot be looked into"),
        Arguments.of(
            new Order$ByteBuddy$x(),
            "a generated proxy of Order$ByteBuddy$x cannot be looked into"),
        Arguments.of(
            new ByteArrayInputStream(new byte[0]),
            "java.io.ByteArrayInputStream can be read only once"),
        Arguments.of(
            java.util.Base64.getEncoder(),
            "java.util.Base64$Encoder is a JDK type of unknown content"),
        Arguments.of(
            new java.util.concurrent.locks.ReentrantLock(),
            "java.util.concurrent.locks.ReentrantLock belongs to threads, not to a value"));
  }

  @SuppressWarnings("checkstyle:TypeName")
  private static final class Order$ByteBuddy$x {}

  @ParameterizedTest
  @MethodSource("opaqueObjects")
  void objectWithoutReadableContentIsOpaque(Object live, String reason) {
    assertThat(FrozenText.frozen(live)).isEqualTo("uncapturable: " + reason);
    assertThat(StandardShapes.of(live).kind()).isEqualTo(Kind.OPAQUE);
  }

  @Test
  void entryIsARecordOfKeyAndValue() {
    assertThat(FrozenText.frozen(new AbstractMap.SimpleEntry<>("k", 1)))
        .isEqualTo("{key: k, value: 1}");
    assertThat(FrozenText.frozen(new Object())).isEqualTo("{}");
  }

  @Test
  void formatterIsItsSettings() {
    DateTimeFormatter german = DateTimeFormatter.ofPattern("MMM", Locale.GERMAN);
    Shape shape = StandardShapes.of(german);

    assertThat(shape.plain(german))
        .isEqualTo(shape.plain(DateTimeFormatter.ofPattern("MMM", Locale.GERMAN)))
        .isNotEqualTo(shape.plain(DateTimeFormatter.ofPattern("MMM", Locale.FRENCH)))
        .isNotEqualTo(shape.plain(german.withZone(ZoneOffset.UTC)));
  }

  @Test
  void typeNamesOfAShape() {
    assertThat(StandardShapes.ofInstances(Day.class).typeNames())
        .startsWith(Day.class.getName(), "java.util.Date")
        .endsWith("java.lang.Object");
    assertThat(Freezer.unread(1, "why"))
        .satisfies(
            frozen -> {
              assertThat(StandardShapes.of(java.util.Objects.requireNonNull(frozen)).typeNames())
                  .containsExactly("java.lang.Integer");
            });
  }
}
