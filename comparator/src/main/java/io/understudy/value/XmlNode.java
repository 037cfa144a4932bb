package io.understudy.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An XML element with attributes or children, or a document: its entries in the order of the
 * document. Seen as a map whose order counts.
 */
final class XmlNode {
  static final Shape SHAPE = new NodeShape();

  private final Map<String, Object> entries;

  XmlNode(Map<String, Object> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** A document, or an element that stands alone: its name leads to what it holds. */
  static XmlNode named(String name, Object content) {
    Map<String, Object> only = new LinkedHashMap<>();
    only.put(name, content);
    return new XmlNode(only);
  }

  Map<String, Object> entries() {
    return entries;
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  private static final class NodeShape extends Shape {
    NodeShape() {
      super(Kind.MAP, XmlNode.class.getName());
    }

    @Override
    public boolean isOrdered() {
      return true;
    }

    @Override
    public int size(Object object) {
      return object instanceof Frozen
          ? ((Frozen) object).size()
          : ((XmlNode) object).entries.size();
    }

    @Override
    public Elements elements(Object object) {
      return object instanceof Frozen
          ? Elements.of((Frozen) object)
          : Elements.overEntries(((XmlNode) object).entries.entrySet().iterator());
    }

    @Override
    void freeze(Object live, Frozen frozen, Freezing run) throws Uncapturable {
      Map<String, Object> entries = ((XmlNode) live).entries;
      @Nullable Object[] parts = new @Nullable Object[2 * run.expected(entries.size())];
      Arrays.fill(parts, null);
      frozen.fill(parts);
      int n = 0;
      for (Map.Entry<String, Object> entry : entries.entrySet()) {
        parts[n++] = run.part(entry.getKey());
        parts[n++] = run.part(entry.getValue());
      }
    }
  }
}
