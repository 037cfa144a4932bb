package io.understudy.value.document;

import java.math.BigDecimal;

/** Reads the tokens of a JSON text: white space, punctuation, strings, numbers. Not thread-safe. */
final class JsonScanner {
  /** The maximum scale of a number. A larger exponent is an error in practice. */
  static final int MOST_SCALE = 10_000;

  /** The maximum length of a number. The time to parse one grows with the square of its length. */
  private static final int MOST_DIGITS = 10_000;

  private final String in;
  private int at;

  JsonScanner(String text) {
    this.in = text;
  }

  boolean isAtEnd() {
    return at == in.length();
  }

  void skipSpace() {
    while (at < in.length() && XmlElementBuilder.isSpace(in.charAt(at))) {
      at++;
    }
  }

  /** Skips the next character if it is {@code next}; returns whether it was. */
  boolean takes(char next) {
    boolean there = at < in.length() && in.charAt(at) == next;
    at += there ? 1 : 0;
    return there;
  }

  /** Skips the next characters if they are {@code next}; returns whether they were. */
  boolean takes(String next) {
    boolean there = in.startsWith(next, at);
    at += there ? next.length() : 0;
    return there;
  }

  void expect(char next) throws Documents.Malformed {
    if (!takes(next)) {
      throw malformed(isAtEnd() ? "the text ends early" : next + " expected");
    }
  }

  /** The exception for the current position; {@code what} is one clause without content. */
  Documents.Malformed malformed(String what) {
    return Documents.Malformed.at("not JSON: " + what, in, at);
  }

  /** Reads a string after its opening quotation mark. */
  String text() throws Documents.Malformed {
    StringBuilder text = new StringBuilder();
    while (!takes('"')) {
      if (isAtEnd()) {
        throw malformed("the text ends early");
      }
      char c = in.charAt(at);
      if (c < ' ') {
        throw malformed("a control character within a text");
      }
      at++;
      text.append(c == '\\' ? escaped() : c);
    }
    return text.toString();
  }

  private char escaped() throws Documents.Malformed {
    int which = isAtEnd() ? -1 : "\"\\/bfnrt".indexOf(in.charAt(at));
    if (which >= 0) {
      at++;
      return "\"\\/\b\f\n\r\t".charAt(which);
    }
    if (!takes('u') || at + 4 > in.length()) {
      throw malformed("an escape that JSON does not have");
    }
    int c = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = in.charAt(at) < 0x80 ? Character.digit(in.charAt(at), 16) : -1;
      if (digit < 0) {
        throw malformed("an escape that JSON does not have");
      }
      c = 16 * c + digit;
    }
    return (char) c;
  }

  /** Reads a number exactly. */
  BigDecimal number() throws Documents.Malformed {
    int from = at;
    takes('-');
    if (!takes('0')) {
      digits();
    }
    if (takes('.')) {
      digits();
    }
    if (takes('e') || takes('E')) {
      if (!takes('-')) {
        takes('+');
      }
      digits();
    }
    return exact(in.substring(from, at));
  }

  private void digits() throws Documents.Malformed {
    int from = at;
    while (at < in.length() && in.charAt(at) >= '0' && in.charAt(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw malformed(isAtEnd() ? "the text ends early" : "a value expected");
    }
  }

  private BigDecimal exact(String digits) throws Documents.Malformed {
    try {
      BigDecimal number = digits.length() > MOST_DIGITS ? null : new BigDecimal(digits);
      if (number != null && Math.abs((long) number.scale()) <= MOST_SCALE) {
        return number;
      }
    } catch (NumberFormatException exponent) {
      // The exponent exceeds an int; reported below.
    }
    throw malformed("a number out of range");
  }
}
