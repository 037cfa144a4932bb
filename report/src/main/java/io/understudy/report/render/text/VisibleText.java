package io.understudy.report.render.text;

/**
 * Makes text from user traffic fit to be looked at: what would be invisible, would reorder its
 * surroundings or would drive a terminal is written as {@code \u202E}, and very long text is cut
 * with its full length said. Markup is not its business: the templates escape.
 */
public final class VisibleText {
  /** How many UTF-16 units of a value are shown where nothing else is said. */
  public static final int MOST = 400;

  private VisibleText() {}

  /** The text on one line, cut after {@link #MOST}. */
  public static String line(String text) {
    return line(text, MOST);
  }

  /** The text on one line, cut after {@code most} UTF-16 units. */
  public static String line(String text, int most) {
    if (text.length() <= most) {
      return escape(text);
    }
    // Never in the middle of a pair.
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return escape(text.substring(0, end)) + cut(text.length());
  }

  /** What stands where the rest of a text was left out. */
  public static String cut(long length) {
    return "… (cut: " + Figures.count(length) + " characters in all)";
  }

  /** Whether a character means itself to the eye, and needs no name. */
  public static boolean isPlain(int codePoint) {
    return !mustBeNamed(codePoint);
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (mustBeNamed(c)) {
            name(out, c);
          } else {
            out.appendCodePoint(c);
          }
        }
      }
    }
    return out.toString();
  }

  // Control, format (bidirectional overrides, zero-width, tags), surrogates without a partner,
  // private use and unassigned (noncharacters among them), line and paragraph separators, and the
  // blanks that are not the blank.
  private static boolean mustBeNamed(int c) {
    if (c >= ' ' && c < 0x7f) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          true;
      default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x034F;
    };
  }

  private static void name(StringBuilder out, int c) {
    for (char unit : Character.toChars(c)) {
      out.append(String.format("\\u%04X", (int) unit));
    }
  }
}
