package io.understudy.agent.convert;

import io.understudy.value.Kind;
import io.understudy.value.Path;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object as JSON text (RFC 8259): named parts and maps as objects, arrays and collections
 * as arrays, numbers with all their digits, dates and other values as text. Not thread-safe.
 */
final class JsonText {
  private final ConversionRun run;
  private final StringBuilder out = new StringBuilder();
  private final Set<Object> above = Collections.newSetFromMap(new IdentityHashMap<>());

  private JsonText(ConversionRun run) {
    this.run = run;
  }

  /** Returns the text of an object. */
  static String of(@Nullable Object source, ConversionRun run, Path path)
      throws ConversionException {
    JsonText text = new JsonText(run);
    text.value(source, path);
    return text.out.toString();
  }

  /** Returns the text of one value, without quotation marks. */
  static String textOf(@Nullable Object source, ConversionRun run, Path path)
      throws ConversionException {
    if (source == null) {
      throw ConversionException.at(path, "is null, which a text cannot say");
    }
    Shape shape = run.converter.views.shapeOf(source);
    if (shape.kind() == Kind.OPTIONAL) {
      return textOf(ConversionRun.content(shape, source), run, path);
    }
    if (shape.kind() != Kind.SCALAR) {
      throw ConversionException.at(
          path, "is a " + shape.typeName() + ", and a text takes one value");
    }
    JsonText text = new JsonText(run);
    text.scalar(shape, source, path);
    boolean isQuoted = text.out.charAt(0) == '"';
    return isQuoted ? shape.plain(source).toString() : text.out.toString();
  }

  /** Appends a text in quotation marks. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private void value(@Nullable Object source, Path path) throws ConversionException {
    if (source == null) {
      out.append("null");
      return;
    }
    Shape shape = run.converter.views.shapeOf(source);
    switch (shape.kind()) {
      case SCALAR:
        scalar(shape, source, path);
        return;
      case OPTIONAL:
        value(ConversionRun.content(shape, source), path);
        return;
      case OPAQUE:
        throw ConversionException.at(path, "cannot be read: " + shape.reason());
      default:
        if (!above.add(source)) {
          throw ConversionException.at(path, "leads back to itself, which JSON cannot say");
        }
        contents(shape, source, path);
        above.remove(source);
    }
  }

  private void contents(Shape shape, Object source, Path path) throws ConversionException {
    if (!shape.beside().names().isEmpty()) {
      throw ConversionException.at(
          path, "is a " + shape.typeName() + ", which adds fields to a collection");
    }
    switch (shape.kind()) {
      case RECORD:
        parts(shape, source, path);
        return;
      case MAP:
        entries(shape, source, path);
        return;
      default:
        out.append('[');
        Elements elements = shape.elements(source);
        for (int i = 0; elements.next(); i++) {
          out.append(i == 0 ? "" : ",");
          value(elements.value(), path.index(i));
        }
        out.append(']');
    }
  }

  private void parts(Shape shape, Object source, Path path) throws ConversionException {
    out.append('{');
    boolean isFirst = true;
    for (int i = 0; i < shape.names().size(); i++) {
      String name = shape.names().get(i);
      Path at = path.part(name);
      if (!run.isDropped(at)) {
        name(name, isFirst);
        value(shape.part(source, i), at);
        isFirst = false;
      }
    }
    out.append('}');
  }

  private void entries(Shape shape, Object source, Path path) throws ConversionException {
    out.append('{');
    Set<String> names = new HashSet<>();
    Elements elements = shape.elements(source);
    for (int i = 0; elements.next(); i++) {
      Object key = elements.key();
      Shape of = key == null ? null : run.converter.views.shapeOf(key);
      boolean isText = of != null && (of.scalar() == Scalar.TEXT || of.scalar() == Scalar.ENUM);
      if (key == null || of == null || !isText) {
        throw ConversionException.at(path, "has a key that is no text, which JSON cannot say");
      }
      String text = of.plain(key).toString();
      if (!names.add(text)) {
        throw ConversionException.at(path, "has two keys of one name, which JSON cannot say");
      }
      name(text, i == 0);
      value(elements.value(), path.key(text));
    }
    out.append('}');
  }

  private void name(String name, boolean isFirst) {
    out.append(isFirst ? "" : ",");
    text(name);
    out.append(':');
  }

  private void scalar(Shape shape, Object source, Path path) throws ConversionException {
    Object plain = shape.plain(source);
    switch (shape.scalar()) {
      case BOOLEAN:
        out.append(plain);
        return;
      case NUMBER:
        number(plain, path);
        return;
      case OTHER:
        if (!shape.typeName().startsWith("java.")) {
          throw ConversionException.at(
              path, "is a " + shape.typeName() + ", which JSON cannot say");
        }
        text(plain.toString());
        return;
      default:
        text(plain.toString());
    }
  }

  private void number(Object number, Path path) throws ConversionException {
    boolean isFinite =
        !(number instanceof Double || number instanceof Float)
            || Math.abs(((Number) number).doubleValue()) <= Double.MAX_VALUE;
    if (!isFinite) {
      throw ConversionException.at(path, "is not a finite number, which JSON cannot say");
    }
    // The digits of a double are those that name it among all doubles. A decimal keeps its scale.
    out.append(number instanceof BigDecimal ? number.toString() : String.valueOf(number));
  }

  private void text(String text) {
    quote(text, out);
  }
}
