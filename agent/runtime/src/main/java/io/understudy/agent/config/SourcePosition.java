package io.understudy.agent.config;

import java.util.Comparator;

/** A place in what was configured: a file with line and column, a whole file, or an override. */
public final class SourcePosition {
  /** By line, then by column; the places without a line, such as overrides, are last. */
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

  /** A place in a file; line and column count from 1. */
  public static SourcePosition at(String file, int line, int column) {
    return new SourcePosition(file, line, column);
  }

  /** A file or an override as a whole. */
  public static SourcePosition whole(String source) {
    return new SourcePosition(source, 0, 0);
  }

  /** The place of the character with this index in a file's text. */
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

  /** The line, from 1; 0 where the place is a whole file or an override. */
  public int line() {
    return line;
  }

  /** {@code file:line:column}, as compilers and editors understand it. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
