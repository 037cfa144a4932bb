package io.understudy.compare.walk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes to compare: those of an application of 2008, and their replacements. */
public final class SampleTypes {
  private SampleTypes() {}

  /** A legacy bean: mutable, no equals, and a toString that throws. */
  public static final class LegacyLine {
    String sku;
    BigDecimal price;
    int quantity;

    LegacyLine(String sku, String price, int quantity) {
      this.sku = sku;
      this.price = new BigDecimal(price);
      this.quantity = quantity;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      throw new IllegalStateException("not to be called");
    }

    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public String toString() {
      throw new IllegalStateException("not to be called");
    }
  }

  /** Its replacement, with another class, another order of parts and other number types. */
  public static final class Line {
    final long quantity;
    final BigDecimal price;
    final String sku;

    Line(String sku, String price, long quantity) {
      this.sku = sku;
      this.price = new BigDecimal(price);
      this.quantity = quantity;
    }
  }

  static final class LegacyOrder {
    final String id;
    final Object[] lines;
    final @Nullable Date placed;
    Map<String, Object> notes = new LinkedHashMap<>();

    LegacyOrder(String id, @Nullable Date placed, LegacyLine... lines) {
      this.id = id;
      this.placed = placed;
      this.lines = lines;
    }
  }

  static final class Order {
    final String id;
    final List<Line> lines;
    final @Nullable Object placed;
    final Map<String, Object> notes = new LinkedHashMap<>();

    Order(String id, @Nullable Object placed, Line... lines) {
      this.id = id;
      this.placed = placed;
      this.lines = new ArrayList<>(Arrays.asList(lines));
    }
  }

  /** One part with a name. */
  public static final class Box {
    @Nullable Object content;

    Box(@Nullable Object content) {
      this.content = content;
    }
  }

  /** The same with another name. */
  public static final class Crate {
    @Nullable Object inside;

    Crate(@Nullable Object inside) {
      this.inside = inside;
    }
  }

  /** Two parts. */
  public static final class Pair {
    @Nullable Object left;
    @Nullable Object right;

    Pair(@Nullable Object left, @Nullable Object right) {
      this.left = left;
      this.right = right;
    }
  }

  /** A link of a chain, which may be closed to a ring. */
  public static final class Link {
    final Object value;
    @Nullable Link next;

    Link(Object value, @Nullable Link next) {
      this.value = value;
      this.next = next;
    }
  }

  public enum Colour {
    RED,
    GREEN
  }

  enum NewColour {
    RED,
    BLUE
  }

  static Map<String, Object> map(@Nullable Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  static List<Object> list(@Nullable Object... elements) {
    return Collections.unmodifiableList(Arrays.asList(elements));
  }
}
