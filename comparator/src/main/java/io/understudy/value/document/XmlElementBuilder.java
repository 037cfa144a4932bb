package io.understudy.value.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the content of one element in document order and builds the value of the element. Not
 * thread-safe.
 *
 * <ul>
 *   <li>Without attributes and children, the value is the text, including white space.
 *   <li>Otherwise it is a map. Its entries are {@code @name} for each attribute, {@code #namespace}
 *       if it differs from the parent's, {@code #text} for the text of an element with attributes,
 *       and each child by its local name. Several children of one name are a list. White space
 *       between children is ignored.
 *   <li>If there is text between children, or children of one name are separated by others, the map
 *       has {@code #content} instead. This is a list of texts and children; each child is a map
 *       with its name as the only key.
 * </ul>
 */
final class XmlElementBuilder {
  static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final Map<String, Object> entries = new LinkedHashMap<>();

  /** Texts (String) and children (Child); two texts never follow each other. */
  private final List<Object> parts = new ArrayList<>();

  private final StringBuilder text = new StringBuilder();
  private boolean preserved;

  /** A child element: its local name and its value. */
  private static final class Child {
    final String name;
    final Object content;

    Child(String name, Object content) {
      this.name = name;
      this.content = content;
    }
  }

  /** Sets the namespace of the element if it differs from the parent's; empty for no namespace. */
  void namespace(String uri) {
    entries.put("#namespace", uri);
  }

  /** Sets whether white space between children counts: {@code xml:space="preserve"}. */
  void preserve(boolean preserve) {
    preserved = preserve;
  }

  /** The key of an attribute in the map. */
  static String attribute(String uri, String localName) {
    if (uri.isEmpty()) {
      return "@" + localName;
    }
    return uri.equals(XML) ? "@xml:" + localName : "@{" + uri + "}" + localName;
  }

  /** Adds attributes, sorted by name, because their order has no meaning. */
  void attributes(Map<String, String> attributes) {
    List<String> names = new ArrayList<>(attributes.keySet());
    Collections.sort(names);
    for (String name : names) {
      entries.put(name, attributes.getOrDefault(name, ""));
    }
  }

  void text(CharSequence more) {
    text.append(more);
  }

  void child(String name, Object content) {
    endText();
    parts.add(new Child(name, content));
  }

  private void endText() {
    if (text.length() > 0) {
      parts.add(text.toString());
      text.setLength(0);
    }
  }

  /** Builds the value of the element; call this last. */
  Object build() {
    endText();
    if (parts.isEmpty() || (parts.size() == 1 && parts.get(0) instanceof String)) {
      String all = parts.isEmpty() ? "" : (String) parts.get(0);
      if (entries.isEmpty()) {
        return all;
      }
      if (!all.isEmpty()) {
        entries.put("#text", all);
      }
    } else if (isMixed()) {
      entries.put("#content", content(true));
    } else if (isSeparated()) {
      entries.put("#content", content(false));
    } else {
      addByName();
    }
    return new XmlNode(entries);
  }

  /** Whether there is text between children. */
  private boolean isMixed() {
    for (Object part : parts) {
      if (part instanceof String && (preserved || !isBlank((String) part))) {
        return true;
      }
    }
    return false;
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** Whether children of one name are separated by other children. */
  private boolean isSeparated() {
    Set<String> before = new HashSet<>();
    String last = "";
    for (Object part : parts) {
      if (part instanceof Child) {
        String name = ((Child) part).name;
        if (!name.equals(last) && !before.add(name)) {
          return true;
        }
        last = name;
      }
    }
    return false;
  }

  private List<Object> content(boolean withTexts) {
    List<Object> content = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Child) {
        content.add(XmlNode.named(((Child) part).name, ((Child) part).content));
      } else if (withTexts) {
        content.add(part);
      }
    }
    return Collections.unmodifiableList(content);
  }

  private void addByName() {
    Map<String, List<Object>> children = new LinkedHashMap<>();
    for (Object part : parts) {
      if (part instanceof Child) {
        Child child = (Child) part;
        children.computeIfAbsent(child.name, name -> new ArrayList<>(1)).add(child.content);
      }
    }
    children.forEach(
        (name, all) ->
            entries.put(name, all.size() == 1 ? all.get(0) : Collections.unmodifiableList(all)));
  }
}
