package io.understudy.value.standard;

import org.jspecify.annotations.Nullable;

/**
 * The content of a JDK object as a text, together with what it is: a method is equal to a method of
 * the same text, not to the text. Immutable.
 */
public final class TextValue {
  private final String type;
  private final String text;

  TextValue(String type, String text) {
    this.type = type;
    this.text = text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextValue
        && type.equals(((TextValue) other).type)
        && text.equals(((TextValue) other).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
