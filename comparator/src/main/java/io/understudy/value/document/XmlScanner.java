package io.understudy.value.document;

/**
 * Reads the tokens of an XML text: names, references, text, attribute values. Implements XML 1.0
 * (fifth edition) without document types. Not thread-safe.
 */
final class XmlScanner {
  private final String in;
  private int at;

  /** Normalises line ends to one character (section 2.11). */
  XmlScanner(String text) {
    this.in = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  boolean isAtEnd() {
    return at == in.length();
  }

  /** Whether the next characters are {@code next}. */
  boolean sees(String next) {
    return in.startsWith(next, at);
  }

  /** Skips the next characters if they are {@code next}; returns whether they were. */
  boolean takes(String next) {
    if (!sees(next)) {
      return false;
    }
    at += next.length();
    return true;
  }

  void expect(String next) throws Documents.Malformed {
    if (!takes(next)) {
      throw malformed(next + " expected");
    }
  }

  /** Skips white space; returns whether there was any. */
  boolean skipSpace() {
    int from = at;
    while (at < in.length() && XmlElementBuilder.isSpace(in.charAt(at))) {
      at++;
    }
    return at > from;
  }

  /** The exception for the current position; {@code what} is one clause without content. */
  Documents.Malformed malformed(String what) {
    return Documents.Malformed.at("not XML: " + what, in, at);
  }

  /** Reads a name (productions 4 and 5). */
  String name() throws Documents.Malformed {
    int from = at;
    while (at < in.length()) {
      int c = in.codePointAt(at);
      if (!isNameStart(c) && (at == from || !isNamePart(c))) {
        break;
      }
      at += Character.charCount(c);
    }
    if (at == from) {
      throw malformed("a name expected");
    }
    return in.substring(from, at);
  }

  private static boolean isNameStart(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == ':'
        || (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
        || (c >= 0x370 && c <= 0x1FFF && c != 0x37E)
        || c == 0x200C
        || c == 0x200D
        || (c >= 0x2070 && c <= 0x218F)
        || (c >= 0x2C00 && c <= 0x2FEF)
        || (c >= 0x3001 && c <= 0xD7FF)
        || (c >= 0xF900 && c <= 0xFDCF)
        || (c >= 0xFDF0 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0xEFFFF);
  }

  private static boolean isNamePart(int c) {
    return c == '-'
        || c == '.'
        || (c >= '0' && c <= '9')
        || c == 0xB7
        || (c >= 0x300 && c <= 0x36F)
        || c == 0x203F
        || c == 0x2040;
  }

  /** Reads the text before a mark and skips the mark; checks that XML allows the characters. */
  String upTo(String mark) throws Documents.Malformed {
    int end = in.indexOf(mark, at);
    if (end < 0) {
      throw malformed(mark + " is missing");
    }
    int from = at;
    while (at < end) {
      character();
    }
    at = end + mark.length();
    return in.substring(from, end);
  }

  /** Reads one character (production 2). */
  private int character() throws Documents.Malformed {
    int c = in.codePointAt(at);
    if (!isAllowed(c)) {
      throw malformed("a character that XML does not allow");
    }
    at += Character.charCount(c);
    return c;
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }

  /** Reads the text up to the next markup. */
  void text(XmlElementBuilder into) throws Documents.Malformed {
    StringBuilder text = new StringBuilder();
    while (!isAtEnd() && in.charAt(at) != '<') {
      if (sees("]]>")) {
        throw malformed("]]> within text");
      }
      next(text);
    }
    into.text(text);
  }

  /** Reads an attribute value in quotes; white space characters become spaces (section 3.3.3). */
  String value() throws Documents.Malformed {
    String quote = takes("\"") ? "\"" : "'";
    if (quote.equals("'")) {
      expect("'");
    }
    StringBuilder value = new StringBuilder();
    while (!takes(quote)) {
      if (isAtEnd() || in.charAt(at) == '<') {
        throw malformed("an attribute's value does not end");
      }
      if (XmlElementBuilder.isSpace(in.charAt(at))) {
        value.append(' ');
        at++;
      } else {
        next(value);
      }
    }
    return value.toString();
  }

  private void next(StringBuilder into) throws Documents.Malformed {
    if (takes("&")) {
      into.appendCodePoint(takes("#") ? number() : entity());
    } else {
      into.appendCodePoint(character());
    }
  }

  private int number() throws Documents.Malformed {
    int radix = takes("x") ? 16 : 10;
    int c = 0;
    int from = at;
    for (; !isAtEnd() && digit(radix) >= 0 && c <= Character.MAX_CODE_POINT; at++) {
      c = c * radix + digit(radix);
    }
    if (at == from || !isAllowed(c)) {
      throw malformed("a reference to no character");
    }
    expect(";");
    return c;
  }

  private int digit(int radix) {
    char c = in.charAt(at);
    return c < 0x80 ? Character.digit(c, radix) : -1;
  }

  private int entity() throws Documents.Malformed {
    String[] names = {"lt;", "gt;", "amp;", "apos;", "quot;"};
    for (int i = 0; i < names.length; i++) {
      if (takes(names[i])) {
        return "<>&'\"".charAt(i);
      }
    }
    throw malformed("a reference to an entity that is not one of XML's own");
  }
}
