package app;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Values of many sorts, each as the control returns it and a little different from the candidate. */
final class Values {
  static final int KINDS = 48;

  private Values() {}

  private static Order.Line line(String sku, int quantity, String price) {
    return new Order.Line(sku, quantity, price);
  }

  private static <K, V> Map<K, V> map(Map<K, V> into, K first, V one, K second, V two) {
    into.put(first, one);
    into.put(second, two);
    return into;
  }

  /**
   * Makes a value.
   *
   * @param v 0 as the control makes it, 1 as the candidate does
   */
  static Object of(int kind, int v) {
    switch (kind) {
      case 0:
        return new HashSet<Object>(Arrays.asList(line("a", 1, "1.0"), line("b", 2 + v, "2.00")));
      case 1:
        return new LinkedHashSet<Object>(Arrays.asList("x", "y", "z" + v));
      case 2:
        return new TreeSet<Integer>(Arrays.asList(1, 2, 3 + v));
      case 3:
        return map(new HashMap<Object, Object>(), line("k", 1, "1"), "v", "plain", 1.5 + v);
      case 4:
        return map(new ConcurrentHashMap<Object, Object>(), "a", 1, "b" + v, 2L);
      case 5:
        return map(new ConcurrentSkipListMap<String, Object>(), "a", 1, "b", v);
      case 6:
        return map(new IdentityHashMap<Object, Object>(), "a", 1, "b", 2 + v);
      case 7:
        return map(new WeakHashMap<Object, Object>(), "a", 1, "b", 2 + v);
      case 8:
        return map(new EnumMap<TimeUnit, Object>(TimeUnit.class), TimeUnit.DAYS, 1, TimeUnit.HOURS, 2 + v);
      case 9:
        return v == 0 ? EnumSet.of(TimeUnit.DAYS) : EnumSet.of(TimeUnit.DAYS, TimeUnit.HOURS);
      case 10:
        return new PriorityQueue<Integer>(Arrays.asList(3, 1, 2 + v));
      case 11:
        return new ArrayDeque<Object>(Arrays.asList("a", "b", v));
      case 12:
        return new LinkedList<Object>(Arrays.asList("a", null, v));
      case 13:
        return new Vector<Object>(Arrays.asList(1.0f, 2.0f + v));
      case 14:
        return Collections.synchronizedList(new ArrayList<Object>(Arrays.asList("a", v)));
      case 15:
        return Collections.unmodifiableMap(map(new HashMap<String, Object>(), "a", 1, "b", v));
      case 16:
        return new ArrayList<Object>(Arrays.asList(1, 2, 3, 4 + v, 5)).subList(1, 4);
      case 17:
        return map(new HashMap<String, Object>(), "a", 1, "b" + v, 2).keySet();
      case 18:
        return map(new HashMap<String, Object>(), "a", 1, "b", 2 + v).entrySet();
      case 19:
        return new CopyOnWriteArrayList<Object>(Arrays.asList("a", v));
      case 20:
        return new ConcurrentLinkedQueue<Object>(Arrays.asList("a", "b" + v));
      case 21:
        return new LinkedBlockingQueue<Object>(Arrays.asList("a", "b" + v));
      case 22:
        return new AtomicInteger(7 + v);
      case 23:
        return new AtomicReference<Object>(line("r", v, "3.14"));
      case 24:
        return Optional.of(line("o", 1, v == 0 ? "1.10" : "1.1"));
      case 25:
        return new Date(1700000000000L + v * 86400000L);
      case 26:
        Calendar calendar = new GregorianCalendar(2024, 1, 29 - v);
        return calendar;
      case 27:
        return new Timestamp(1700000000000L + v);
      case 28:
        return Arrays.<Object>asList(LocalDate.of(2024, 2, 28 + v), Duration.ofSeconds(1 + v), Instant.ofEpochSecond(v));
      case 29:
        return LocalDateTime.of(2024, 1, 1, 1, 1).atZone(ZoneId.of(v == 0 ? "UTC" : "Europe/Berlin"));
      case 30:
        return v == 0 ? "2024-02-28T10:15:30Z" : "2024-02-29T10:15:30Z";
      case 31:
        return v == 0 ? "28.02.2024" : "2024-02-28";
      case 32:
        return new Object[] {new BigDecimal(v == 0 ? "10.005" : "10.01"), BigInteger.valueOf(12 + v), 0.1 + v * 1e-17};
      case 33:
        return v == 0 ? (Object) 1 : "1";
      case 34:
        return v == 0 ? null : "";
      case 35:
        return v == 0 ? "a &amp; b" : "a & b";
      case 36:
        return v == 0 ? "Anna  Meier " : "anna meier";
      case 37:
        return new StringBuilder("text").append(v);
      case 38:
        return ByteBuffer.wrap(new byte[] {1, 2, (byte) v});
      case 39:
        return new byte[][] {{1, 2}, {3, (byte) v}};
      case 40:
        return BitSet.valueOf(new long[] {5 + v});
      case 41:
        return new UUID(1, v);
      case 42:
        Properties properties = new Properties(new Properties());
        properties.setProperty("key", "value" + v);
        return properties;
      case 43:
        return new IllegalArgumentException("kept " + v, new RuntimeException("cause"));
      case 44:
        List<Object> cyclic = new ArrayList<Object>();
        cyclic.add(cyclic);
        cyclic.add(v);
        return cyclic;
      case 45:
        return Locale.of(v);
      case 46:
        return v == 0 ? "123456" : "123465";
      default:
        return new Order.Line[] {line("a", 1, "1"), line("b", 1, "1"), line("c", v, "1")};
    }
  }

  /** Values that name themselves. */
  enum Locale {
    HERE,
    THERE {
      @Override
      int far() {
        return 1;
      }
    };

    int far() {
      return 0;
    }

    static Locale of(int v) {
      return v == 0 ? HERE : THERE;
    }
  }
}
