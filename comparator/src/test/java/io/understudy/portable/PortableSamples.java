package io.understudy.portable;

import io.understudy.value.named.NamedShapes;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Values of all kinds, and how to carry them. */
final class PortableSamples {
  private PortableSamples() {}

  static final class Node {
    final String name;
    final transient int version;
    @Nullable Object left;
    @Nullable Object right;

    Node(String name, int version) {
      this.name = name;
      this.version = version;
    }
  }

  /** A list with a field of its own. */
  static final class Page extends ArrayList<Object> {
    private static final long serialVersionUID = 1;
    long total;
  }

  static @Nullable Object carried(@Nullable Object value) throws PortableFormException {
    byte[] bytes = PortableWriter.write(value, PortableLimits.DEFAULT);
    return PortableReader.read(bytes, PortableLimits.DEFAULT, new NamedShapes());
  }

  /** Scalars that are read again as equal objects of the same class. */
  static List<Object> exactScalars() {
    List<Object> scalars = new ArrayList<>(numbers());
    scalars.addAll(
        Arrays.asList(
            "",
            "plain",
            "\u0000 \u00e4 \u20ac \ud83d\ude00",
            "half \ud83d alone",
            "\ude00 wrong way round \ud83d",
            true,
            false,
            'x',
            '\uffff'));
    scalars.addAll(times());
    scalars.addAll(
        Arrays.asList(
            new UUID(-1, 1),
            URI.create("urn:x:1"),
            new Date(-1),
            Locale.GERMANY,
            Locale.ROOT,
            new Locale("th", "TH", "TH"),
            new File("a/b"),
            BitSet.valueOf(new long[] {5, -1})));
    return scalars;
  }

  private static List<Object> numbers() {
    return Arrays.asList(
        Byte.MIN_VALUE,
        (byte) 127,
        Short.MIN_VALUE,
        Short.MAX_VALUE,
        0,
        -1,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        0.0f,
        -0.0f,
        Float.NaN,
        Float.MIN_VALUE,
        0.0,
        -0.0,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        BigInteger.ZERO,
        BigInteger.ONE.shiftLeft(200).negate(),
        new BigDecimal("1.00"),
        new BigDecimal("1.0"),
        new BigDecimal("-0E-7"),
        new BigDecimal(BigInteger.TEN, Integer.MIN_VALUE));
  }

  private static List<Object> times() {
    LocalDateTime overlap = LocalDateTime.of(2026, 10, 25, 2, 30);
    return Arrays.asList(
        Instant.MIN,
        Instant.MAX,
        Instant.ofEpochSecond(-1, 999_999_999),
        LocalDate.MIN,
        LocalDate.MAX,
        LocalTime.MAX,
        LocalDateTime.MIN,
        OffsetDateTime.MAX,
        OffsetTime.MIN,
        ZonedDateTime.ofLocal(overlap, ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(1)),
        ZonedDateTime.ofLocal(overlap, ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(2)),
        ZonedDateTime.of(overlap, ZoneOffset.UTC),
        Duration.ofSeconds(-1, 1),
        Duration.ofSeconds(Long.MIN_VALUE),
        Period.of(-1, 2, Integer.MIN_VALUE),
        Year.of(-5),
        YearMonth.of(2026, 12),
        MonthDay.of(2, 29),
        ZoneOffset.ofTotalSeconds(-3601),
        ZoneId.of("America/New_York"));
  }

  /** Scalars that are known by name afterwards. */
  static List<Object> namedScalars() {
    return Arrays.asList(
        RoundingMode.HALF_EVEN,
        String.class,
        Currency.getInstance("EUR"),
        new AtomicLong(7),
        new StringBuilder("text"),
        new Timestamp(1_234_567_890_123L));
  }

  /** Objects with parts. */
  static List<Object> objects() {
    Node root = new Node("root", 3);
    root.left = root;
    root.right = new Object[] {root, new int[] {1, -1}, null};
    Page page = new Page();
    page.add("a");
    page.add(page);
    page.total = 12;
    Map<Object, Object> sorted = new TreeMap<>(Collections.reverseOrder());
    sorted.put("a", 1);
    sorted.put("b", sorted);
    return Arrays.asList(
        root,
        page,
        sorted,
        new TreeSet<>(Arrays.asList(3, 1, 2)),
        new LinkedHashSet<>(Arrays.asList("b", "a")),
        new LinkedHashMap<>(Collections.singletonMap(RoundingMode.UP, Optional.of(1))),
        Optional.empty(),
        new boolean[] {true, false},
        new byte[] {1, -1},
        new short[] {1, Short.MIN_VALUE},
        new char[] {'a', '\ud83d'},
        new long[] {Long.MIN_VALUE},
        new float[] {-0.0f},
        new double[] {Double.NaN},
        new int[0],
        new IllegalStateException("outer", new RuntimeException("inner")));
  }

  /** A random graph with shared parts and cycles; the same for the same arguments. */
  static List<Object> graph(int size, int seed) {
    Random random = new Random(seed);
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(random.nextInt(3) == 0 ? new ArrayList<>() : node(random, i));
    }
    List<Object> scalars = exactScalars();
    scalars.addAll(namedScalars());
    for (Object each : all) {
      Object a = all.get(random.nextInt(size));
      Object b = scalars.get(random.nextInt(scalars.size()));
      if (each instanceof Node) {
        ((Node) each).left = a;
        ((Node) each).right = b;
      } else {
        add(each, a, b);
      }
    }
    return all;
  }

  private static Object node(Random random, int i) {
    return random.nextBoolean() ? new Node("n" + i, i) : new LinkedHashMap<>();
  }

  @SuppressWarnings("unchecked") // Lists and maps of objects.
  private static void add(Object to, Object a, Object b) {
    if (to instanceof List) {
      ((List<Object>) to).addAll(Arrays.asList(a, b, null));
    } else {
      ((Map<Object, Object>) to).put("a", a);
      ((Map<Object, Object>) to).put(b, "b");
    }
  }
}
