package io.understudy.portable;

import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.named.KeyOrder;
import io.understudy.value.named.ShapeOutline;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one value, with all objects that it refers to, in portable form. Objects are read as
 * comparisons read them, so no more is carried than what is compared, and no less. For one document
 * on one thread.
 */
public final class PortableWriter {
  private final PortableLimits limits;
  private final boolean lenient;
  private final PortableOutput out;
  private final Map<Object, Integer> objects = new IdentityHashMap<>();
  private final Map<ShapeOutline, Integer> types = new HashMap<>();

  /** The types of the objects so far, which have no sorted contents. */
  private final Map<Shape, Integer> byShape = new IdentityHashMap<>();

  private int values;
  private int depth;

  private PortableWriter(PortableLimits limits, boolean lenient) {
    this.limits = limits;
    this.lenient = lenient;
    this.out = new PortableOutput(limits.bytes());
  }

  /**
   * Writes a value.
   *
   * @param value a live object that no other thread uses, a {@code Frozen}, or null. Collections of
   *     the application are read by their methods
   * @throws PortableFormException when a part cannot be read, has no portable form, or a limit is
   *     exceeded
   */
  public static byte[] write(@Nullable Object value, PortableLimits limits)
      throws PortableFormException {
    return new PortableWriter(limits, false).document(value);
  }

  /**
   * As {@link #write}, but a part that cannot be read is carried as an object that is never equal,
   * with the reason.
   */
  public static byte[] writeLeniently(@Nullable Object value, PortableLimits limits)
      throws PortableFormException {
    return new PortableWriter(limits, true).document(value);
  }

  private byte[] document(@Nullable Object value) throws PortableFormException {
    out.u8(Tag.VERSION);
    value(value);
    return out.toBytes();
  }

  private void value(@Nullable Object value) throws PortableFormException {
    if (++values > limits.values()) {
      throw new PortableFormException("more than " + limits.values() + " values");
    }
    if (value == null) {
      out.u8(Tag.NULL);
    } else if (!basic(value)) {
      Shape shape = shapeOf(value);
      if (shape.kind() == Kind.SCALAR) {
        scalar(shape, value);
      } else {
        object(shape, value);
      }
    }
  }

  // Reading an object of the application may run its code, which may throw anything.
  private static Shape shapeOf(Object value) throws PortableFormException {
    try {
      return StandardShapes.of(value);
    } catch (RuntimeException | LinkageError unreadable) {
      throw unreadable(value.getClass().getName(), unreadable);
    }
  }

  private static PortableFormException unreadable(String typeName, Throwable thrown) {
    return new PortableFormException(
        "reading " + typeName + " threw " + thrown.getClass().getName());
  }

  /** Writes the values whose classes have a code; returns false for all others. */
  private boolean basic(Object value) throws PortableFormException {
    Class<?> type = value.getClass();
    if (type == String.class) {
      out.u8(Tag.TEXT);
      out.text((String) value);
    } else if (type == Boolean.class) {
      out.u8((Boolean) value ? Tag.TRUE : Tag.FALSE);
    } else if (type == Character.class) {
      out.u8(Tag.CHAR);
      out.varint((Character) value);
    } else if (type == BigDecimal.class) {
      out.u8(Tag.DECIMAL);
      out.signed(((BigDecimal) value).scale());
      out.integer(((BigDecimal) value).unscaledValue());
    } else if (type == BigInteger.class) {
      out.u8(Tag.INTEGER);
      out.integer((BigInteger) value);
    } else {
      return primitive(type, value) || JdkValues.write(value, out);
    }
    return true;
  }

  private boolean primitive(Class<?> type, Object value) throws PortableFormException {
    if (type == Integer.class) {
      out.u8(Tag.INT);
      out.signed((Integer) value);
    } else if (type == Long.class) {
      out.u8(Tag.LONG);
      out.signed((Long) value);
    } else if (type == Double.class) {
      out.u8(Tag.DOUBLE);
      out.fixed64(Double.doubleToRawLongBits((Double) value));
    } else if (type == Float.class) {
      out.u8(Tag.FLOAT);
      out.fixed32(Float.floatToRawIntBits((Float) value));
    } else if (type == Short.class) {
      out.u8(Tag.SHORT);
      out.signed((Short) value);
    } else if (type == Byte.class) {
      out.u8(Tag.BYTE);
      out.u8((Byte) value);
    } else {
      return false;
    }
    return true;
  }

