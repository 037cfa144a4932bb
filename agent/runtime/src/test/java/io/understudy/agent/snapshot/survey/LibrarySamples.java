package io.understudy.agent.snapshot.survey;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Range;
import com.google.common.hash.HashCode;
import com.google.common.net.HostAndPort;
import com.google.common.net.InternetDomainName;
import com.google.common.net.MediaType;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.UnsignedLong;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.netty.util.AsciiString;
import io.vavr.Tuple;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.json.Json;
import javax.mail.internet.ContentType;
import javax.mail.internet.InternetAddress;
import kotlin.Pair;
import kotlin.Triple;
import kotlin.UInt;
import kotlin.ranges.IntRange;
import okio.Buffer;
import org.apache.avro.util.Utf8;
import org.apache.commons.lang3.math.Fraction;
import org.apache.commons.lang3.mutable.MutableInt;
import org.apache.commons.lang3.tuple.ImmutablePair;
import org.apache.commons.lang3.tuple.ImmutableTriple;
import org.apache.commons.lang3.tuple.MutablePair;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.stat.descriptive.StatisticalSummaryValues;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.Interval;
import org.joda.time.Period;
import org.json.JSONArray;
import org.json.JSONObject;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;
import org.threeten.bp.LocalDate;
import org.threeten.bp.ZonedDateTime;
import org.threeten.extra.AmountFormats;
import org.threeten.extra.Days;
import org.threeten.extra.LocalDateRange;
import org.threeten.extra.YearQuarter;
import org.threeten.extra.YearWeek;

/** Value classes of libraries that applications keep in their objects. */
final class LibrarySamples {
  private final List<Sample> all = new ArrayList<>();

  private LibrarySamples() {}

  static List<Sample> all() {
    LibrarySamples samples = new LibrarySamples();
    samples.dates();
    samples.money();
    samples.google();
    samples.commons();
    samples.functional();
    samples.documents();
    samples.others();
    return samples.all;
  }

  private void put(String name, Callable<?> equal, Callable<?> other) {
    all.add(new Sample(name, equal, other));
  }

  private void dates() {
    DateTimeZone utc = DateTimeZone.UTC;
    put("joda DateTime", () -> new DateTime(5, utc), () -> new DateTime(6, utc));
    put("joda LocalDate", () -> joda(1), () -> joda(2));
    put("joda Period", () -> Period.days(1), () -> Period.days(2));
    put("joda Interval", () -> new Interval(1, 2, utc), () -> new Interval(1, 3, utc));
    put("joda DateTimeZone", () -> DateTimeZone.forID("Asia/Tokyo"), () -> utc);
    put("threetenbp LocalDate", () -> LocalDate.of(2024, 1, 1), () -> LocalDate.of(2024, 1, 2));
    put("threetenbp ZonedDateTime", () -> zoned(1), () -> zoned(2));
    put("threeten-extra Days", () -> Days.of(1), () -> Days.of(2));
    put("threeten-extra YearQuarter", () -> YearQuarter.of(2024, 1), () -> YearQuarter.of(2024, 2));
    put("threeten-extra YearWeek", () -> YearWeek.of(2024, 1), () -> YearWeek.of(2024, 2));
    put("threeten-extra LocalDateRange", () -> range(1), () -> range(2));
    put(
        "threeten-extra text",
        () -> AmountFormats.iso8601(java.time.Period.ofDays(1), java.time.Duration.ZERO),
        () -> AmountFormats.iso8601(java.time.Period.ofDays(2), java.time.Duration.ZERO));
  }

  private static Object joda(int day) {
    return new org.joda.time.LocalDate(2024, 1, day);
  }

  private static Object zoned(int hour) {
    return ZonedDateTime.of(2024, 1, 1, hour, 0, 0, 0, org.threeten.bp.ZoneOffset.UTC);
  }

  private static Object range(int day) {
    java.time.LocalDate start = java.time.LocalDate.of(2024, 1, day);
    return LocalDateRange.of(start, start.plusDays(5));
  }

  private void money() {
    put("joda Money", () -> Money.parse("EUR 1.50"), () -> Money.parse("EUR 1.51"));
    put("joda BigMoney", () -> BigMoney.parse("EUR 1.5"), () -> BigMoney.parse("USD 1.5"));
    put("joda CurrencyUnit", () -> CurrencyUnit.of("EUR"), () -> CurrencyUnit.of("USD"));
  }

