package io.understudy.agent.config;

import java.util.Comparator;

/**
 * A place in a configuration: a file with line and column, a whole file, or an override. Immutable.
 */
public final class SourcePosition {
  /** Orders by line, then by column; places without a line, such as overrides, are last. */
  public static final Comparator<SourcePosition> FILE_ORDER =
      Comparator.comparingInt((SourcePosition where) -> where.line == 0 ? 1 : 0)
          .thenComparingInt(where -> where.line)
          .thenComparingInt(where -> where.column);

  private final String source;
  private final int line;
  private final int column;

  private SourcePosition(String source, int line, int column) {
    this.source = source;
    this.line = line;
    this.column = column;
  }

  /** Returns a place in a file; line and column count from 1. */
  public static SourcePosition at(String file, int line, int column) {
    return new SourcePosition(file, line, column);
  }

  /** Returns the place of a whole file or override. */
  public static SourcePosition whole(String source) {
    return new SourcePosition(source, 0, 0);
  }

  /** Returns the place of the character at an index of a file's text. */
  public static SourcePosition ofIndex(String file, CharSequence text, int index) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < index; i++) {
      column++;
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      }
    }
    return at(file, line, column);
  }

  /** The line, from 1; 0 for a whole file or an override. */
  public int line() {
    return line;
  }

  /** {@code file:line:column}, the form of compilers and editors. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
