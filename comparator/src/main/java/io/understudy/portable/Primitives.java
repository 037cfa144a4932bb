package io.understudy.portable;

/** Arrays of primitives: a code of the element's type, the length, the elements. Stateless. */
final class Primitives {
  private static final String CODES = "ZBSCIJFD";
  private static final int[] WIDTHS = {1, 1, 2, 2, 4, 8, 4, 8};

  private Primitives() {}

  static void write(Object array, PortableOutput out) throws PortableFormException {
    out.u8(CODES.indexOf(array.getClass().getName().charAt(1)));
    if (array instanceof byte[]) {
      out.block((byte[]) array);
    } else if (array instanceof int[]) {
      out.varint(((int[]) array).length);
      for (int each : (int[]) array) {
        out.fixed32(each);
      }
    } else if (array instanceof long[]) {
      out.varint(((long[]) array).length);
      for (long each : (long[]) array) {
        out.fixed64(each);
      }
    } else if (array instanceof double[]) {
      out.varint(((double[]) array).length);
      for (double each : (double[]) array) {
        out.fixed64(Double.doubleToRawLongBits(each));
      }
    } else {
      writeRare(array, out);
    }
  }

  private static void writeRare(Object array, PortableOutput out) throws PortableFormException {
    if (array instanceof boolean[]) {
      out.varint(((boolean[]) array).length);
      for (boolean each : (boolean[]) array) {
        out.u8(each ? 1 : 0);
      }
    } else if (array instanceof float[]) {
      out.varint(((float[]) array).length);
      for (float each : (float[]) array) {
        out.fixed32(Float.floatToRawIntBits(each));
      }
    } else if (array instanceof char[]) {
      out.varint(((char[]) array).length);
      for (char each : (char[]) array) {
        out.u8(each >> 8);
        out.u8(each);
      }
    } else {
      out.varint(((short[]) array).length);
      for (short each : (short[]) array) {
        out.u8(each >> 8);
        out.u8(each);
      }
    }
  }

  static Object read(PortableInput in) throws PortableFormException {
    int code = in.count(CODES.length() - 1);
    int length = in.count(in.left() / WIDTHS[code]);
    switch (CODES.charAt(code)) {
      case 'B':
        return in.raw(length);
      case 'I':
        int[] ints = new int[length];
        for (int i = 0; i < length; i++) {
          ints[i] = in.fixed32();
        }
        return ints;
      case 'J':
        long[] longs = new long[length];
        for (int i = 0; i < length; i++) {
          longs[i] = in.fixed64();
        }
        return longs;
      case 'D':
        double[] doubles = new double[length];
        for (int i = 0; i < length; i++) {
          doubles[i] = Double.longBitsToDouble(in.fixed64());
        }
        return doubles;
      default:
        return readRare(CODES.charAt(code), length, in);
    }
  }

  private static Object readRare(char code, int length, PortableInput in)
      throws PortableFormException {
    if (code == 'Z') {
      boolean[] flags = new boolean[length];
      for (int i = 0; i < length; i++) {
        flags[i] = in.count(1) == 1;
      }
      return flags;
    }
    if (code == 'F') {
      float[] floats = new float[length];
      for (int i = 0; i < length; i++) {
        floats[i] = Float.intBitsToFloat(in.fixed32());
      }
      return floats;
    }
    if (code == 'C') {
      char[] chars = new char[length];
      for (int i = 0; i < length; i++) {
        chars[i] = (char) (in.u8() << 8 | in.u8());
      }
      return chars;
    }
    short[] shorts = new short[length];
    for (int i = 0; i < length; i++) {
      shorts[i] = (short) (in.u8() << 8 | in.u8());
    }
    return shorts;
  }
}
