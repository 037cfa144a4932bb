package io.understudy.value.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses an XML text without recursion. Reads no other file. Use an instance once. Not thread-safe.
 *
 * <p>The JVM's StAX parser was tried and rejected. It reads the application's system properties
 * ({@code jdk.xml.maxElementDepth} and others), skips document types, accepts XML 1.1, and cannot
 * be constructed directly on Java 8. Woodstox keeps buffers in thread-locals.
 */
final class XmlTextReader {
  private final XmlScanner in;
  private final Deque<OpenElement> open = new ArrayDeque<>();
  private @Nullable XmlNode root;

  XmlTextReader(String text) {
    this.in = new XmlScanner(text);
  }

  /** An element that is not closed yet. */
  private static final class OpenElement {
    final String qualifiedName;
    final String localName;
    final String uri;
    final XmlNamespaces scope;
    final boolean preserves;
    final XmlElementBuilder content = new XmlElementBuilder();

    OpenElement(
        String qualifiedName,
        String localName,
        String uri,
        XmlNamespaces scope,
        boolean preserves) {
      this.qualifiedName = qualifiedName;
      this.localName = localName;
      this.uri = uri;
      this.scope = scope;
      this.preserves = preserves;
    }
  }

  XmlNode document() throws Documents.Malformed {
    skipDeclaration();
    XmlNode found = null;
    while (!in.isAtEnd()) {
      OpenElement within = open.peek();
      if (within != null) {
        content(within);
      } else if (!in.skipSpace()) {
        outside(found != null);
      }
      found = root;
    }
    if (found == null || !open.isEmpty()) {
      throw in.malformed("the text ends early");
    }
    return found;
  }

  private void skipDeclaration() throws Documents.Malformed {
    if (in.takes("<?xml ") || in.takes("<?xml\n") || in.takes("<?xml\t")) {
      String rest = in.upTo("?>").replace('\'', '"');
      String eq = "\\s*=\\s*";
      if (!rest.matches(
          "\\s*version"
              + eq
              + "\"1\\.0\"(\\s+encoding"
              + eq
              + "\"[A-Za-z][A-Za-z0-9._-]*\")?(\\s+standalone"
              + eq
              + "\"(yes|no)\")?\\s*")) {
        throw in.malformed("an XML declaration of version 1.0 expected");
      }
    }
  }

  private void outside(boolean hasRoot) throws Documents.Malformed {
    if (in.sees("<!DOCTYPE")) {
      throw in.malformed("a document type declaration, which is never read,");
    }
    if (!skipAside()) {
      in.expect("<");
      if (hasRoot) {
        throw in.malformed("a second root");
      }
      start();
    }
  }

  /** Skips a comment or a processing instruction; returns whether there was one. */
  private boolean skipAside() throws Documents.Malformed {
    if (in.takes("<!--")) {
      in.upTo("--");
      in.expect(">");
      return true;
    }
    if (in.takes("<?")) {
      if (in.name().equalsIgnoreCase("xml") || !(in.sees("?>") || in.skipSpace())) {
        throw in.malformed("a processing instruction expected");
      }
      in.upTo("?>");
      return true;
    }
    return false;
  }

  private void content(OpenElement within) throws Documents.Malformed {
    if (!in.sees("<")) {
      in.text(within.content);
    } else if (in.takes("<![CDATA[")) {
      within.content.text(in.upTo("]]>"));
    } else if (in.takes("</")) {
      if (!in.name().equals(within.qualifiedName)) {
        throw in.malformed("the end of another element than the last");
      }
      in.skipSpace();
      in.expect(">");
      end();
    } else if (!skipAside()) {
      in.expect("<");
      start();
    }
  }

  private void start() throws Documents.Malformed {
    if (open.size() == Documents.MOST_DEPTH) {
      throw in.malformed("more than " + Documents.MOST_DEPTH + " levels");
    }
    String name = in.name();
    Map<String, String> attributes = attributes();
    OpenElement parent = open.peek();
    XmlNamespaces scope = (parent == null ? XmlNamespaces.NONE : parent.scope).with(attributes, in);
    String uri = scope.ofElement(name, in);
    Map<String, String> named = scope.named(attributes, in);
    String space = named.get("@xml:space");
    OpenElement element =
        new OpenElement(
            name,
            XmlNamespaces.localName(name),
            uri,
            scope,
            space == null ? parent != null && parent.preserves : space.equals("preserve"));
    element.content.preserve(element.preserves);
    if (!uri.equals(parent == null ? "" : parent.uri)) {
      element.content.namespace(uri);
    }
    element.content.attributes(named);
    open.push(element);
    if (in.takes("/>")) {
      end();
    } else {
      in.expect(">");
    }
  }

  /** The attributes by their written names, including declarations of namespaces. */
  private Map<String, String> attributes() throws Documents.Malformed {
    Map<String, String> attributes = new LinkedHashMap<>();
    while (in.skipSpace() && !in.sees(">") && !in.sees("/")) {
      String name = in.name();
      in.skipSpace();
      in.expect("=");
      in.skipSpace();
      if (attributes.put(name, in.value()) != null) {
        throw in.malformed("an attribute that stands there twice");
      }
    }
    return attributes;
  }

  private void end() {
    OpenElement element = open.pop();
    Object content = element.content.build();
    OpenElement parent = open.peek();
    if (parent == null) {
      root = XmlNode.named(element.localName, content);
    } else {
      parent.content.child(element.localName, content);
    }
  }
}
