package io.understudy.value.named;

import java.util.concurrent.ConcurrentHashMap;

/**
 * One {@link NamedShape} for each type, so that plans of comparison can be cached by shape. It
 * keeps a limited number of types: a peer that invents names without an end gets shapes that are
 * not kept. Thread-safe.
 */
public final class NamedShapes {
  private static final int MOST = 4096;

  private final ConcurrentHashMap<ShapeOutline, NamedShape> shapes = new ConcurrentHashMap<>();

  /** Creates a table without types. */
  public NamedShapes() {}

  /** Returns the shape of a type. */
  public NamedShape of(ShapeOutline outline) {
    NamedShape known = shapes.get(outline);
    if (known != null) {
      return known;
    }
    return shapes.size() < MOST
        ? shapes.computeIfAbsent(outline, NamedShape::new)
        : new NamedShape(outline);
  }
}
