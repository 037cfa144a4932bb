package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, as JSON: a tree of constants, texts and places of arguments. Immutable.
 */
public final class HttpBody {
  /** The kinds of nodes. */
  public enum Kind {
    /** An object with names. */
    OBJECT,
    /** An array. */
    LIST,
    /** A text with placeholders; if it is one placeholder, the value of its place. */
    TEXT,
    /** A Boolean, BigDecimal or null of the configuration. */
    CONSTANT
  }

  private final Kind kind;
  private final List<String> names;
  private final List<HttpBody> children;
  private final @Nullable HttpText text;
  private final @Nullable Object constant;

  private HttpBody(
      Kind kind,
      List<String> names,
      List<HttpBody> children,
      @Nullable HttpText text,
      @Nullable Object constant) {
    this.kind = kind;
    this.names = Collections.unmodifiableList(new ArrayList<>(names));
    this.children = Collections.unmodifiableList(new ArrayList<>(children));
    this.text = text;
    this.constant = constant;
  }

  /** An object; both lists have one size. */
  public static HttpBody object(List<String> names, List<HttpBody> values) {
    return new HttpBody(Kind.OBJECT, names, values, null, null);
  }

  /** An array. */
  public static HttpBody list(List<HttpBody> elements) {
    return new HttpBody(Kind.LIST, Collections.emptyList(), elements, null, null);
  }

  /** A text. */
  public static HttpBody text(HttpText text) {
    return new HttpBody(Kind.TEXT, Collections.emptyList(), Collections.emptyList(), text, null);
  }

  /** A Boolean, BigDecimal or null. */
  public static HttpBody constant(@Nullable Object value) {
    return new HttpBody(
        Kind.CONSTANT, Collections.emptyList(), Collections.emptyList(), null, value);
  }

  /** The kind of this node. */
  public Kind kind() {
    return kind;
  }

  /** The names of an object. Unmodifiable. */
  public List<String> names() {
    return names;
  }

  /** The values of an object, or the elements of an array. Unmodifiable. */
  public List<HttpBody> children() {
    return children;
  }

  /** The text of a {@link Kind#TEXT}. */
  public HttpText text() {
    if (text == null) {
      throw new IllegalStateException("a " + kind + " has no text");
    }
    return text;
  }

  /** The value of a {@link Kind#CONSTANT}. */
  public @Nullable Object constant() {
    return constant;
  }

  /** Whether a placeholder refers to the receiver. */
  public boolean needsReceiver() {
    return (text != null && text.needsReceiver())
        || children.stream().anyMatch(HttpBody::needsReceiver);
  }

  /** A canonical text, for the hash of the configuration. */
  @Override
  public String toString() {
    return kind + " " + names + " " + children + " " + text + " " + constant;
  }
}
