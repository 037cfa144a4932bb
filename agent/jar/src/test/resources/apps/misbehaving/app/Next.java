package app;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Candidates that misbehave in the way that a system property names. */
public class Next {
  static final String WAY = System.getProperty("way", "right");
  static final List<Object> LEAK = Collections.synchronizedList(new ArrayList<>());
  static final Object LOCK = new Object();
  static volatile long sink;

  public String good(String key) {
    return right(key);
  }

  public Object bad(String key) {
    return misbehave(key);
  }

  public Object worse(String key) {
    return System.getProperty("both") == null ? Legacy.shaped(key) : misbehave(key);
  }

  private Object misbehave(String key) {
    switch (WAY) {
      case "spin":
        while (true) {
          sink++;
        }
      case "empty-spin":
        while (true) {}
      case "catching-spin":
        while (true) {
          try {
            while (true) {
              sink++;
            }
          } catch (Throwable all) {
            sink--;
          }
        }
      case "jdk-spin":
        // No code of the candidate runs: the JDK iterates over an endless list of the JDK.
        return Endless.inTheJdk();
      case "regex":
        return "a".concat(repeat("a", 40)).concat("!").matches("(a+)+b");
      case "sometimes":
        return key.endsWith("7") ? spin() : right(key);
      case "park":
        while (true) {
          LockSupport.park();
          Thread.interrupted();
        }
      case "sleep":
        while (true) {
          try {
            Thread.sleep(1_000);
          } catch (InterruptedException ignored) {
            sink++;
          }
        }
      case "future":
        return new CompletableFuture<Object>().join();
      case "recursion":
        return recurse(1);
      case "death":
        throw new ThreadDeath();
      case "hostile-exception":
        throw new Hostile();
      case "endless-list":
        return new EndlessList();
      case "endless-iterable-set":
        return new HashMap<String, Object>(Collections.singletonMap("k", new EndlessList()));
      case "endless-map":
        return new EndlessMap();
      case "endless-text":
        return new EndlessText();
      case "growing":
        return new Growing();
      case "spinning-equals":
        return new SpinningBean();
      case "fill":
        List<byte[]> all = new ArrayList<>();
        while (true) {
          all.add(new byte[1_000]);
        }
      case "fill-big":
        List<byte[]> big = new ArrayList<>();
        while (true) {
          big.add(new byte[1_000_000]);
        }
      case "fill-text":
        StringBuilder text = new StringBuilder();
        while (true) {
          text.append(key);
        }
      case "fill-catching":
        List<byte[]> kept = new ArrayList<>();
        while (true) {
          try {
            kept.add(new byte[10_000]);
          } catch (Throwable all2) {
            sink++;
          }
        }
      case "huge-array":
        return new byte[Integer.MAX_VALUE - 2].length + key;
      case "huge-longs":
        return new long[1 << 28].length + key;
      case "huge-matrix":
        return new int[20_000][20_000].length + key;
      case "huge-cube":
        return new Object[1_000][1_000][1_000].length + key;
      case "huge-list":
        return new ArrayList<Object>(1 << 29).size() + key;
      case "huge-builder":
        return new StringBuilder(1 << 30).append(key).toString();
      case "huge-reflected":
        return java.lang.reflect.Array.newInstance(long.class, 1 << 28) + key;
      case "huge-copy":
        return java.util.Arrays.copyOf(new int[1], 1 << 29).length + key;
      case "doubling-builder":
        StringBuilder doubled = new StringBuilder(key);
        while (true) {
          doubled.append(doubled);
        }
      case "doubling-text":
        String longer = key;
        while (true) {
          longer = longer + longer;
        }
      case "growing-builder":
        StringBuilder grown = new StringBuilder();
        while (true) {
          grown.append(key).append("0123456789012345678901234567890123456789");
        }
      case "growing-list":
        List<Object> same = new ArrayList<>();
        while (true) {
          same.add(key);
        }
      case "growing-map":
        Map<Object, Object> numbers = new HashMap<>();
        for (int i = 0; true; i++) {
          numbers.put(i, key);
        }
      case "growing-bytes":
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        while (true) {
          bytes.write(piece, 0, piece.length);
        }
      case "fill-odd":
        // Just above half of a region of G1, which wastes the rest.
        List<byte[]> odd = new ArrayList<>();
        while (true) {
          odd.add(new byte[1 << 20]);
        }
      case "fill-thread":
        new Thread(Next::fill).start();
        return right(key);
      case "fill-threads":
        for (int i = 0; i < 4; i++) {
          new Thread(Next::fill).start();
        }
        return right(key);
      case "leak-much":
        LEAK.add(new byte[8_000_000]);
        return right(key);
      case "leak":
        LEAK.add(new byte[200_000]);
        return right(key);
      case "garbage":
        for (int i = 0; i < 1_000; i++) {
          sink += new byte[100_000].length;
        }
        return right(key);
      case "garbage-texts":
        for (int i = 0; i < 50; i++) {
          StringBuilder texts = new StringBuilder();
          for (int j = 0; j < 10_000; j++) {
            texts.append(key).append(j);
          }
          sink += texts.toString().length();
        }
        return right(key);
      case "threads":
        for (int i = 0; i < 50; i++) {
          new Thread(Next::spin).start();
        }
        return right(key);
      case "interrupts":
        Thread.currentThread().interrupt();
        return right(key);
      case "lock":
        synchronized (Next.class) {
          return spin();
        }
      case "static":
        return Initialised.VALUE;
      case "stage":
        CompletableFuture<Object> stage = new CompletableFuture<>();
        new Thread(
                () -> {
                  stage.complete(new EndlessList());
                  stage.complete("second");
                  spin();
                })
            .start();
        return stage;
      default:
        return right(key);
    }
  }

