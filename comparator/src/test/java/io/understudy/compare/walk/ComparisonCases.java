package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.map;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Colour;
import io.understudy.compare.walk.SampleTypes.Crate;
import io.understudy.compare.walk.SampleTypes.LegacyLine;
import io.understudy.compare.walk.SampleTypes.Line;
import io.understudy.compare.walk.SampleTypes.Link;
import io.understudy.compare.walk.SampleTypes.NewColour;
import io.understudy.compare.walk.SampleTypes.Pair;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects behind the rows of docs/comparing.md, by the names of the rows. */
final class ComparisonCases {
  private static final long BIG = (1L << 53) + 1;
  private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

  private final Map<String, Outcome[]> cases = new LinkedHashMap<>();

  private ComparisonCases() {}

  static Map<String, Outcome[]> all() {
    ComparisonCases all = new ComparisonCases();
    all.numbers();
    all.texts();
    all.instants();
    all.localDates();
    all.absences();
    all.optionals();
    all.lists();
    all.setsAndMaps();
    all.objects();
    all.opaque();
    all.outcomes();
    return all.cases;
  }

  private void put(String name, @Nullable Object control, @Nullable Object candidate) {
    put(name, Outcome.returned(control), Outcome.returned(candidate));
  }

  private void put(String name, Outcome control, Outcome candidate) {
    cases.put(name, new Outcome[] {control, candidate});
  }

  private void numbers() {
    put("int 1 against long 1", 1, 1L);
    put("int 1 against BigDecimal 1.0", 1, new BigDecimal("1.0"));
    put("byte 7 against BigInteger 7", (byte) 7, BigInteger.valueOf(7));
    put("BigDecimal 2.50 against BigDecimal 2.5", new BigDecimal("2.50"), new BigDecimal("2.5"));
    put("double 0.5 against BigDecimal 0.5", 0.5, new BigDecimal("0.5"));
    put("double 0.5 against float 0.5", 0.5, 0.5f);
    put("double 0.1 against float 0.1", 0.1, 0.1f);
    put("double 0.1 against BigDecimal 0.1", 0.1, new BigDecimal("0.1"));
    put(
        "BigDecimal 0.1000000000000000055 against BigDecimal 0.1",
        new BigDecimal("0.1000000000000000055"),
        new BigDecimal("0.1"));
    put("long 2^53+1 against long 2^53", BIG, BIG - 1);
    put("long 2^53+1 against double 2^53", BIG, (double) (BIG - 1));
    put("BigInteger 2^64 against long 0", BigInteger.ONE.shiftLeft(64), 0L);
    put("double 0.0 against double -0.0", 0.0, -0.0);
    put("double NaN against double NaN", Double.NaN, Double.NaN);
    put("double NaN against float NaN", Double.NaN, Float.NaN);
    put("double NaN against double 0.0", Double.NaN, 0.0);
    put(
        "double Infinity against float Infinity",
        Double.POSITIVE_INFINITY,
        Float.POSITIVE_INFINITY);
    put(
        "double Infinity against double -Infinity",
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY);
    put("AtomicInteger 5 against int 5", new AtomicInteger(5), 5);
    put("AtomicLong 5 against int 5", new AtomicLong(5), 5);
    put("int 1 against text \"1\"", 1, "1");
    put("int 1 against boolean true", 1, true);
  }

  private void texts() {
    put("String against StringBuilder of the same text", "ab", new StringBuilder("ab"));
    put("text \"a\" against text \"A\"", "a", "A");
    put("text \"a\" against text \"a \"", "a", "a ");
    put("char 'a' against text \"a\"", 'a', "a");
    put("char 'a' against text \"ab\"", 'a', "ab");
    put("char 'A' against int 65", 'A', 65);
    put("enum RED against RED of another enum", Colour.RED, NewColour.RED);
    put("enum RED against GREEN", Colour.RED, Colour.GREEN);
    put("enum RED against text \"RED\"", Colour.RED, "RED");
    put("enum RED against text \"red\"", Colour.RED, "red");
    put("boolean true against AtomicBoolean true", true, new AtomicBoolean(true));
    put("boolean true against text \"true\"", true, "true");
    put("class String against text \"java.lang.String\"", String.class, "java.lang.String");
  }

