package io.understudy.portable;

import io.understudy.value.Kind;
import io.understudy.value.named.NamedScalar;
import io.understudy.value.named.NamedShape;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.shape.Frozen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value in portable form. It loads no class and calls no method of a class that the bytes
 * name. Memory and time grow with the number of bytes alone: counts are not believed, so an array
 * grows with the values that are really there. For one document on one thread.
 */
public final class PortableReader {
  private static final int FIRST_ROOM = 8;

  private final PortableInput in;
  private final PortableLimits limits;
  private final TypeReader types;
  private final List<Frozen> objects = new ArrayList<>();
  private int values;
  private int depth;

  private PortableReader(PortableInput in, PortableLimits limits, NamedShapes shapes) {
    this.in = in;
    this.limits = limits;
    this.types = new TypeReader(in, shapes, limits.values());
  }

  /**
   * Reads a document.
   *
   * @param bytes one whole document
   * @param shapes keeps the types
   * @return null, a scalar of the JDK, a {@link NamedScalar}, or a {@link Frozen} whose shape is a
   *     {@link NamedShape}
   * @throws PortableFormException when the bytes are not a value in portable form, or exceed a
   *     limit
   */
  public static @Nullable Object read(byte[] bytes, PortableLimits limits, NamedShapes shapes)
      throws PortableFormException {
    PortableInput in = new PortableInput(bytes, 0, bytes.length);
    if (bytes.length > limits.bytes()) {
      throw new PortableFormException("more than " + limits.bytes() + " bytes in portable form");
    }
    int version = in.u8();
    if (version != Tag.VERSION) {
      throw new PortableFormException(
          "version " + version + " of the portable form; this is version " + Tag.VERSION);
    }
    Object value = new PortableReader(in, limits, shapes).value();
    in.end();
    return value;
  }

  private @Nullable Object value() throws PortableFormException {
    if (++values > limits.values()) {
      throw new PortableFormException("more than " + limits.values() + " values");
    }
    int tag = in.u8();
    switch (tag) {
      case Tag.NULL:
        return null;
      case Tag.REFERENCE:
        return objects.get(in.count(objects.size() - 1));
      case Tag.OBJECT:
      case Tag.PRIMITIVES:
        return object(tag == Tag.PRIMITIVES);
      case Tag.NAMED:
        return named();
      default:
        return basic(tag);
    }
  }

  private Object named() throws PortableFormException {
    NamedShape type = types.next();
    Object plain = basic(in.u8());
    if (type.kind() != Kind.SCALAR || !PlainForms.fits(type.scalar(), plain)) {
      throw new PortableFormException("a scalar is not of its sort");
    }
    return new NamedScalar(type, plain);
  }

  private Object basic(int tag) throws PortableFormException {
    switch (tag) {
      case Tag.TEXT:
        return in.text();
      case Tag.FALSE:
        return Boolean.FALSE;
      case Tag.TRUE:
        return Boolean.TRUE;
      case Tag.CHAR:
        return (char) in.count(Character.MAX_VALUE);
      case Tag.BYTE:
        return (byte) in.u8();
      case Tag.SHORT:
        int number = in.signed32();
        if (number != (short) number) {
          throw new PortableFormException("a number of more than 16 bits");
        }
        return (short) number;
      case Tag.INT:
        return in.signed32();
      case Tag.LONG:
        return in.signed();
      case Tag.FLOAT:
        return Float.intBitsToFloat(in.fixed32());
      case Tag.DOUBLE:
        return Double.longBitsToDouble(in.fixed64());
      case Tag.INTEGER:
        return in.integer();
      case Tag.DECIMAL:
        int scale = in.signed32();
        return new BigDecimal(in.integer(), scale);
      default:
        Object value = JdkValues.read(tag, in);
        if (value == null) {
          throw new PortableFormException("there is no value with tag " + tag);
        }
        return value;
    }
  }

  private Frozen object(boolean primitives) throws PortableFormException {
    NamedShape type = types.next();
    if (type.kind() == Kind.SCALAR || (primitives && type.kind() != Kind.LIST)) {
      throw new PortableFormException("a type is not of the kind of its object");
    }
    if (depth == limits.depth()) {
      throw new PortableFormException("more than " + limits.depth() + " levels of objects");
    }
    depth++;
    Frozen object = type.create();
    // Before its parts, which may refer to it.
    objects.add(object);
    if (primitives) {
      type.fillParts(object, Primitives.read(in));
    } else {
      type.fillParts(object, parts(type));
    }
    int extra = type.beside().names().size();
    if (extra > 0) {
      type.fillExtraFields(object, values(extra));
    }
    depth--;
    return object;
  }

  private @Nullable Object[] parts(NamedShape type) throws PortableFormException {
    switch (type.kind()) {
      case RECORD:
        return values(type.names().size());
      case OPAQUE:
        return values(0);
      case MAP:
        return values(2 * in.count(in.left() / 2));
      case OPTIONAL:
        return values(in.count(1));
      default:
        return values(in.count(in.left()));
    }
  }

  private @Nullable Object[] values(int count) throws PortableFormException {
    @Nullable Object[] read = new @Nullable Object[Math.min(count, FIRST_ROOM)];
    for (int i = 0; i < count; i++) {
      if (i == read.length) {
        read = Arrays.copyOf(read, (int) Math.min(count, 2L * i));
      }
      read[i] = value();
    }
    return read;
  }
}
