package io.understudy.value.shape;

import io.understudy.value.RacyReads;
import io.understudy.value.Scalar;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code StringBuffer}, whose every method takes its monitor, by its fields. */
final class StringBuffers {
  private static final Class<?> OWNER = Objects.requireNonNull(StringBuffer.class.getSuperclass());
  private static final RacyReads.@Nullable Ref VALUE = RacyReads.ref(OWNER, "value");
  private static final RacyReads.@Nullable Int COUNT = RacyReads.number(OWNER, "count");

  /** Whether there is one byte for each character, 0, or two, 1; there are chars on Java 8. */
  private static final RacyReads.@Nullable Int CODER = RacyReads.number(OWNER, "coder");

  private StringBuffers() {}

  /** The shape of a buffer, of which a private copy is kept. */
  static Shape shape() {
    return ScalarShape.changing(
        StringBuffer.class, Scalar.TEXT, live -> new StringBuffer(text(live)), StringBuffers::text);
  }

  /** How many characters there are about now. */
  static int length(Object live) {
    return VALUE == null || COUNT == null ? ((StringBuffer) live).length() : COUNT.of(live);
  }

  /** The characters. */
  static String text(Object live) {
    RacyReads.Ref value = VALUE;
    RacyReads.Int count = COUNT;
    return value == null || count == null
        ? live.toString()
        : RacyReads.whole(() -> once(live, value, count));
  }

  // Read twice, since nothing counts the changes.
  private static @Nullable String once(Object live, RacyReads.Ref value, RacyReads.Int count) {
    String first = read(live, value, count);
    RacyReads.fence();
    return first != null && first.equals(read(live, value, count)) ? first : null;
  }

  private static @Nullable String read(Object live, RacyReads.Ref value, RacyReads.Int count) {
    int coder = CODER == null ? 0 : CODER.of(live);
    int length = count.of(live);
    RacyReads.fence();
    Object all = value.of(live);
    if (all instanceof char[]) {
      return length > ((char[]) all).length ? null : new String((char[]) all, 0, length);
    }
    byte[] bytes = (byte[]) Objects.requireNonNull(all);
    if (length << coder > bytes.length || (CODER != null && CODER.of(live) != coder)) {
      return null;
    }
    return coder == 0
        ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
        : wide(Arrays.copyOf(bytes, length << 1));
  }

  // Not by a charset: half of a pair is a character too.
  private static String wide(byte[] bytes) {
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
