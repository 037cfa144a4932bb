package io.understudy.value.document;

import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An XML element with attributes or children, or a document: its entries in the order of the
 * document. Seen as a map whose order counts.
 */
final class XmlNode {
  /** Journals record elements under this name, whatever package the class is in. */
  private static final String RECORDED_NAME = "io.understudy.value." + "XmlNode";

  static final Shape SHAPE =
      ShapeFactory.orderedMap(RECORDED_NAME, node -> ((XmlNode) node).entries.entrySet());

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
}
