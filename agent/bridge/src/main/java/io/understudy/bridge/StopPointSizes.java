package io.understudy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The sizes of large objects that candidates make. The agent weaves calls of this class before code
 * that makes an array, and after code that returns a text or an array, and where buffers and
 * collections of the JDK grow: such an object can fill the heap before the next {@linkplain
 * StopPoint stop point}. A call with a small size costs a comparison. Thread-safe.
 */
public final class StopPointSizes {
  /** The smallest size in bytes that matters in a heap of any size. */
  private static final long LEAST = 1L << 18;

  /** A large object has at least this part of the heap. */
  private static final int PART = 512;

  /** The size of a large object in bytes. */
  private static volatile long large = Long.MAX_VALUE;

  /** A power of two. */
  private static final int BUILDERS = 64;

  /** The builders that were looked at last: identity and length. Lost updates cost another look. */
  private static final long[] LOOKED = new long[BUILDERS];

  private StopPointSizes() {}

  /** Begins or ends the measurements. */
  static void measure(boolean on) {
    large = on ? Math.max(LEAST, Runtime.getRuntime().maxMemory() / PART) : Long.MAX_VALUE;
  }

  /**
   * Called before an array is made.
   *
   * @param length the number of its elements
   * @param size the size of an element in bytes
   * @throws StopPoint.Stopped if the heap does not suffice for it
   */
  public static void array(int length, int size) {
    before((long) length * size);
  }

  /**
   * Called before an array of arrays is made.
   *
   * @param length the number of the innermost elements
   * @param size the size of one in bytes
   * @throws StopPoint.Stopped if the heap does not suffice for it
   */
  public static void arrays(long length, int size) {
    before(length > Long.MAX_VALUE / 16 ? Long.MAX_VALUE : length * size);
  }

  /** Returns the number of elements; no overflow occurs. */
  public static long times(long length, int dimension) {
    return dimension > 0 && length > Long.MAX_VALUE / dimension
        ? Long.MAX_VALUE
        : length * dimension;
  }

  /**
   * Called before a part of an array is copied.
   *
   * @throws StopPoint.Stopped if the heap does not suffice for it
   */
  public static void range(int from, int to, int size) {
    before(((long) to - from) * size);
  }

  /**
   * Called before {@code String.repeat}.
   *
   * @throws StopPoint.Stopped if the heap does not suffice for the text
   */
  public static void repeat(@Nullable String text, int times) {
    if (text != null) {
      before(2L * text.length() * times);
    }
  }

  /**
   * Called before an array is made by reflection.
   *
   * @throws StopPoint.Stopped if the heap does not suffice for it
   */
  public static void reflected(@Nullable Class<?> component, int length) {
    boolean isWide = component == long.class || component == double.class;
    boolean isNarrow = component == byte.class || component == boolean.class;
    boolean isHalf = component == char.class || component == short.class;
    before((long) length * (isWide ? 8 : isNarrow ? 1 : isHalf ? 2 : 4));
  }

  /**
   * Called by the JDK before the array of a buffer or collection grows. It is taken to become twice
   * as long, or as long as needed; lists grow by half.
   *
   * @param array null, or of bytes, objects or longs
   * @param needed the needed length; 0 if it is not known
   * @throws StopPoint.Stopped if the heap does not suffice for the new array
   */
  public static void growing(@Nullable Object array, int needed) {
    if (array instanceof byte[]) {
      growing(((byte[]) array).length, needed, 1);
    } else if (array instanceof Object[]) {
      growing(((Object[]) array).length, needed, 4);
    } else if (array instanceof long[]) {
      growing(((long[]) array).length, needed, 8);
    }
  }

  /**
   * Called by the JDK before the builder of a text grows.
   *
   * @param capacity its characters
   * @param needed the needed number
   * @throws StopPoint.Stopped if the heap does not suffice for the new array
   */
  public static void growing(int capacity, int needed) {
    growing(capacity, needed, 2);
  }

  private static void growing(int length, int needed, int size) {
    if (needed == 0 || needed > length) {
      before(Math.max(2L * length, needed) * size);
    }
  }

  private static void before(long bytes) {
    if (bytes >= large) {
      StopPoint.large(bytes, StopPoint.NEW);
    }
  }

  /**
   * Called with a text that code outside the candidate has returned.
   *
   * @throws StopPoint.Stopped if the heap does not suffice for twice of it
   */
  public static void text(@Nullable String text) {
    if (text != null) {
      after(2L * text.length());
    }
  }

  /** Does the same with an array. */
  public static void bytes(byte @Nullable [] array) {
    if (array != null) {
      after(array.length);
    }
  }

  /** Does the same with an array. */
  public static void chars(char @Nullable [] array) {
    if (array != null) {
      after(2L * array.length);
    }
  }

  /** Does the same with an array. */
  public static void objects(Object @Nullable [] array) {
    if (array != null) {
      after(4L * array.length);
    }
  }

  /** Does the same with a builder of a text. */
  public static void builder(@Nullable StringBuilder builder) {
    if (builder != null) {
      built(builder, builder.length());
    }
  }

  /** Does the same with a builder of a text. */
  public static void buffer(@Nullable StringBuffer buffer) {
    if (buffer != null) {
      built(buffer, buffer.length());
    }
  }

  private static void built(Object builder, int length) {
    long bytes = 2L * length;
    if (bytes < large) {
      return;
    }
    // Not for each letter that is appended.
    int identity = System.identityHashCode(builder);
    int at = identity & (BUILDERS - 1);
    long before = LOOKED[at];
    if ((int) (before >> 32) != identity || Math.abs(length - (int) before) > length >> 4) {
      LOOKED[at] = (long) identity << 32 | length;
      StopPoint.large(bytes, StopPoint.GROWN);
    }
  }

  private static void after(long bytes) {
    if (bytes >= large) {
      StopPoint.large(bytes, StopPoint.GROWN);
    }
  }
}
