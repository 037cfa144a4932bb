package io.understudy.journal.redact;

import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

/** Arrays of chars and bytes, which are written as text and as Base64, not as lists. */
final class PrimitiveText {
  private PrimitiveText() {}

  /** Returns whether this is a {@code char[]}. */
  static boolean isChars(Shape shape) {
    return shape.kind() == Kind.LIST && shape.typeName().equals("[C");
  }

  /** Returns whether this is a {@code byte[]}. */
  static boolean isBytes(Shape shape) {
    return shape.kind() == Kind.LIST && shape.typeName().equals("[B");
  }

  /** Returns the first {@code most} characters of a {@code char[]} or a list of characters. */
  static String chars(Shape shape, Object array, int most) {
    StringBuilder out = new StringBuilder();
    Elements elements = shape.elements(array);
    while (out.length() < most && elements.next()) {
      Object value = elements.value();
      if (!(value instanceof Character)) {
        return "";
      }
      out.append((char) value);
    }
    return out.toString();
  }

  /** Returns the first {@code most} bytes of a {@code byte[]} in Base64. */
  static String base64(Shape shape, Object array, int most) {
    return Base64.getEncoder().encodeToString(bytes(shape, array, most));
  }

  private static byte[] bytes(Shape shape, Object array, int most) {
    byte[] bytes = new byte[Math.min(most, shape.size(array))];
    Elements elements = shape.elements(array);
    for (int i = 0; i < bytes.length && elements.next(); i++) {
      Object value = elements.value();
      bytes[i] = value instanceof Byte ? (Byte) value : 0;
    }
    return bytes;
  }

  /** Passes on the texts in which a masked array or list of characters or bytes may occur again. */
  static void variants(Shape shape, Object array, Consumer<String> into) {
    if (isBytes(shape)) {
      byte[] bytes = bytes(shape, array, Integer.MAX_VALUE);
      into.accept(new String(bytes, StandardCharsets.UTF_8));
      into.accept(Base64.getEncoder().encodeToString(bytes));
    } else if (shape.kind() == Kind.LIST) {
      into.accept(chars(shape, array, Integer.MAX_VALUE));
    }
  }
}
