package io.understudy.value.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects what one element holds, in the order of the document, and makes of it what the element
 * is seen as:
 *
 * <ul>
 *   <li>without attributes and children its text, white space and all;
 *   <li>else a map: {@code @name} for each attribute, {@code #namespace} where that is not the
 *       parent's, {@code #text} for the text beside attributes, and each child by its local name,
 *       those of one name as a list; white space between children means nothing;
 *   <li>where text stands between children, or children of one name stand apart, the map has {@code
 *       #content} instead: a list of texts and children, each child a map of its name.
 * </ul>
 */
final class XmlElementBuilder {
  static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final Map<String, Object> entries = new LinkedHashMap<>();

  /** Texts (String) and children (Child), no two texts after one another. */
  private final List<Object> parts = new ArrayList<>();

  private final StringBuilder text = new StringBuilder();
  private boolean preserved;

  /** A child element: its local name and what it holds. */
  private static final class Child {
    final String name;
    final Object content;

    Child(String name, Object content) {
      this.name = name;
      this.content = content;
    }
  }

  /** The element's namespace, where it is not the parent's; empty for none. */
  void namespace(String uri) {
    entries.put("#namespace", uri);
  }

  /** Keeps white space between children, as {@code xml:space="preserve"} asks. */
  void preserve(boolean preserve) {
    preserved = preserve;
  }

  /** The name under which an attribute stands. */
  static String attribute(String uri, String localName) {
    if (uri.isEmpty()) {
      return "@" + localName;
    }
    return uri.equals(XML) ? "@xml:" + localName : "@{" + uri + "}" + localName;
  }

  /** Adds attributes; their order means nothing, so they are put into that of their names. */
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

  /** What the element is seen as; nothing may be added any more. */
  Object done() {
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
    } else if (isApart()) {
      entries.put("#content", content(false));
    } else {
      byName();
    }
    return new XmlNode(entries);
  }

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

  private boolean isApart() {
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

  private void byName() {
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
