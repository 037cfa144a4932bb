package io.understudy.value.document;

import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An XML element with attributes or children, or a document. Its entries are in document order; it
 * is read as a map in which the order counts. Immutable.
 */
final class XmlNode {
  /** The type name of elements in journals; it does not follow the package of this class. */
  private static final String RECORDED_NAME = "io.understudy.value." + "XmlNode";

  static final Shape SHAPE =
      ShapeFactory.orderedMap(RECORDED_NAME, node -> ((XmlNode) node).entries.entrySet());

  private final Map<String, Object> entries;

  XmlNode(Map<String, Object> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** A document, or an element without a parent: a map with its name as the only key. */
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