  private static void fill() {
    List<byte[]> all = new ArrayList<>();
    while (true) {
      all.add(new byte[10_000]);
    }
  }

  private static String right(String key) {
    int hash = 7;
    for (int i = 0; i < 20_000; i++) {
      hash = 31 * hash + key.charAt(i % key.length());
    }
    return key + hash;
  }

  private static Object recurse(int depth) {
    return depth == 0 ? "" : recurse(depth + 1) + "x";
  }

  private static String repeat(String text, int times) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < times; i++) {
      all.append(text);
    }
    return all.toString();
  }

  static Object spin() {
    while (true) {
      sink++;
    }
  }

  static final class Initialised {
    static final Object VALUE = spin();
  }

  static final class Hostile extends RuntimeException {
    @Override
    public String getMessage() {
      return String.valueOf(spin());
    }

    @Override
    public String toString() {
      return String.valueOf(spin());
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      spin();
      return new StackTraceElement[0];
    }

    @Override
    public int hashCode() {
      spin();
      return 0;
    }
  }

  static final class EndlessList extends AbstractList<Object> {
    @Override
    public Object get(int index) {
      return "x";
    }

    @Override
    public int size() {
      return Integer.MAX_VALUE;
    }

    @Override
    public Iterator<Object> iterator() {
      return new Iterator<Object>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public Object next() {
          return "x";
        }
      };
    }
  }

  static final class EndlessMap extends AbstractMap<String, Object> {
    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
      return new java.util.AbstractSet<Map.Entry<String, Object>>() {
        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
          return new Iterator<Map.Entry<String, Object>>() {
            private int at;

            @Override
            public boolean hasNext() {
              return true;
            }

            @Override
            public Map.Entry<String, Object> next() {
              return new SimpleEntry<>("k" + at++, "x");
            }
          };
        }

        @Override
        public int size() {
          return 3;
        }
      };
    }
  }

  static final class EndlessText implements CharSequence {
    @Override
    public int length() {
      return Integer.MAX_VALUE;
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
      return String.valueOf(spin());
    }
  }

  static final class Growing extends AbstractList<Object> {
    @Override
    public Object get(int index) {
      return new Growing();
    }

    @Override
    public int size() {
      return 2;
    }
  }

  static final class SpinningBean {
    public final String text = "x";

    @Override
    public boolean equals(Object other) {
      return spin() == other;
    }

    @Override
    public int hashCode() {
      spin();
      return 1;
    }

    @Override
    public String toString() {
      return String.valueOf(spin());
    }
  }

  static final class Endless {
    static Object inTheJdk() {
      List<Object> endless = Collections.nCopies(Integer.MAX_VALUE, "x");
      long sum = 0;
      for (int i = 0; i < 1_000_000; i++) {
        sum += endless.hashCode();
      }
      return sum;
    }
  }
}