  private void scalar(Shape shape, Object value) throws PortableFormException {
    Object plain;
    try {
      plain = shape.plain(value);
    } catch (RuntimeException unreadable) {
      throw unreadable(shape.typeName(), unreadable);
    }
    out.u8(Tag.NAMED);
    type(shape, KeyOrder.NONE);
    if (!PlainForms.fits(shape.scalar(), plain) || !basic(plain)) {
      throw new PortableFormException(shape.typeName() + " has no portable form");
    }
  }

  private void object(Shape shape, Object value) throws PortableFormException {
    Integer known = objects.get(value);
    if (known != null) {
      out.u8(Tag.REFERENCE);
      out.varint(known);
      return;
    }
    if (shape.kind() == Kind.OPAQUE && !lenient) {
      throw new PortableFormException(shape.reason());
    }
    if (depth == limits.depth()) {
      throw new PortableFormException("more than " + limits.depth() + " levels of objects");
    }
    objects.put(value, objects.size());
    depth++;
    try {
      Object primitives = shape.kind() == Kind.LIST ? shape.primitives(value) : null;
      out.u8(primitives == null ? Tag.OBJECT : Tag.PRIMITIVES);
      type(shape, value instanceof Frozen ? KeyOrder.NONE : KeyOrder.of(value));
      if (primitives != null) {
        Primitives.write(primitives, out);
      } else {
        parts(shape, value);
      }
      record(shape.beside(), shape.besideOf(value));
    } catch (RuntimeException | LinkageError unreadable) {
      throw unreadable(shape.typeName(), unreadable);
    }
    depth--;
  }

  private void parts(Shape shape, Object value) throws PortableFormException {
    switch (shape.kind()) {
      case RECORD:
        record(shape, value);
        break;
      case OPAQUE:
        break;
      default:
        elements(shape, value);
    }
  }

  /** The number of parts is known from the type. */
  private void record(Shape shape, Object value) throws PortableFormException {
    int size = shape.names().size();
    for (int i = 0; i < size; i++) {
      value(shape.part(value, i));
    }
  }

  // An iterator may give more or fewer elements than the size says, so each is announced.
  private void elements(Shape shape, Object value) throws PortableFormException {
    boolean isMap = shape.kind() == Kind.MAP;
    Elements elements = shape.elements(value);
    int size = shape.size(value);
    out.varint(size);
    int count = 0;
    for (; elements.next(); count++) {
      if (isMap) {
        value(elements.key());
      }
      value(elements.value());
    }
    if (count != size) {
      throw new PortableFormException(shape.typeName() + " was changed while it was read");
    }
  }

  private void type(Shape shape, KeyOrder order) throws PortableFormException {
    Integer seen = order == KeyOrder.NONE ? byShape.get(shape) : null;
    if (seen != null) {
      out.varint(seen);
      return;
    }
    ShapeOutline outline = ShapeOutline.of(shape, order);
    Integer known = types.putIfAbsent(outline, types.size());
    int number = known == null ? types.size() - 1 : known;
    if (number == TypeReader.MOST_TYPES) {
      throw new PortableFormException("more than " + TypeReader.MOST_TYPES + " types");
    }
    out.varint(number);
    if (known == null) {
      outline(outline);
    }
    if (order == KeyOrder.NONE) {
      byShape.put(shape, number);
    }
  }

  private void outline(ShapeOutline type) throws PortableFormException {
    out.u8(type.kind().ordinal());
    out.text(type.typeName());
    out.varint(type.typeNames().size());
    for (String name : type.typeNames()) {
      out.text(name);
    }
    switch (type.kind()) {
      case SCALAR:
        out.u8(type.scalar().ordinal());
        if (type.scalar() == Scalar.OTHER) {
          out.text(type.family());
        }
        break;
      case RECORD:
        names(type);
        break;
      case OPAQUE:
        out.text(type.reason());
        break;
      default:
        ShapeOutline extra = type.extraFields();
        out.u8(
            (type.isOrdered() ? TypeReader.ORDERED : 0)
                | (type.isBag() ? TypeReader.BAG : 0)
                | (extra == null ? 0 : TypeReader.EXTRA));
        out.u8(type.keyOrder().ordinal());
        if (extra != null) {
          outline(extra);
        }
    }
  }

  private void names(ShapeOutline type) throws PortableFormException {
    out.varint(type.names().size());
    for (int i = 0; i < type.names().size(); i++) {
      out.text(type.names().get(i));
      out.u8(type.isTransient(i) ? 1 : 0);
    }
  }
}
