package io.understudy.value.document;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The namespaces in scope at an element, by prefix (Namespaces in XML 1.0). Immutable. */
final class XmlNamespaces {
  /** The scope outside the root. */
  static final XmlNamespaces NONE =
      new XmlNamespaces(Collections.singletonMap("xml", XmlElementBuilder.XML));

  private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";

  private final Map<String, String> byPrefix;

  private XmlNamespaces(Map<String, String> byPrefix) {
    this.byPrefix = byPrefix;
  }

  /** This scope with the declarations of an element. */
  XmlNamespaces with(Map<String, String> attributes, XmlScanner in) throws Documents.Malformed {
    Map<String, String> more = null;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (isDeclaration(attribute.getKey())) {
        boolean isDefault = prefix(attribute.getKey(), in).isEmpty();
        String prefix = isDefault ? "" : localName(attribute.getKey());
        if (more == null) {
          more = new HashMap<>(byPrefix);
        }
        more.put(declared(prefix, attribute.getValue(), in), attribute.getValue());
      }
    }
    return more == null ? this : new XmlNamespaces(more);
  }

  static boolean isDeclaration(String attribute) {
    return attribute.equals("xmlns") || attribute.startsWith("xmlns:");
  }

  private static String declared(String prefix, String uri, XmlScanner in)
      throws Documents.Malformed {
    boolean isXml = prefix.equals("xml");
    if (prefix.equals("xmlns")
        || uri.equals(DECLARATIONS)
        || isXml != uri.equals(XmlElementBuilder.XML)
        || (uri.isEmpty() && !prefix.isEmpty())) {
      throw in.malformed("a namespace that cannot be declared so");
    }
    return prefix;
  }

  /** The namespace of an element; empty for none. */
  String ofElement(String name, XmlScanner in) throws Documents.Malformed {
    String prefix = prefix(name, in);
    return prefix.isEmpty() ? byPrefix.getOrDefault("", "") : uri(prefix, in);
  }

  /** The attributes that are no declarations, by their keys in the map of the element. */
  Map<String, String> named(Map<String, String> attributes, XmlScanner in)
      throws Documents.Malformed {
    Map<String, String> named = new HashMap<>();
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      if (!isDeclaration(name)) {
        String prefix = prefix(name, in);
        String uri = prefix.isEmpty() ? "" : uri(prefix, in);
        if (named.put(XmlElementBuilder.attribute(uri, localName(name)), attribute.getValue())
            != null) {
          throw in.malformed("an attribute that stands there twice");
        }
      }
    }
    return named;
  }

  static String localName(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static String prefix(String name, XmlScanner in) throws Documents.Malformed {
    int colon = name.indexOf(':');
    boolean isWhole = colon < 0 || (colon > 0 && startsName(name, colon + 1));
    if (!isWhole || name.indexOf(':', colon + 1) >= 0) {
      throw in.malformed("a name with a colon in the wrong place");
    }
    return colon < 0 ? "" : name.substring(0, colon);
  }

  // The text after the colon must be a name: "a:1" is wrong.
  private static boolean startsName(String name, int from) {
    if (from >= name.length()) {
      return false;
    }
    try {
      return new XmlScanner(name.substring(from)).name().length() == name.length() - from;
    } catch (Documents.Malformed noName) {
      return false;
    }
  }

  private String uri(String prefix, XmlScanner in) throws Documents.Malformed {
    String uri = byPrefix.get(prefix);
    if (uri == null || prefix.equals("xmlns")) {
      throw in.malformed("a prefix that no namespace is declared for");
    }
    return uri;
  }
}
