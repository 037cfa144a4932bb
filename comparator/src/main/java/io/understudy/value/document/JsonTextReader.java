package io.understudy.value.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text (RFC 8259, strictly) without recursion, through the tokens of Jackson's parser.
 * The parser keeps nothing between texts: no buffers of a thread, no interned names. Used once; not
 * thread-safe.
 */
final class JsonTextReader {
  /** An exponent beyond this is no number that anybody means. */
  static final int MOST_SCALE = 10_000;

  /** Longer numbers take too long to read: that grows with the square of their length. */
  private static final int MOST_DIGITS = 10_000;

  private static final JsonFactory FACTORY =
      ((JsonFactoryBuilder) JsonFactory.builder())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Documents.MOST_DEPTH)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String text;

  /** Whether the text has escapes by number. */
  private final boolean escaped;

  private final Deque<Level> open = new ArrayDeque<>();

  JsonTextReader(String text) {
    this.text = text;
    this.escaped = text.contains("\\u");
  }

  /** An object or array under way: one of the two. */
  private static final class Level {
    final @Nullable Map<String, @Nullable Object> object;
    final List<@Nullable Object> array;
    String name = "";

    Level(boolean isObject) {
      object = isObject ? new LinkedHashMap<>() : null;
      array = isObject ? Collections.emptyList() : new ArrayList<>();
    }

    void add(@Nullable Object value) {
      if (object == null) {
        array.add(value);
      } else {
        object.put(name, value);
      }
    }

    Object done() {
      return object == null
          ? Collections.unmodifiableList(array)
          : Collections.unmodifiableMap(object);
    }
  }

  @Nullable Object document() throws Documents.Malformed {
    try (JsonParser in = FACTORY.createParser(text)) {
      return document(in);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private @Nullable Object document(JsonParser in) throws IOException, Documents.Malformed {
    try {
      Object value = root(in);
      if (in.nextToken() != null) {
        throw malformed("more text after its end", start(in));
      }
      return value;
    } catch (JsonEOFException early) {
      throw malformed("the text ends early", text.length());
    } catch (StreamConstraintsException deep) {
      throw malformed(
          "more than " + Documents.MOST_DEPTH + " levels", in.currentLocation().getCharOffset());
    } catch (JsonProcessingException unexpected) {
      JsonLocation at = unexpected.getLocation();
      throw malformed(
          "another character expected", at == null ? text.length() : at.getCharOffset());
    }
  }

  private @Nullable Object root(JsonParser in) throws IOException, Documents.Malformed {
    while (true) {
      JsonToken token = in.nextToken();
      if (token == null) {
        throw malformed("the text ends early", text.length());
      }
      if (token == JsonToken.FIELD_NAME) {
        name(in);
      } else if (token.isStructStart()) {
        open.push(new Level(token == JsonToken.START_OBJECT));
      } else {
        Object value = token.isStructEnd() ? open.pop().done() : scalar(token, in);
        Level within = open.peek();
        if (within == null) {
          return value;
        }
        within.add(value);
      }
    }
  }

  private void name(JsonParser in) throws IOException, Documents.Malformed {
    Level level = open.element();
    level.name = string(in);
    if (level.object != null && level.object.containsKey(level.name)) {
      throw malformed(
          "an object that has one name twice, which is never read,", endOfString(start(in)));
    }
  }

  private String string(JsonParser in) throws IOException, Documents.Malformed {
    String read = in.getText(); // Reads the string to its end, or fails.
    if (escaped) {
      endOfString(start(in));
    }
    return read;
  }

  /**
   * The place after a string that begins with a quotation mark at {@code start}. Refuses an escape
   * of digits beyond ASCII, of which Jackson's parser looks at the lower eight bits only.
   */
  private long endOfString(long start) throws Documents.Malformed {
    int at = (int) start + 1;
    while (text.charAt(at) != '"') {
      boolean escape = text.charAt(at) == '\\';
      at += escape ? 2 : 1;
      for (int end = at + 4; escape && text.charAt(at - 1) == 'u' && at < end; at++) {
        if (text.charAt(at) > 0x7f) {
          throw malformed("an escape that JSON does not have", at);
        }
      }
    }
    return at + 1L;
  }

  /** Where the token begins. */
  private static long start(JsonParser in) {
    return in.currentTokenLocation().getCharOffset();
  }

  private @Nullable Object scalar(JsonToken token, JsonParser in)
      throws IOException, Documents.Malformed {
    switch (token) {
      case VALUE_STRING:
        return string(in);
      case VALUE_TRUE:
        return true;
      case VALUE_FALSE:
        return false;
      case VALUE_NULL:
        return null;
      default:
        return number(in);
    }
  }

  /** A number, exactly. */
  private BigDecimal number(JsonParser in) throws IOException, Documents.Malformed {
    int length = in.getTextLength();
    if (length <= MOST_DIGITS) {
      try {
        BigDecimal number = new BigDecimal(in.getText());
        if (Math.abs((long) number.scale()) <= MOST_SCALE) {
          return number;
        }
      } catch (NumberFormatException exponent) {
        // Said below.
      }
    }
    throw malformed("a number out of range", start(in) + length);
  }

  private Documents.Malformed malformed(String what, long place) {
    return Documents.Malformed.at("not JSON: " + what, text, (int) Math.min(place, text.length()));
  }
}
