package io.understudy.value.shape;

import io.understudy.value.RacyReads;
import io.understudy.value.Scalar;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code StringBuffer} by its fields, because its methods lock its monitor. */
final class StringBuffers {
  private static final Class<?> OWNER = Objects.requireNonNull(StringBuffer.class.getSuperclass());
  private static final RacyReads.@Nullable Ref VALUE = RacyReads.refField(OWNER, "value");
  private static final RacyReads.@Nullable Int COUNT = RacyReads.intField(OWNER, "count");

  /** 0 for one byte per character, 1 for two bytes; null on Java 8, which stores chars. */
  private static final RacyReads.@Nullable Int CODER = RacyReads.intField(OWNER, "coder");

  private StringBuffers() {}

  /** The shape of buffers; a frozen one is a private copy. */
  static Shape shape() {
    return ScalarShape.changing(
        StringBuffer.class, Scalar.TEXT, live -> new StringBuffer(text(live)), StringBuffers::text);
  }

  /** The number of characters; other threads may change it at the same time. */
  static int length(Object live) {
    return VALUE == null || COUNT == null ? ((StringBuffer) live).length() : COUNT.get(live);
  }

  /** The characters. */
  static String text(Object live) {
    RacyReads.Ref value = VALUE;
    RacyReads.Int count = COUNT;
    return value == null || count == null
        ? live.toString()
        : RacyReads.readConsistently(() -> readTwice(live, value, count));
  }

  // Reads the text twice, because the buffer has no count of changes.
  private static @Nullable String readTwice(Object live, RacyReads.Ref value, RacyReads.Int count) {
    String first = read(live, value, count);
    RacyReads.fence();
    return first != null && first.equals(read(live, value, count)) ? first : null;
  }

  private static @Nullable String read(Object live, RacyReads.Ref value, RacyReads.Int count) {
    int coder = CODER == null ? 0 : CODER.get(live);
    int length = count.get(live);
    RacyReads.fence();
    Object all = value.get(live);
    if (all instanceof char[]) {
      return length > ((char[]) all).length ? null : new String((char[]) all, 0, length);
    }
    byte[] bytes = (byte[]) Objects.requireNonNull(all);
    if (length << coder > bytes.length || (CODER != null && CODER.get(live) != coder)) {
      return null;
    }
    return coder == 0
        ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
        : utf16(Arrays.copyOf(bytes, length << 1));
  }

  // A charset would replace an unpaired surrogate.
  private static String utf16(byte[] bytes) {
    boolean big = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
    char[] chars = new char[bytes.length / 2];
    for (int i = 0; i < chars.length; i++) {
      int low = bytes[2 * i + (big ? 1 : 0)] & 0xff;
      int high = bytes[2 * i + (big ? 0 : 1)] & 0xff;
      chars[i] = (char) (high << 8 | low);
    }
    return new String(chars);
  }
}
