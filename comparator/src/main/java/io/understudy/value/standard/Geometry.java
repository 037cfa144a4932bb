package io.understudy.value.standard;

import io.understudy.value.Supertypes;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.awt.Polygon;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of the geometry of {@code java.awt}: records of their coordinates. Points, sizes,
 * rectangles, lines and insets have only their coordinates as parts; other forms also have the name
 * of their form, because an ellipse has the coordinates of a rectangle.
 *
 * <p>This class is loaded only when one of them occurs, because not every JVM has the module.
 */
final class Geometry {
  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("java.awt.geom.Point2D", "x y");
    PARTS.put("java.awt.geom.Dimension2D", "width height");
    PARTS.put("java.awt.geom.Rectangle2D", "x y width height");
    PARTS.put("java.awt.geom.Line2D", "x1 y1 x2 y2");
    PARTS.put("java.awt.Insets", "top left bottom right");
    PARTS.put("java.awt.geom.AffineTransform", "scaleX shearY shearX scaleY translateX translateY");
    PARTS.put("java.awt.geom.Ellipse2D", "form x y width height");
    PARTS.put("java.awt.geom.RoundRectangle2D", "form x y width height arcWidth arcHeight");
    PARTS.put("java.awt.geom.Arc2D", "form x y width height angleStart angleExtent arcType");
    PARTS.put("java.awt.geom.QuadCurve2D", "form x1 y1 ctrlX ctrlY x2 y2");
    PARTS.put("java.awt.geom.CubicCurve2D", "form x1 y1 ctrlX1 ctrlY1 ctrlX2 ctrlY2 x2 y2");
  }

  private static final List<String> OUTLINES =
      Arrays.asList("java.awt.geom.Path2D", "java.awt.geom.Area");

  private Geometry() {}

  /** The shape of a class of the JDK; null if the class is none of these. */
  static @Nullable Shape of(Class<?> type) throws ReflectiveOperationException {
    if (!type.getName().startsWith("java.awt.")) {
      return null; // Some classes of Swing extend these with other state.
    }
    Class<?> base = Supertypes.closest(type, PARTS.keySet());
    if (base != null) {
      return ofParts(type, base, PARTS.getOrDefault(base.getName(), "").split(" "));
    }
    if (type.getName().equals("java.awt.Polygon")) {
      return ShapeFactory.standIn(type.getName(), live -> corners((Polygon) live));
    }
    for (String outline : OUTLINES) {
      if (Supertypes.named(type, outline) != null) {
        return ShapeFactory.standIn(type.getName(), live -> segments((java.awt.Shape) live));
      }
    }
    return null;
  }

  private static Shape ofParts(Class<?> type, Class<?> base, String[] names)
      throws ReflectiveOperationException {
    Parts parts = new Parts(base);
    for (String name : names) {
      if (name.equals("form")) {
        String form = base.getSimpleName();
        parts.with("form", live -> form);
      } else {
        parts.named(name);
      }
    }
    return parts.changing(type);
  }

  private static Object corners(Polygon polygon) {
    List<Object> corners = new ArrayList<>();
    for (int i = 0; i < polygon.npoints; i++) {
      corners.add(Arrays.asList(polygon.xpoints[i], polygon.ypoints[i]));
    }
    return corners;
  }

  /** The winding rule, then each segment: its type and its coordinates. */
  private static Object segments(java.awt.Shape outline) {
    List<Object> segments = new ArrayList<>();
    PathIterator path = outline.getPathIterator(null);
    segments.add(path.getWindingRule());
    while (!path.isDone()) {
      double[] coordinates = new double[6];
      int segment = path.currentSegment(coordinates);
      segments.add(Arrays.asList(segment, Arrays.copyOf(coordinates, used(segment))));
      path.next();
    }
    return segments;
  }

  /** The number of coordinates of a segment. */
  private static int used(int segment) {
    switch (segment) {
      case PathIterator.SEG_CLOSE:
        return 0;
      case PathIterator.SEG_QUADTO:
        return 4;
      case PathIterator.SEG_CUBICTO:
        return 6;
      default:
        return 2;
    }
  }
}
