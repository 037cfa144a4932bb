package io.understudy.value.document;

import org.jspecify.annotations.Nullable;

/**
 * Reads texts that hold documents, so that these are compared by what they say. Stateless; obeys no
 * system property and asks no parser of the JVM or the application.
 */
public final class Documents {
  /** Deeper documents are refused. */
  static final int MOST_DEPTH = 1_000;

  private Documents() {}

  /**
   * What a JSON text (RFC 8259) says: unmodifiable maps in order of their names, unmodifiable
   * lists, strings, booleans, null, and every number as an exact {@code BigDecimal}.
   *
   * @throws Malformed when the text is not JSON, or an object in it has one name twice, of which
   *     readers make different things
   */
  public static @Nullable Object json(String text) throws Malformed {
    return new JsonTextReader(text).document();
  }

  /**
   * What an XML text (1.0, with namespaces) says: an object of kind {@code MAP} that leads from the
   * root's name to the root. What the entries are is said in docs/comparing.md.
   *
   * @throws Malformed when the text is not well-formed, or has a document type declaration: no
   *     entity is ever expanded but the five of XML, and nothing is read from elsewhere
   */
  public static Object xml(String text) throws Malformed {
    return new XmlTextReader(text).document();
  }

  /** A text is not the document that it was taken for. The message tells where, never what. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private Malformed(String message) {
      super(message, null, false, false);
    }

    /**
     * States what is wrong.
     *
     * @param what one clause without values of the text
     * @param place where in the text, from 0
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
