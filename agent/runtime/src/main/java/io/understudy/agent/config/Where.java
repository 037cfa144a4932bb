package io.understudy.agent.config;

/** A place in what was configured: a file with line and column, a whole file, or an override. */
final class Where {
  final String source;
  final int line;
  final int column;

  private Where(String source, int line, int column) {
    this.source = source;
    this.line = line;
    this.column = column;
  }

  /** A place in a file; line and column count from 1. */
  static Where at(String file, int line, int column) {
    return new Where(file, line, column);
  }

  /** A file or an override as a whole. */
  static Where whole(String source) {
    return new Where(source, 0, 0);
  }

  /** The place of the character with this index in a file's text. */
  static Where ofIndex(String file, CharSequence text, int index) {
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

  /** {@code file:line:column}, as compilers and editors understand it. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
