package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.nio.ByteBuffer;

/** A byte buffer: a LIST of the bytes from its position to its limit, like a byte array. */
final class ByteBufferShape extends Shape {
  ByteBufferShape(String typeName) {
    super(Kind.LIST, typeName);
  }

  // Reads a duplicate, because reading the buffer itself would move its position.
  private static byte[] content(Object live) {
    ByteBuffer duplicate = ((ByteBuffer) live).duplicate();
    byte[] bytes = new byte[duplicate.remaining()];
    duplicate.get(bytes);
    return bytes;
  }

  @Override
  public int size(Object object) {
    return object instanceof Frozen ? ((Frozen) object).size() : ((ByteBuffer) object).remaining();
  }

  @Override
  public Object primitives(Object object) {
    return object instanceof Frozen ? ((Frozen) object).array() : content(object);
  }

  @Override
  public Elements elements(Object object) {
    if (object instanceof Frozen) {
      return Elements.of((Frozen) object);
    }
    byte[] bytes = content(object);
    return Elements.indexed(bytes.length, i -> bytes[i]);
  }

  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    walk.count(0, ((ByteBuffer) live).remaining());
    frozen.fill(content(live));
  }
}
