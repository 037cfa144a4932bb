package io.understudy.value.named;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One {@link NamedShape} for each type, so that plans of comparison can be cached by shape. It
 * keeps a limited number of types with a limited number of characters; then it starts again, so a
 * peer that invents names without an end takes little memory. Thread-safe.
 */
public final class NamedShapes {
  static final int MOST = 4096;

  /** The characters of the names of all types that are kept. */
  private static final long MOST_CHARACTERS = 4L << 20;

  /** A type with more characters is not kept. */
  private static final long LONGEST = 64 << 10;

  private final ConcurrentHashMap<ShapeOutline, NamedShape> shapes = new ConcurrentHashMap<>();
  private final AtomicLong characters = new AtomicLong();

  /** Creates a table without types. */
  public NamedShapes() {}

  /** Returns the shape of a type. */
  public NamedShape of(ShapeOutline outline) {
    NamedShape known = shapes.get(outline);
    if (known != null) {
      return known;
    }
    long length = outline.length();
    if (length > LONGEST) {
      return new NamedShape(outline);
    }
    if (shapes.size() >= MOST || characters.get() + length > MOST_CHARACTERS) {
      shapes.clear();
      characters.set(0);
    }
    characters.addAndGet(length);
    return shapes.computeIfAbsent(outline, NamedShape::new);
  }

  /** The number of types that are kept. */
  int size() {
    return shapes.size();
  }
}
