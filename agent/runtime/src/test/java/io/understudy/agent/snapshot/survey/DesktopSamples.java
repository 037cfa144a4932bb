package io.understudy.agent.snapshot.survey;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.datatransfer.DataFlavor;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.beans.PropertyChangeEvent;
import javax.print.attribute.standard.Copies;
import javax.swing.KeyStroke;

/** Colours, fonts, shapes and events of the desktop. */
final class DesktopSamples extends SampleGroup {
  @Override
  void fill() {
    put("Color", () -> new Color(1, 2, 3), () -> new Color(1, 2, 4));
    put("Font", () -> new Font("a", Font.BOLD, 12), () -> new Font("a", Font.BOLD, 13));
    put("BasicStroke", () -> new BasicStroke(1), () -> new BasicStroke(2));
    put(
        "AlphaComposite",
        () -> AlphaComposite.getInstance(3, 0.5f),
        () -> AlphaComposite.getInstance(3, 0.25f));
    put("Point", () -> new Point(1, 2), () -> new Point(1, 3));
    put("Dimension", () -> new Dimension(1, 2), () -> new Dimension(1, 3));
    put("Rectangle", () -> new Rectangle(1, 2, 3, 4), () -> new Rectangle(1, 2, 3, 5));
    put("Insets", () -> new Insets(1, 2, 3, 4), () -> new Insets(1, 2, 3, 5));
    put("Polygon", () -> polygon(1), () -> polygon(2));
    put("Point2D", () -> new Point2D.Double(1, 2), () -> new Point2D.Double(1, 3));
    put("Point2D.Float", () -> new Point2D.Float(1, 2), () -> new Point2D.Float(1, 3));
    put("Line2D", () -> new Line2D.Double(1, 2, 3, 4), () -> new Line2D.Double(1, 2, 3, 5));
    put(
        "Rectangle2D",
        () -> new Rectangle2D.Double(1, 2, 3, 4),
        () -> new Rectangle2D.Double(1, 2, 3, 5));
    put(
        "Ellipse2D",
        () -> new Ellipse2D.Double(1, 2, 3, 4),
        () -> new Rectangle2D.Double(1, 2, 3, 4));
    put(
        "RoundRectangle2D",
        () -> new RoundRectangle2D.Double(1, 2, 3, 4, 5, 6),
        () -> new RoundRectangle2D.Double(1, 2, 3, 4, 5, 7));
    put(
        "Arc2D",
        () -> new Arc2D.Double(1, 2, 3, 4, 5, 6, Arc2D.PIE),
        () -> new Arc2D.Double(1, 2, 3, 4, 5, 6, Arc2D.OPEN));
    put(
        "QuadCurve2D",
        () -> new QuadCurve2D.Double(1, 2, 3, 4, 5, 6),
        () -> new QuadCurve2D.Double(1, 2, 3, 4, 5, 7));
    put(
        "CubicCurve2D",
        () -> new CubicCurve2D.Double(1, 2, 3, 4, 5, 6, 7, 8),
        () -> new CubicCurve2D.Double(1, 2, 3, 4, 5, 6, 7, 9));
    put("Path2D", () -> path(new Path2D.Double(), 1), () -> path(new Path2D.Double(), 2));
    put("GeneralPath", () -> path(new GeneralPath(), 1), () -> path(new GeneralPath(), 2));
    put(
        "AffineTransform",
        () -> AffineTransform.getScaleInstance(1, 2),
        () -> AffineTransform.getScaleInstance(1, 3));
    put(
        "DataFlavor",
        () -> new DataFlavor(String.class, "a"),
        () -> new DataFlavor(String.class, "b"));
    put("KeyStroke", () -> KeyStroke.getKeyStroke('a'), () -> KeyStroke.getKeyStroke('b'));
    put("Copies", () -> new Copies(1), () -> new Copies(2));
    put("PropertyChangeEvent", () -> event(1), () -> event(2));
  }

  private static Object polygon(int x) {
    return new Polygon(new int[] {x, 2, 3}, new int[] {4, 5, 6}, 3);
  }

  private static Object path(Path2D path, double x) {
    path.moveTo(0, 0);
    path.lineTo(x, 1);
    path.closePath();
    return path;
  }

  private static Object event(int value) {
    return new PropertyChangeEvent("source", "name", 0, value);
  }
}