  private void instants() {
    Calendar calendar = Calendar.getInstance();
    calendar.setTimeInMillis(NOON.toEpochMilli());
    Timestamp timestamp = Timestamp.from(NOON);
    put("Date against Instant at the same instant", Date.from(NOON), NOON);
    put("Date against Timestamp at the same instant", Date.from(NOON), timestamp);
    put(
        "Calendar against ZonedDateTime at the same instant",
        calendar,
        NOON.atZone(ZoneId.of("Asia/Tokyo")));
    put(
        "OffsetDateTime against OffsetDateTime of another offset at the same instant",
        NOON.atOffset(ZoneOffset.UTC),
        OffsetDateTime.ofInstant(NOON, ZoneOffset.ofHours(9)));
    put(
        "Timestamp against Timestamp one nanosecond later",
        timestamp,
        Timestamp.from(NOON.plusNanos(1)));
    put("Date against Instant one nanosecond later", Date.from(NOON), NOON.plusNanos(1));
    put(
        "Timestamp against LocalDateTime of the same local time",
        Timestamp.valueOf("2024-02-29 12:00:00"),
        LocalDateTime.parse("2024-02-29T12:00:00"));
    put("Date against long of the same milliseconds", Date.from(NOON), NOON.toEpochMilli());
  }

  private void localDates() {
    LocalDate day = LocalDate.of(2024, 2, 29);
    java.sql.Date sqlDate = java.sql.Date.valueOf(day);
    put("java.sql.Date against LocalDate of the same day", sqlDate, day);
    put("java.sql.Date against LocalDate of the next day", sqlDate, day.plusDays(1));
    put(
        "java.sql.Time against LocalTime of the same time",
        java.sql.Time.valueOf("23:59:59"),
        LocalTime.of(23, 59, 59));
    put(
        "java.sql.Date against java.util.Date at the same instant",
        sqlDate,
        new Date(sqlDate.getTime()));
    put("Date against LocalDate of the same day", new Date(sqlDate.getTime()), day);
    put("LocalDate against text of the same day", day, "2024-02-29");
    put(
        "Duration against Duration of the same length",
        Duration.ofMinutes(60),
        Duration.ofHours(1));
    UUID uuid = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    put("UUID against text of the same digits", uuid, uuid.toString());
  }

  private void absences() {
    put("null against null", (Object) null, null);
    put("null against text \"\"", null, "");
    put("null against an empty list", null, Collections.emptyList());
    put("a part that is null against no such part", new Box(null), new Object());
    put("no such part against a part that is null", new Object(), new Box(null));
    put("a key whose value is null against no such key", map("k", null), map());
  }

  private void optionals() {
    put("Optional of 1 against 1", Optional.of(1), 1);
    put("Optional of 1 against Optional of 1", Optional.of(1), Optional.of(1));
    put("Optional of 1 against Optional of 2", Optional.of(1), Optional.of(2));
    put("an empty Optional against null", Optional.empty(), null);
    put("an empty Optional against no such part", new Object(), new Box(Optional.empty()));
    put("OptionalInt of 1 against long 1", OptionalInt.of(1), 1L);
    put("AtomicReference of 1 against 1", new AtomicReference<>(1), 1);
    put("a CompletableFuture completed with 1 against 1", CompletableFuture.completedFuture(1), 1);
    put("a CompletableFuture under way against 1", new CompletableFuture<Integer>(), 1);
  }

  private void lists() {
    List<String> ab = Arrays.asList("a", "b");
    put(
        "ArrayList against LinkedList of the same elements",
        new ArrayList<>(ab),
        new LinkedList<>(ab));
    put("list against array of the same elements", ab, new String[] {"a", "b"});
    put("int array against long array of the same numbers", new int[] {1, 2}, new long[] {1, 2});
    put("byte array against byte array of the same bytes", new byte[] {1, -1}, new byte[] {1, -1});
    put(
        "byte array against byte array with one other byte",
        new byte[] {1, 2, 3},
        new byte[] {1, 7, 3});
    put("list a b against list b a", ab, Arrays.asList("b", "a"));
    put("list a b against list a a", ab, Arrays.asList("a", "a"));
    put("list a b against list a b b", ab, Arrays.asList("a", "b", "b"));
    put("list a b c against list b c", Arrays.asList("a", "b", "c"), Arrays.asList("b", "c"));
    put("list against set of the same elements", ab, new HashSet<>(ab));
  }

