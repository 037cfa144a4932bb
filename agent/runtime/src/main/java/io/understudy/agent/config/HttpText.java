package io.understudy.agent.config;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A text with placeholders: <code>{/0/customer/id}</code> stands for a part of an argument, <code>
 * {this/rate}</code> for a part of the receiver, and <code>{{</code> for a brace. Immutable.
 */
public final class HttpText {
  private final String written;
  private final List<Object> pieces;

  private HttpText(String written, List<Object> pieces) {
    this.written = written;
    this.pieces = Collections.unmodifiableList(new ArrayList<>(pieces));
  }

  /**
   * Parses a text.
   *
   * @throws IllegalArgumentException when a placeholder is wrong; the message says what to write
   */
  public static HttpText parse(String text) {
    List<Object> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isEscaped = c == '{' && text.startsWith("{", i + 1);
      if (c != '{' || isEscaped) {
        literal.append(c);
        i += isEscaped ? 1 : 0;
        continue;
      }
      int end = text.indexOf('}', i);
      if (end < 0) {
        throw new IllegalArgumentException(
            "the placeholder at character " + (i + 1) + " has no end; write {{ for a brace");
      }
      if (literal.length() > 0) {
        pieces.add(literal.toString());
        literal.setLength(0);
      }
      pieces.add(place(text.substring(i + 1, end)));
      i = end;
    }
    if (literal.length() > 0) {
      pieces.add(literal.toString());
    }
    return new HttpText(text, pieces);
  }

  private static ArgumentSource place(String text) {
    boolean isReceiver = text.equals("this") || text.startsWith("this/");
    List<String> steps =
        new ArrayList<>(
            text.isEmpty()
                ? Collections.emptyList()
                : PathPattern.parse(isReceiver ? text.substring(4) : text).steps());
    int argument = ArgumentSource.RECEIVER;
    if (!isReceiver) {
      if (steps.isEmpty() || !steps.get(0).matches("0|[1-9][0-9]{0,2}")) {
        throw new IllegalArgumentException(
            "expected a placeholder such as {/0/customer/id} or {this/rate}, found {"
                + text
                + "}; a place begins with the number of an argument, counted from 0, and {{ is a"
                + " brace");
      }
      argument = Integer.parseInt(steps.remove(0));
    }
    if (steps.stream().anyMatch(step -> PathPattern.isWild(step) || step.equals("**"))) {
      throw new IllegalArgumentException(
          "expected one place, found {" + text + "}, which has a wildcard");
    }
    return ArgumentSource.part(argument, steps);
  }

  /** The pieces in order: each is a String or an {@link ArgumentSource}. Unmodifiable. */
  public List<Object> pieces() {
    return pieces;
  }

  /** Whether the text is one placeholder and nothing else. */
  public boolean isPlaceholder() {
    return pieces.size() == 1 && pieces.get(0) instanceof ArgumentSource;
  }

  /** Whether a placeholder refers to the receiver. */
  public boolean needsReceiver() {
    return pieces.stream()
        .anyMatch(p -> p instanceof ArgumentSource && ((ArgumentSource) p).isOfReceiver());
  }

  /** The text as it is written in the configuration. */
  @Override
  public String toString() {
    return written;
  }
}
