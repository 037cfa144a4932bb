package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.walk.SampleTypes.Colour;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For each explanation: pairs that it explains, and similar pairs that it must not explain. */
final class ExplanationCases {
  private final Map<String, ExplanationCases.Row> rows = new LinkedHashMap<>();

  private ExplanationCases() {}

  static Map<String, Row> all() {
    ExplanationCases all = new ExplanationCases();
    all.forms();
    all.rounding();
    all.factors();
    all.digits();
    all.dates();
    all.times();
    all.writing();
    all.texts();
    all.sorts();
    all.nothing();
    all.lists();
    all.failures();
    return all.rows;
  }

  /** Pairs that an explanation explains, and pairs that it does not. */
  static final class Row {
    final List<Outcome[]> holds = new ArrayList<>();
    final List<Outcome[]> fails = new ArrayList<>();

    Row not(@Nullable Object control, @Nullable Object candidate) {
      fails.add(pair(control, candidate));
      return this;
    }

    Row also(@Nullable Object control, @Nullable Object candidate) {
      holds.add(pair(control, candidate));
      return this;
    }

    private static Outcome[] pair(@Nullable Object control, @Nullable Object candidate) {
      return new Outcome[] {outcome(control), outcome(candidate)};
    }

    private static Outcome outcome(@Nullable Object end) {
      return end instanceof ThrownException
          ? Outcome.threw((ThrownException) end)
          : Outcome.returned(end);
    }
  }

  private Row row(String name, @Nullable Object control, @Nullable Object candidate) {
    Row row = new Row().also(control, candidate);
    rows.put(name, row);
    return row;
  }

  private static BigDecimal d(String decimal) {
    return new BigDecimal(decimal);
  }

  private void forms() {
    row("trailing zeros", d("2.50"), d("2.5")).also("2.50", "2.5").not(d("2.50"), d("2.51"));
    row("number type", 1, 1L).not(1, 2L);
    row("negative zero", 0.0, -0.0).not(0.0, -0.1);
    row("double precision", 0.1, d("0.1"))
        .also((1L << 53) + 1, (double) (1L << 53))
        .not(0.1, d("0.1001"));
    row("float precision", 0.1f, 0.1).also(0.1f, d("0.1")).not(0.1f, 0.11);
    row("binary noise", 0.1 + 0.2, 0.3).not(0.3, 0.3001).not(d("0.3"), d("0.30000000000000001"));
  }

  private void rounding() {
    row("rounding HALF_UP/HALF_EVEN", d("12.35"), d("12.34"))
        .also(-0.35, -0.34)
        .not(d("12.36"), d("12.35"))
        .not(d("12.34"), d("12.35"));
    row("rounding HALF_EVEN/HALF_UP", d("12.34"), d("12.35")).not(d("12.35"), d("12.36"));
    row("rounding HALF_UP/DOWN", d("12.36"), d("12.35")).not(d("12.35"), d("12.36")).not(6, 5);
    row("rounding DOWN/HALF_UP", d("12.35"), d("12.36")).not(d("12.35"), d("12.37"));
    row("last place", d("0.999"), d("1.000")).not(d("0.99"), d("1.000"));
    row("rounded by candidate", d("12.3461"), d("12.35"))
        .not(d("12.3461"), d("12.36"))
        .not(d("12.35"), d("12.3461"));
    row("rounded by control", d("12"), d("12.4")).not(d("12"), d("12.6"));
    row("rounded by candidate HALF_EVEN", d("12.345"), d("12.34")).not(d("12.345"), d("12.35"));
    row("rounded by candidate HALF_UP", d("12.345"), d("12.35")).not(d("12.3451"), d("12.35"));
    row("rounded by candidate HALF_DOWN", d("12.355"), d("12.35")).not(d("12.3551"), d("12.35"));
    row("rounded by candidate to 100", 1234, 1200).not(1250, 1200);
    row("rounded by candidate to 0.05", d("12.37"), d("12.35")).not(d("12.32"), d("12.35"));
    row("truncated by candidate", d("12.349"), d("12.34"))
        .also(-12.9, -12)
        .not(d("12.349"), d("12.35"));
    row("rounded up by candidate", d("12.341"), d("12.35")).not(d("12.341"), d("12.34"));
  }

