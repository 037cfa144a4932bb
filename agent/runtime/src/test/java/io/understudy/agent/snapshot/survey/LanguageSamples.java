package io.understudy.agent.snapshot.survey;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.logging.Level;

/**
 * Values of java.lang and java.util: texts, numbers, locales, statistics and members of classes.
 */
final class LanguageSamples extends SampleGroup {
  @Override
  void fill() {
    put("String", () -> new String("a"), () -> "b");
    put("StringBuilder", () -> new StringBuilder("a"), () -> new StringBuilder("b"));
    put("StringBuffer", () -> new StringBuffer("a"), () -> new StringBuffer("b"));
    put("Integer", () -> Integer.valueOf("1000"), () -> 1001);
    put("Double", () -> Double.valueOf("1.5"), () -> 1.25);
    put("Character", () -> 'a', () -> 'b');
    put("Boolean", () -> true, () -> false);
    put("Class", () -> String.class, () -> Integer.class);
    put("enum", () -> TimeUnit.DAYS, () -> TimeUnit.HOURS);
    put("BigDecimal", () -> new BigDecimal("1.10"), () -> new BigDecimal("1.11"));
    put("BigInteger", () -> new BigInteger("10"), () -> new BigInteger("11"));
    put("MathContext", () -> new MathContext(3), () -> new MathContext(3, RoundingMode.DOWN));
    put("UUID", () -> new UUID(1, 2), () -> new UUID(1, 3));
    put("BitSet", () -> BitSet.valueOf(new long[] {5}), () -> BitSet.valueOf(new long[] {6}));
    put("Locale", () -> new Locale("de", "AT"), () -> new Locale("de", "CH"));
    put(
        "Locale.Builder",
        () -> new Locale.Builder().setLanguage("de"),
        () -> new Locale.Builder().setLanguage("fr"));
    put(
        "LanguageRange",
        () -> new Locale.LanguageRange("de"),
        () -> new Locale.LanguageRange("fr"));
    put("Currency", () -> Currency.getInstance("EUR"), () -> Currency.getInstance("USD"));
    put("Optional", () -> Optional.of("a"), () -> Optional.of("b"));
    put("OptionalInt", () -> OptionalInt.of(1), () -> OptionalInt.of(2));
    put("OptionalLong", () -> OptionalLong.of(1), () -> OptionalLong.of(2));
    put("OptionalDouble", () -> OptionalDouble.of(1), () -> OptionalDouble.of(2));
    put("SimpleEntry", () -> entry("a"), () -> entry("b"));
    put(
        "SimpleImmutableEntry",
        () -> new AbstractMap.SimpleImmutableEntry<>("k", 1),
        () -> new AbstractMap.SimpleImmutableEntry<>("k", 2));
    put("StringJoiner", () -> new StringJoiner(",").add("a"), () -> new StringJoiner(",").add("b"));
    put("IntSummaryStatistics", () -> ints(1, 2), () -> ints(1, 3));
    put("LongSummaryStatistics", () -> longs(1), () -> longs(2));
    put("DoubleSummaryStatistics", () -> doubles(1), () -> doubles(2));
    put("StackTraceElement", () -> frame(1), () -> frame(2));
    put("UnicodeBlock", () -> Character.UnicodeBlock.GREEK, () -> Character.UnicodeBlock.CYRILLIC);
    put(
        "UnicodeScript",
        () -> Character.UnicodeScript.GREEK,
        () -> Character.UnicodeScript.CYRILLIC);
    put("Method", () -> method("length"), () -> method("isEmpty"));
    put(
        "Field",
        () -> Integer.class.getField("MAX_VALUE"),
        () -> Integer.class.getField("MIN_VALUE"));
    put(
        "Constructor",
        () -> String.class.getConstructor(),
        () -> String.class.getConstructor(String.class));
    put(
        "Parameter",
        () -> String.class.getMethod("charAt", int.class).getParameters()[0],
        () -> String.class.getMethod("substring", int.class, int.class).getParameters()[1]);
    put("ParameterizedType", () -> generic("listOfText"), () -> generic("listOfNumbers"));
    put(
        "MethodType",
        () -> MethodType.methodType(int.class),
        () -> MethodType.methodType(long.class));
    put("Package", () -> String.class.getPackage(), () -> List.class.getPackage());
    put("Attributes.Name", () -> new Attributes.Name("a"), () -> new Attributes.Name("b"));
    put("CRC32", () -> checksum(1), () -> checksum(2));
    put("Level", () -> Level.parse("INFO"), () -> Level.WARNING);
  }

  List<String> listOfText = new ArrayList<>();
  List<Integer> listOfNumbers = new ArrayList<>();

  private static Object generic(String field) throws NoSuchFieldException {
    return LanguageSamples.class.getDeclaredField(field).getGenericType();
  }

  private static Method method(String name) throws NoSuchMethodException {
    return String.class.getMethod(name);
  }

  private static Object checksum(int value) {
    java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
    checksum.update(value);
    return checksum;
  }

  private static Object entry(String value) {
    return new AbstractMap.SimpleEntry<>("k", value);
  }

  private static StackTraceElement frame(int line) {
    return new StackTraceElement("C", "m", "C.java", line);
  }

  private static IntSummaryStatistics ints(int... values) {
    return Arrays.stream(values).summaryStatistics();
  }

  private static LongSummaryStatistics longs(long value) {
    LongSummaryStatistics statistics = new LongSummaryStatistics();
    statistics.accept(value);
    return statistics;
  }

  private static DoubleSummaryStatistics doubles(double value) {
    DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
    statistics.accept(value);
    return statistics;
  }
}
