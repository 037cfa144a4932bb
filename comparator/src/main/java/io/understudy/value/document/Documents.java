package io.understudy.value.document;

import org.jspecify.annotations.Nullable;

/**
 * Parses texts that contain JSON or XML documents, so that they are compared by content. Stateless
 * and thread-safe. It reads no system property and uses no parser of the JVM or the application.
 */
public final class Documents {
  /** The maximum nesting depth of a document. */
  static final int MOST_DEPTH = 1_000;

  private Documents() {}

  /**
   * The content of a JSON text (RFC 8259): unmodifiable maps in the order of the text, unmodifiable
   * lists, strings, booleans, null, and each number as an exact {@code BigDecimal}.
   *
   * @throws Malformed when the text is not JSON, exceeds a limit, or an object has a name twice,
   *     which parsers read in different ways
   */
  public static @Nullable Object json(String text) throws Malformed {
    return new JsonTextReader(text).document();
  }

  /**
   * The content of an XML text (1.0, with namespaces): an object of kind {@code MAP} with one
   * entry, from the name of the root to the root. docs/comparing.md describes the entries.
   *
   * @throws Malformed when the text is not well-formed, exceeds a limit, or has a document type
   *     declaration. Only the five entities of XML are expanded, and no other file is read.
   */
  public static Object xml(String text) throws Malformed {
    return new XmlTextReader(text).document();
  }

  /**
   * Reports a text that is not a document of the expected format. The message gives the position
   * and no content of the text. Has no stack trace.
   */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private Malformed(String message) {
      super(message, null, false, false);
    }

    /**
     * Makes the exception for a position.
     *
     * @param what one clause without content of the text
     * @param place the offset in the text, from 0
     */
    static Malformed at(String what, String text, int place) {
      int line = 1;
      int column = 1;
      for (int i = 0; i < place; i++) {
        boolean newLine = text.charAt(i) == '\n';
        line += newLine ? 1 : 0;
        column = newLine ? 1 : column + 1;
      }
      return new Malformed(what + " at line " + line + ", column " + column);
    }
  }
}