  private static Map<Object, Object> entries(
      Object key, Object value, Object other, Object otherValue) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    entries.put(key, value);
    entries.put(other, otherValue);
    return entries;
  }

  private void setsAndMaps() {
    put("set a b against set b a", set("a", "b"), set("b", "a"));
    put("set of 1 against set of 1L", set(1), set(1L));
    put(
        "set of beans without equals against the same",
        set(new Box(1), new Box(2)),
        set(new Box(2), new Box(1)));
    put("set of two equal beans against set of one", set(new Box(1), new Box(1)), set(new Box(1)));
    put("map against map in another order", map("a", 1, "b", 2), map("b", 2, "a", 1));
    put(
        "map with int keys against map with long keys",
        Collections.singletonMap(1, "x"),
        Collections.singletonMap(1L, "x"));
    Map<Colour, Integer> byColour = new EnumMap<>(Colour.class);
    byColour.put(Colour.RED, 1);
    put("map with enum keys against map with their names", byColour, map("RED", 1));
    put("map a=1 against map a=2", map("a", 1), map("a", 2));
    put(
        "map with two equal keys without equals against the same in another order",
        entries(new Box(0), 1, new Box(0), 2),
        entries(new Box(0), 2, new Box(0), 1));
    put(
        "map with two equal keys without equals against another value",
        entries(new Box(0), 1, new Box(0), 2),
        entries(new Box(0), 2, new Box(0), 3));
    put(
        "map 0.0=a, byte 0=b against the same in another order",
        entries(0.0, "a", (byte) 0, "b"),
        entries((byte) 0, "b", 0.0, "a"));
    put("map 1=a, 1L=b against map 1=b, 1L=a", entries(1, "a", 1L, "b"), entries(1, "b", 1L, "a"));
    put("map a=1 against map b=1", map("a", 1), map("b", 1));
    Map<String, Object> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    caseless.put("A", 1);
    put("case-insensitive map \"A\" against map \"a\"", caseless, map("a", 1));
    put("map against bean with the same names", map("content", 1), new Box(1));
    put("ArrayList of one's own with a field against the same", new Page(2, "a"), new Page(2, "a"));
    put("ArrayList of one's own with a field against another", new Page(2, "a"), new Page(3, "a"));
    put("ArrayList of one's own with a field against a list", new Page(2, "a"), Arrays.asList("a"));
  }

  /** Has a field in addition to its elements. */
  @SuppressWarnings("serial")
  private static final class Page extends ArrayList<String> {
    final int total;

    Page(int total, String... elements) {
      super(Arrays.asList(elements));
      this.total = total;
    }
  }

  private void objects() {
    LegacyLine bean = new LegacyLine("X", "2.5", 1);
    put("bean against another class with the same parts", new Box("x"), new OtherBox("x"));
    put("bean with a part under another name", new Box(1), new Crate(1));
    put(
        "bean whose equals, hashCode and toString throw",
        set(bean),
        set(new LegacyLine("X", "2.5", 1)));
    put("class without getters", new Line("X", "2.5", 1), new Line("X", "2.6", 1));
    put("object without parts against another of the same name", new Object(), new Object());
    put("object without parts against one of another name", new Approved(), new Rejected());
    put(
        "ring of two links against ring of four links with the same values",
        ring("a", "b"),
        ring("a", "b", "a", "b"));
    put("ring of links against ring with another value", ring("a", "b"), ring("a", "c"));
    put("object against text", new Box("x"), "x");
  }

  private static final class Approved {}

  private static final class Rejected {}

  private static final class OtherBox {
    final Object content;

    OtherBox(Object content) {
      this.content = content;
    }
  }

  private void opaque() {
    Runnable lambda = () -> {};
    put("stream against stream", Stream.of(1), Stream.of(1));
    put("iterator against iterator", iterator(), iterator());
    put("lambda against the same lambda", new Pair(lambda, 1), new Pair(lambda, 1));
    put("thread against the same thread", Thread.currentThread(), Thread.currentThread());
    put("stream against text", Stream.of(1), "1");
    put("collection whose iterator throws", Collections.singletonList(1), new Detached());
  }

  private static Iterator<Integer> iterator() {
    return Collections.singletonList(1).iterator();
  }

  /** A list that is loaded when it is read, and cannot be loaded any more. */
  private static final class Detached extends AbstractList<Integer> {
    @Override
    public Integer get(int index) {
      throw new IllegalStateException("no session");
    }

    @Override
    public int size() {
      return 1;
    }
  }

  private void outcomes() {
    Outcome one = Outcome.returned(1);
    Outcome threw = Outcome.threw(ThrownException.of(new IllegalStateException("a")));
    put("returned 1 against returned 1", one, one);
    put("returned null against threw", Outcome.returned(null), threw);
    put(
        "threw against threw another class",
        threw,
        Outcome.threw(ThrownException.of(new IllegalArgumentException("a"))));
    put(
        "threw against threw the same class with another message",
        threw,
        Outcome.threw(ThrownException.of(new IllegalStateException("b"))));
  }

  private static Link ring(Object... values) {
    Link first = new Link(values[0], null);
    Link last = first;
    for (int i = 1; i < values.length; i++) {
      last.next = new Link(values[i], null);
      last = last.next;
    }
    last.next = first;
    return first;
  }

  /** A set that takes its elements by identity where they have no sound equals. */
  private static Set<Object> set(Object... elements) {
    Set<Object> set =
        elements[0] instanceof String || elements[0] instanceof Number
            ? new LinkedHashSet<>()
            : Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(Arrays.asList(elements));
    return set;
  }
}
