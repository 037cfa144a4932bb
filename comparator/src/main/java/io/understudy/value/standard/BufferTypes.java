package io.understudy.value.standard;

import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The buffers of {@code java.nio}: a LIST of the elements from position to limit, like an array; a
 * {@code CharBuffer} is a text. A duplicate is read, because reading moves the position.
 */
final class BufferTypes {
  /** The longest text that is read, in characters: its frozen form is as large. */
  private static final int LONGEST_TEXT = 1 << 24;

  private BufferTypes() {}

  /** The shape of a buffer; null for every other class. */
  static @Nullable Shape of(Class<?> type) {
    if (!Buffer.class.isAssignableFrom(type)) {
      return null;
    }
    if (CharBuffer.class.isAssignableFrom(type)) {
      return ShapeFactory.standIn(type.getName(), live -> text((CharBuffer) live));
    }
    if (ByteBuffer.class.isAssignableFrom(type)) {
      return of(type, Byte.BYTES, live -> bytes((ByteBuffer) live));
    }
    if (ShortBuffer.class.isAssignableFrom(type)) {
      return of(type, Short.BYTES, live -> shorts((ShortBuffer) live));
    }
    if (IntBuffer.class.isAssignableFrom(type)) {
      return of(type, Integer.BYTES, live -> ints((IntBuffer) live));
    }
    if (LongBuffer.class.isAssignableFrom(type)) {
      return of(type, Long.BYTES, live -> longs((LongBuffer) live));
    }
    if (FloatBuffer.class.isAssignableFrom(type)) {
      return of(type, Float.BYTES, live -> floats((FloatBuffer) live));
    }
    return DoubleBuffer.class.isAssignableFrom(type)
        ? of(type, Double.BYTES, live -> doubles((DoubleBuffer) live))
        : null;
  }

  private static Shape of(Class<?> type, int bytes, Function<Object, Object> content) {
    return ShapeFactory.content(type, live -> (long) bytes * ((Buffer) live).remaining(), content);
  }

  private static String text(CharBuffer live) {
    if (live.remaining() > LONGEST_TEXT) {
      throw new IllegalStateException("longer than " + LONGEST_TEXT + " characters");
    }
    return live.toString();
  }

  private static byte[] bytes(ByteBuffer live) {
    ByteBuffer duplicate = live.duplicate();
    byte[] all = new byte[duplicate.remaining()];
    duplicate.get(all);
    return all;
  }

  private static short[] shorts(ShortBuffer live) {
    ShortBuffer duplicate = live.duplicate();
    short[] all = new short[duplicate.remaining()];
    duplicate.get(all);
    return all;
  }

  private static int[] ints(IntBuffer live) {
    IntBuffer duplicate = live.duplicate();
    int[] all = new int[duplicate.remaining()];
    duplicate.get(all);
    return all;
  }

  private static long[] longs(LongBuffer live) {
    LongBuffer duplicate = live.duplicate();
    long[] all = new long[duplicate.remaining()];
    duplicate.get(all);
    return all;
  }

  private static float[] floats(FloatBuffer live) {
    FloatBuffer duplicate = live.duplicate();
    float[] all = new float[duplicate.remaining()];
    duplicate.get(all);
    return all;
  }

  private static double[] doubles(DoubleBuffer live) {
    DoubleBuffer duplicate = live.duplicate();
    double[] all = new double[duplicate.remaining()];
    duplicate.get(all);
    return all;
  }
}