  private void factors() {
    row("sign", d("12.50"), d("-12.50")).not(d("12.50"), d("-12.49"));
    row("percent for fraction", d("0.19"), 19).not(d("1.9"), 190);
    row("factor 100", d("12.34"), 1234L).not(d("12.34"), 1235L).not(0, 100);
    row("factor 0.001", 1500, d("1.5")).not(1500, d("1.6"));
    row("factor 2", d("100.50"), 201).not(d("100.50"), d("201.01"));
    row("factor 1/12", 36_000, 3_000).not(36_000, 3_001);
    row("factor 365/360", d("360.72"), d("365.73")).not(d("360.72"), d("365.74"));
    row("reciprocal", d("1.0873"), d("0.9197")).also(0.8, 1.25).not(d("1.0873"), d("0.9198"));
    row("complement to 1", d("0.3"), d("0.7")).not(d("0.3"), d("0.71"));
  }

  private void digits() {
    row("off by one", 12, 13).not(12, 14).not(d("12.5"), d("13.5"));
    row("overflow 2^32", 3_000_000_000L, -1_294_967_296).not(3_000_000_000L, -1_294_967_295);
    row("overflow 2^16", 65_535, -1).not(65_535, -2);
    row("overflow 2^64", BigInteger.ONE.shiftLeft(64), 0L).not(BigInteger.ONE.shiftLeft(65), 1L);
    row("capped at 2^31", 3_000_000_000L, Integer.MAX_VALUE)
        .not(3_000_000_000L, Integer.MAX_VALUE - 1);
    row("transposed digits", 1324, 1234)
        .also(d("12.35"), d("12.53"))
        .not(1432, 1234)
        .not(1324, 1225);
    row("NaN for zero", Double.NaN, 0.0).not(Double.NaN, 1.0);
    row("NaN for infinity", Double.NaN, Double.POSITIVE_INFINITY).not(Double.NaN, 0.0);
    row("infinity for the largest", Double.POSITIVE_INFINITY, Double.MAX_VALUE)
        .not(Double.POSITIVE_INFINITY, 1e300);
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private void dates() {
    row("off by one day", day("2026-11-18"), day("2026-11-19"))
        .also("2026-11-18", "2026-11-19")
        .not(day("2026-11-18"), day("2026-11-20"));
    row("off by one week", day("2026-11-18"), day("2026-11-25"))
        .not(day("2026-11-18"), day("2026-11-26"));
    row("off by one month", day("2026-01-31"), day("2026-02-28"))
        .not(day("2026-01-31"), day("2026-03-01"));
    row("off by one year", day("2026-11-18"), day("2025-11-18"))
        .not(day("2026-11-18"), day("2025-11-19"));
    row("day and month swapped", day("2026-03-12"), day("2026-12-03"))
        .also("03/12/2026", "12/03/2026")
        .not(day("2026-03-12"), day("2025-12-03"));
    row("two-digit year", day("1926-05-01"), day("2026-05-01"))
        .also(day("0026-05-01"), day("2026-05-01"))
        .not(day("2016-05-01"), day("2026-05-01"));
    row("week year", day("2024-12-30"), day("2025-12-30"))
        .not(day("2024-06-30"), day("2025-06-30"));
    row("leap day", day("2024-02-29"), day("2024-03-01")).not(day("2025-02-28"), day("2025-03-01"));
    row("30/360", day("2026-03-31"), day("2026-03-30")).not(day("2026-03-30"), day("2026-03-29"));
    row("month end", day("2026-04-30"), day("2026-05-01"))
        .not(day("2026-04-29"), day("2026-04-30"));
    row("weekend", day("2026-11-21"), day("2026-11-23"))
        .not(day("2026-11-21"), day("2026-11-24"))
        .not(day("2026-11-18"), day("2026-11-20"));
    row("Julian calendar", day("1500-01-01"), day("1500-01-10"))
        .not(day("1700-01-01"), day("1700-01-10"));
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  private static ZonedDateTime berlin(String local) {
    return ZonedDateTime.parse(local + "[Europe/Berlin]");
  }

  private void times() {
    row("time zone +05:30", at("2026-11-20T06:30:00Z"), at("2026-11-20T12:00:00Z"))
        .not(at("2026-11-20T06:30:00Z"), at("2026-11-20T12:01:00Z"));
    row("daylight saving", berlin("2026-07-01T12:00+02:00"), berlin("2026-07-01T13:00+02:00"))
        .not(berlin("2026-01-15T12:00+01:00"), berlin("2026-01-15T13:00+01:00"));
    row("off by one hour", LocalTime.parse("23:30"), LocalTime.parse("00:30"))
        .not(LocalTime.parse("23:30"), LocalTime.parse("00:31"));
    row("off by one minute", at("2026-11-20T06:30:00Z"), at("2026-11-20T06:31:00Z"))
        .not(at("2026-11-20T06:30:00Z"), at("2026-11-20T06:31:01Z"));
    row("off by one second", at("2026-11-20T06:30:00Z"), at("2026-11-20T06:29:59Z"))
        .not(at("2026-11-20T06:30:00Z"), at("2026-11-20T06:29:59.001Z"));
    row("twelve hours", LocalTime.parse("02:15"), LocalTime.parse("14:15"))
        .not(LocalTime.parse("02:15"), LocalTime.parse("14:16"));
    row(
            "same local time",
            OffsetDateTime.parse("2026-11-20T12:00+01:00"),
            OffsetDateTime.parse("2026-11-20T12:00Z"))
        .not(
            OffsetDateTime.parse("2026-11-20T12:00+01:00"),
            OffsetDateTime.parse("2026-11-20T13:00Z"));
    row(
            "same instant",
            OffsetDateTime.parse("2026-11-20T12:00+01:00"),
            OffsetDateTime.parse("2026-11-20T11:00Z"))
        .also("2026-11-20T12:00:00Z", "2026-11-20T13:00:00+01:00")
        .not(
            OffsetDateTime.parse("2026-11-20T12:00+01:00"),
            OffsetDateTime.parse("2026-11-20T11:01Z"));
    row(
            "cut to millis by candidate",
            at("2026-11-20T06:30:00.123999Z"),
            at("2026-11-20T06:30:00.123Z"))
        .not(at("2026-11-20T06:30:00.123999Z"), at("2026-11-20T06:30:00.124Z"));
    row(
            "rounded to millis by candidate",
            at("2026-11-20T06:30:00.123999Z"),
            at("2026-11-20T06:30:00.124Z"))
        .not(at("2026-11-20T06:30:00.123999Z"), at("2026-11-20T06:30:00.125Z"));
    row(
            "cut to days by control",
            LocalDateTime.parse("2026-11-20T00:00"),
            LocalDateTime.parse("2026-11-20T06:30"))
        .not(LocalDateTime.parse("2026-11-20T00:00"), LocalDateTime.parse("2026-11-21T06:30"));
    row(
            "end of day",
            LocalDateTime.parse("2026-11-21T00:00"),
            LocalDateTime.parse("2026-11-20T23:59:59.999"))
        .not(
            LocalDateTime.parse("2026-11-20T00:00"),
            LocalDateTime.parse("2026-11-20T23:59:59.999"));
    row("seconds for milliseconds", at("2026-11-20T06:30:00Z"), at("1970-01-21T18:39:16.200Z"))
        .not(at("2026-11-20T06:30:00Z"), at("1970-01-21T18:39:16.201Z"));
    row("factor 1000", Duration.ofMillis(1500), Duration.ofSeconds(1500))
        .not(Duration.ofMillis(1500), Duration.ofSeconds(1501));
  }

  private void writing() {
    row("case", "Müller", "MÜLLER").also(Colour.RED, "red").not("Müller", "MULLER");
    row("line ends", "a\r\nb", "a\nb").not("a\r\nb", "a b");
    row("padding", "AB  ", "AB").not(" AB", "AB");
    row("surrounding whitespace", " AB", "AB").not("A B", "AB");
    row("whitespace", "DE12 3456", "DE123456").not("DE12-3456", "DE123456");
    row("unicode form", "u\u0308", "\u00fc").not("u", "\u00fc");
    row("compatibility form", "\ufb01n", "fin").not("\ufb01n", "fim");
    row("invisible characters", "\ufeffAB", "AB").also("A\u200bB", "AB").not("AxB", "AB");
    row("markup escapes", "A &amp; B", "A & B").also("&#228;", "\u00e4").not("A &amp; B", "A + B");
    row("url escapes", "a%20b", "a b").not("a%21b", "a b");
    row("backslash escapes", "a\\nb", "a\nb").also("\\u00e4", "\u00e4").not("a\\tb", "a\nb");
    row("quotes", "\"AB\"", "AB").not("\"AB", "AB");
    row("typographic marks", "it\u2019s", "it's").not("it\u2019s", "its");
    row("accents", "Caf\u00e9", "Cafe").not("Caf\u00e9", "Cafa");
    row("umlauts spelled out", "M\u00fcller", "Mueller").not("M\u00fcller", "Moeller");
    row("separators", "030-12 34", "0301234").not("030-12 34", "0301235");
    row("words in another order", "Smith, John", "John Smith").not("Smith, John", "Jon Smith");
    row("case and whitespace", "ab c", "ABC").not("ab c", "ABD");
    row("case and separators", "IN_PROGRESS", "In-Progress").not("IN_PROGRESS", "Progress-In");
    row("case and umlauts spelled out", "STRASSE", "Stra\u00dfe").not("STRASE", "Stra\u00dfe");
    row("case and accents", "CAFE", "caf\u00e9").not("CAFE", "caf\u00e9s");
  }

  private void texts() {
    row("text type", 'a', "a").not('a', "b");
    row("encoding UTF-8 as ISO-8859-1", "M\u00c3\u00bcller", "M\u00fcller")
        .not("M\u00c3\u00b6ller", "M\u00fcller");
    row("encoding UTF-8 as windows-1252", "5 \u00e2\u201a\u00ac", "5 \u20ac")
        .not("5 \u00e2\u201a", "5 \u20ac");
    row("encoding lost", "M?ller", "M\u00fcller").not("M?ller", "Muller");
    row("cut text by candidate", "Internationalisation", "International")
        .also("Internationalisation", "Intern...")
        .not("Internationalisation", "Internal");
    row("cut at the front by candidate", "ID-4711", "4711").not("ID-4711", "4712");
    row("transposed characters", "Smtih", "Smith").not("Smiht", "Smtih");
    row("empty", "", "x").not(" ", "x");
    row("leading zeros", "007", "7").not("007", "70");
    row("plus sign", "+5", "5").not("+5", "6");
    row("exponent", "1E+3", "1000").not("1E+3", "1001");
    row("decimal comma", "12,50", "12.50").not("12,50", "12.51");
    row("grouping", "1,234.56", "1234.56").also("1.234,56", "1234.56").not("1,234.56", "1234.57");
    row("date format", "20.11.2026", "2026-11-20").not("20.11.2026", "2026-11-21");
  }

  private void sorts() {
    Instant noon = at("2026-11-20T12:00:00Z");
    row("number as text", d("12.50"), "12.5").not(d("12.50"), "12.51");
    row("boolean as text", true, "true").not(true, "false");
    row("flag for boolean", true, "Y").also(false, 0).not(true, "N").not(true, 2);
    row("date as text", day("2026-11-20"), "20.11.2026").not(day("2026-11-20"), "21.11.2026");
    row("value as text", noon, "2026-11-20T12:00:00Z").not(noon, "2026-11-20T12:00:01Z");
    row("enum ordinal", Colour.GREEN, 1).not(Colour.GREEN, 0);
    row("character code", 'A', 65).not('A', 66);
    row("epoch milliseconds", noon, noon.toEpochMilli()).not(noon, noon.toEpochMilli() + 1);
    row("epoch seconds", noon, noon.getEpochSecond()).not(noon, noon.getEpochSecond() + 1);
    row("epoch days", day("2026-11-20"), 20_777).not(day("2026-11-20"), 20_778);
    row("date as digits", day("2026-11-20"), 20_261_120).not(day("2026-11-20"), 20_261_121);
    row("spreadsheet days", day("2026-11-20"), 46_346).not(day("2026-11-20"), 46_347);
    row("start of the day", day("2026-11-20"), LocalDateTime.parse("2026-11-20T00:00"))
        .not(day("2026-11-20"), LocalDateTime.parse("2026-11-21T00:00"));
    row("time of day left out", LocalDateTime.parse("2026-11-20T06:30"), day("2026-11-20"))
        .not(LocalDateTime.parse("2026-11-20T06:30"), day("2026-11-21"));
    row("time zone left out", noon, LocalDateTime.parse("2026-11-20T12:00"))
        .also("2026-11-20T12:00:00+01:00", "2026-11-20T12:00:00")
        .not(noon, LocalDateTime.parse("2026-11-20T12:00:01"));
    row("list of one", list("a"), "a").not(list("a"), "b").not(list("a", "a"), "a");
    row("list for set", list("a"), Collections.singleton("a")).not(list("a"), map("a", "a"));
    row("map for object", map("content", 1), new SampleTypes.Box(1))
        .not(list(1), new SampleTypes.Box(1));
  }

  private void nothing() {
    row("null for empty", null, "").also(null, list()).not(null, " ").not(null, list(1));
    row("null for blank", null, "  ").not(null, " x");
    row("null for zero", null, d("0.00")).not(null, d("0.01"));
    row("null for false", null, false).not(null, true);
    row("null for -1", null, -1).not(null, 1);
    row("null for NaN", null, Double.NaN).not(null, 0.0);
    row("null for a default date", null, day("1970-01-01"))
        .also(at("0001-01-01T00:00:00Z"), null)
        .not(null, day("1970-01-02"));
    row("null for the word null", null, "null").also(null, "N/A").not(null, "nullify");
    row("absent for null", map("a", null), map()).not(map("a", 1), map());
    row("absent for empty", map(), map("a", "")).not(map(), map("a", "x"));
    row("absent for zero", map("a", 0), map()).not(map("a", 1), map());
  }

  private void lists() {
    row("reversed", list("a", "c", "b"), list("b", "c", "a")).not(list(1, 3, 2), list(3, 2, 1));
    row("sorted by candidate", list("c", "a", "b"), list("a", "b", "c"))
        .not(list("c", "a", "b"), list("b", "c", "a"));
    row("sorted by control", list(1, 2, 3, 4), list(1, 4, 2, 3))
        .not(list(4, 1, 2, 3), list(1, 4, 2, 3));
    row("two elements swapped", list(1, 9, 3, 2), list(1, 2, 3, 9))
        .not(list(1, 9, 3, 2), list(9, 2, 3, 1));
    row("one element moved", list(1, 9, 3, 2), list(9, 3, 2, 1))
        .not(list(1, 9, 3, 2), list(3, 2, 1, 9));
    row("rotated", list(1, 9, 3, 2), list(3, 2, 1, 9)).not(list(1, 9, 3, 2), list(3, 2, 9, 1));
    row("duplicate", list("a", "b"), list("a", "b", "b")).not(list("a", "b"), list("a", "b", "c"));
    row("cut list at 10", numbers(12), numbers(10)).not(numbers(12), numbers(11));
    row("cut list", numbers(12), numbers(11)).not(numbers(12), numbers(12).subList(1, 12));
  }

  private static List<Object> numbers(int count) {
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private void failures() {
    ThrownException state = ThrownException.of(new IllegalStateException("a"));
    ThrownException wrapped =
        ThrownException.of(new RuntimeException(new IllegalStateException("a")));
    row("wrapped by candidate", state, wrapped).not(wrapped, state);
    row("wrapped by control", wrapped, state).not(state, wrapped);
    row(
            "other package",
            ThrownException.of(new java.util.concurrent.TimeoutException()),
            ThrownException.of(new TimeoutException()))
        .not(state, ThrownException.of(new TimeoutException()));
    row("null for exception", null, state).not(1, state);
    row("exception for empty", list(), state).not(list(1), state);
  }

  private static final class TimeoutException extends Exception {
    private static final long serialVersionUID = 1;
  }
}