  private void google() {
    put("guava ImmutableList", () -> ImmutableList.of("a"), () -> ImmutableList.of("b"));
    put("guava ImmutableMap", () -> ImmutableMap.of("a", 1), () -> ImmutableMap.of("a", 2));
    put(
        "guava ImmutableMultiset",
        () -> ImmutableMultiset.of("a", "a"),
        () -> ImmutableMultiset.of("a"));
    put("guava Range", () -> Range.closed(1, 2), () -> Range.closed(1, 3));
    put(
        "guava HostAndPort",
        () -> HostAndPort.fromString("a:1"),
        () -> HostAndPort.fromString("a:2"));
    put("guava HashCode", () -> HashCode.fromInt(1), () -> HashCode.fromInt(2));
    put(
        "guava InternetDomainName",
        () -> InternetDomainName.from("a.com"),
        () -> InternetDomainName.from("b.com"));
    put("guava MediaType", () -> MediaType.parse("a/b"), () -> MediaType.parse("a/c"));
    put("guava UnsignedLong", () -> UnsignedLong.valueOf(1), () -> UnsignedLong.valueOf(2));
    put("guava ImmutableIntArray", () -> ImmutableIntArray.of(1), () -> ImmutableIntArray.of(2));
    put("guava CaseFormat", () -> CaseFormat.LOWER_CAMEL, () -> CaseFormat.UPPER_CAMEL);
    put(
        "guava Optional",
        () -> com.google.common.base.Optional.of("a"),
        () -> com.google.common.base.Optional.of("b"));
    put("protobuf Timestamp", () -> timestamp(1), () -> timestamp(2));
    put(
        "protobuf Duration",
        () -> Duration.newBuilder().setSeconds(1).build(),
        () -> Duration.newBuilder().setSeconds(2).build());
    put(
        "protobuf ByteString",
        () -> ByteString.copyFromUtf8("a"),
        () -> ByteString.copyFromUtf8("b"));
    put("libphonenumber PhoneNumber", () -> phone(1), () -> phone(2));
    put("gson JsonObject", () -> gson(1), () -> gson(2));
    put("gson JsonPrimitive", () -> new JsonPrimitive("a"), () -> new JsonPrimitive("b"));
  }

  private static Object timestamp(long seconds) {
    return Timestamp.newBuilder().setSeconds(seconds).build();
  }

  private static Object phone(long number) {
    return new PhoneNumber().setCountryCode(49).setNationalNumber(number);
  }

  private static Object gson(int value) {
    JsonObject object = new JsonObject();
    object.addProperty("a", value);
    return object;
  }

  private void commons() {
    put("lang3 ImmutablePair", () -> ImmutablePair.of("a", 1), () -> ImmutablePair.of("a", 2));
    put("lang3 MutablePair", () -> MutablePair.of("a", 1), () -> MutablePair.of("a", 2));
    put(
        "lang3 ImmutableTriple",
        () -> ImmutableTriple.of("a", 1, 2),
        () -> ImmutableTriple.of("a", 1, 3));
    put("lang3 Range", () -> lang3(2), () -> lang3(3));
    put("lang3 MutableInt", () -> new MutableInt(1), () -> new MutableInt(2));
    put("lang3 Fraction", () -> Fraction.getFraction(1, 2), () -> Fraction.getFraction(1, 3));
    put("math3 Complex", () -> new Complex(1, 2), () -> new Complex(1, 3));
    put("math3 BigFraction", () -> new BigFraction(1, 2), () -> new BigFraction(1, 3));
    put("math3 Vector3D", () -> new Vector3D(1, 2, 3), () -> new Vector3D(1, 2, 4));
    put("math3 RealMatrix", () -> matrix(1), () -> matrix(2));
    put("math3 RealVector", () -> vector(1), () -> vector(2));
    put("math3 StatisticalSummary", () -> summary(1), () -> summary(2));
  }

  private static Object lang3(int end) {
    return org.apache.commons.lang3.Range.between(1, end);
  }

  private static Object matrix(double value) {
    return new Array2DRowRealMatrix(new double[][] {{value}});
  }

  private static Object vector(double value) {
    return new ArrayRealVector(new double[] {value});
  }

  private static Object summary(double mean) {
    return new StatisticalSummaryValues(mean, 1, 2, 3, 4, 5);
  }

