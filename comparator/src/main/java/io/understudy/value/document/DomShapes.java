package io.understudy.value.document;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of DOM nodes of any implementation. A node is read like the same XML text in {@link
 * Documents#xml}. Each access reads one level, so that the meter counts the cost.
 */
public final class DomShapes {
  private static final int ELEMENT = 1;
  private static final int ATTRIBUTE = 2;
  private static final int TEXT = 3;
  private static final int CDATA = 4;
  private static final int REFERENCE = 5;
  private static final int INSTRUCTION = 7;
  private static final int COMMENT = 8;
  private static final int DOCUMENT = 9;
  private static final int FRAGMENT = 11;

  private final Function<Object, @Nullable Object> type;
  private final Function<Object, @Nullable Object> name;
  private final Function<Object, @Nullable Object> localName;
  private final Function<Object, @Nullable Object> uri;
  private final Function<Object, @Nullable Object> value;
  private final Function<Object, @Nullable Object> first;
  private final Function<Object, @Nullable Object> next;
  private final Function<Object, @Nullable Object> attributes;
  private final Function<Object, @Nullable Object> length;
  private final BiFunction<Object, Object, @Nullable Object> item;

  private DomShapes(Class<?> node) throws ReflectiveOperationException {
    type = Accessors.method(node, "getNodeType");
    name = Accessors.method(node, "getNodeName");
    localName = Accessors.method(node, "getLocalName");
    uri = Accessors.method(node, "getNamespaceURI");
    value = Accessors.method(node, "getNodeValue");
    first = Accessors.method(node, "getFirstChild");
    next = Accessors.method(node, "getNextSibling");
    attributes = Accessors.method(node, "getAttributes");
    Class<?> map = node.getMethod("getAttributes").getReturnType();
    length = Accessors.method(map, "getLength");
    item = Accessors.method(map, "item", int.class);
  }

  /** The shape of an XML element or document of this package; null for every other class. */
  public static @Nullable Shape ofValue(Class<?> type) {
    if (type == XmlNode.class) {
      return XmlNode.SHAPE;
    }
    return type == Child.class ? Child.SHAPE : null;
  }

  /**
   * The shape of a class of nodes.
   *
   * @param api {@code org.w3c.dom.Node}, loaded by the loader that the class uses
   * @param names the names of the class and all its supertypes
   */
  public static Shape of(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), new DomShapes(api)::meaning);
  }

  /** A child element. Its content depends on the namespace and the white space of its parent. */
  private static final class Child {
    /** Reads the element as its content; its name is a key in the parent. */
    static final Shape SHAPE =
        ShapeFactory.standIn(
            "org.w3c.dom.Element",
            child -> ((Child) child).dom.element(((Child) child).node, (Child) child));

    private final DomShapes dom;
    private final Object node;
    private final String parentUri;
    private final boolean preserves;

    Child(DomShapes dom, Object node, String parentUri, boolean preserves) {
      this.dom = dom;
      this.node = node;
      this.parentUri = parentUri;
      this.preserves = preserves;
    }
  }

  private int type(Object node) {
    return ((Number) Accessors.present(type.apply(node))).intValue();
  }

  private @Nullable Object meaning(Object node) {
    switch (type(node)) {
      case ELEMENT:
        return XmlNode.named(localName(node), element(node, new Child(this, node, "", false)));
      case ATTRIBUTE:
      case TEXT:
      case CDATA:
      case COMMENT:
      case INSTRUCTION:
        return text(value.apply(node));
      case DOCUMENT:
      case FRAGMENT:
        XmlElementBuilder content = new XmlElementBuilder();
        children(node, content, new Child(this, node, "", false), "");
        return content.build();
      default:
        throw new IllegalArgumentException("a node without content of its own");
    }
  }

  private static String text(@Nullable Object text) {
    return text == null ? "" : (String) text;
  }

  private String localName(Object node) {
    Object local = localName.apply(node);
    return local == null ? text(name.apply(node)) : (String) local;
  }

  private Object element(Object node, Child at) {
    XmlElementBuilder content = new XmlElementBuilder();
    String namespace = text(uri.apply(node));
    if (!namespace.equals(at.parentUri)) {
      content.namespace(namespace);
    }
    Map<String, String> named = attributes(Accessors.present(attributes.apply(node)));
    String space = named.get("@xml:space");
    boolean preserves = space == null ? at.preserves : space.equals("preserve");
    content.preserve(preserves);
    content.attributes(named);
    children(node, content, new Child(this, node, namespace, preserves), namespace);
    return content.build();
  }

  private Map<String, String> attributes(Object map) {
    Map<String, String> named = new HashMap<>();
    int count = (Integer) Accessors.present(length.apply(map));
    for (int i = 0; i < count; i++) {
      Object attribute = Accessors.present(item.apply(map, i));
      boolean aware = localName.apply(attribute) != null;
      // A tree that was parsed without namespaces shows them only as declarations.
      if (!aware || !XmlNamespaces.isDeclaration(text(name.apply(attribute)))) {
        String key =
            aware || !text(name.apply(attribute)).startsWith("xml:")
                ? XmlElementBuilder.attribute(text(uri.apply(attribute)), localName(attribute))
                : "@" + name.apply(attribute);
        named.put(key, text(value.apply(attribute)));
      }
    }
    return named;
  }

  private void children(Object node, XmlElementBuilder content, Child within, String namespace) {
    for (Object child = first.apply(node); child != null; child = next.apply(child)) {
      switch (type(child)) {
        case ELEMENT:
          content.child(localName(child), new Child(this, child, namespace, within.preserves));
          break;
        case TEXT:
        case CDATA:
          content.text(text(value.apply(child)));
          break;
        case REFERENCE:
          children(child, content, within, namespace);
          break;
        default: // Comments, processing instructions and the document type are not compared.
      }
    }
  }
}
