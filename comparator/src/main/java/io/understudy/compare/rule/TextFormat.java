package io.understudy.compare.rule;

import io.understudy.value.document.Documents;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A format of documents that a text can contain. */
public enum TextFormat {
  /** A JSON text (RFC 8259). */
  JSON {
    @Override
    public @Nullable Object read(String text) throws Documents.Malformed {
      return Documents.json(text);
    }
  },
  /** An XML document (1.0, with namespaces), without a document type declaration. */
  XML {
    @Override
    public Object read(String text) throws Documents.Malformed {
      return Documents.xml(text);
    }
  };

  /**
   * Parses a text.
   *
   * @return the document as an object that can be compared; null for a JSON null
   * @throws Documents.Malformed when the text is not a document of this format
   */
  public abstract @Nullable Object read(String text) throws Documents.Malformed;

  /** The name in configurations: {@code json}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the {@link #wireName()}. */
  @Override
  public String toString() {
    return wireName();
  }
}