  private void functional() {
    put("vavr Tuple2", () -> Tuple.of("a", 1), () -> Tuple.of("a", 2));
    put("vavr Option", () -> Option.of("a"), () -> Option.of("b"));
    put("vavr Either", () -> Either.right("a"), () -> Either.left("a"));
    put("vavr Try", () -> Try.success("a"), () -> Try.success("b"));
    put("vavr List", () -> io.vavr.collection.List.of(1), () -> io.vavr.collection.List.of(2));
    put("kotlin Pair", () -> new Pair<>("a", 1), () -> new Pair<>("a", 2));
    put("kotlin Triple", () -> new Triple<>("a", 1, 2), () -> new Triple<>("a", 1, 3));
    put("kotlin IntRange", () -> new IntRange(1, 2), () -> new IntRange(1, 3));
    put("kotlin UInt", () -> unsigned(1), () -> unsigned(2));
    put("kotlin Regex", () -> new kotlin.text.Regex("a"), () -> new kotlin.text.Regex("b"));
    put(
        "javatuples Pair",
        () -> org.javatuples.Pair.with("a", 1),
        () -> org.javatuples.Pair.with("a", 2));
  }

  private static Object unsigned(int value) throws ReflectiveOperationException {
    return UInt.class.getMethod("box-impl", int.class).invoke(null, value);
  }

  private void documents() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    put("jackson ObjectNode", () -> nodes.objectNode().put("a", 1), () -> nodes.objectNode());
    put("jackson ArrayNode", () -> nodes.arrayNode().add(1), () -> nodes.arrayNode().add(2));
    put(
        "jackson DecimalNode",
        () -> DecimalNode.valueOf(new BigDecimal("1.5")),
        () -> DecimalNode.valueOf(BigDecimal.ONE));
    put("javax.json JsonObject", () -> json(1), () -> json(2));
    put(
        "org.json JSONObject",
        () -> new JSONObject("{\"a\":1}"),
        () -> new JSONObject("{\"a\":2}"));
    put("org.json JSONArray", () -> new JSONArray("[1]"), () -> new JSONArray("[2]"));
    put("bson ObjectId", () -> id("a"), () -> id("b"));
    put("bson Decimal128", () -> Decimal128.parse("1.5"), () -> Decimal128.parse("1.6"));
    put("bson Document", () -> new Document("a", 1), () -> new Document("a", 2));
    put("bson BsonDocument", () -> bson(1), () -> bson(2));
    put("bson BsonTimestamp", () -> new BsonTimestamp(1, 2), () -> new BsonTimestamp(1, 3));
    put("bson Binary", () -> new Binary(new byte[] {1}), () -> new Binary(new byte[] {2}));
    put("avro Utf8", () -> new Utf8("a"), () -> new Utf8("b"));
  }

  private static Object json(int value) {
    return Json.createObjectBuilder().add("a", value).build();
  }

  private static Object id(String digit) {
    return new ObjectId(String.join("", java.util.Collections.nCopies(24, digit)));
  }

  private static Object bson(int value) {
    return new BsonDocument("a", new BsonInt32(value));
  }

  private void others() {
    GeometryFactory geometry = new GeometryFactory();
    put("jts Coordinate", () -> new Coordinate(1, 2), () -> new Coordinate(1, 3));
    put("jts Envelope", () -> new Envelope(1, 2, 3, 4), () -> new Envelope(1, 2, 3, 5));
    put(
        "jts Point",
        () -> geometry.createPoint(new Coordinate(1, 2)),
        () -> geometry.createPoint(new Coordinate(1, 3)));
    put("spring DataSize", () -> DataSize.ofBytes(1), () -> DataSize.ofBytes(2));
    put("spring MimeType", () -> new MimeType("a", "b"), () -> new MimeType("a", "c"));
    put("spring LinkedMultiValueMap", () -> multi("b"), () -> multi("c"));
    put(
        "mail InternetAddress",
        () -> new InternetAddress("a@b.c"),
        () -> new InternetAddress("a@b.d"));
    put("mail ContentType", () -> new ContentType("a/b"), () -> new ContentType("a/c"));
    put("netty AsciiString", () -> new AsciiString("a"), () -> new AsciiString("b"));
    put(
        "okio ByteString",
        () -> okio.ByteString.encodeUtf8("a"),
        () -> okio.ByteString.encodeUtf8("b"));
    put("okio Buffer", () -> new Buffer().writeUtf8("a"), () -> new Buffer().writeUtf8("b"));
  }

  private static Object multi(String value) {
    LinkedMultiValueMap<String, String> map = new LinkedMultiValueMap<>();
    map.put("a", new ArrayList<>(Arrays.asList(value)));
    return map;
  }
}
