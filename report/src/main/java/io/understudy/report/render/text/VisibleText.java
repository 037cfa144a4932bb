package io.understudy.report.render.text;

/**
 * Makes text from user traffic safe to display. Characters that are invisible, reorder the text
 * around them or control a terminal become escapes such as {@code \u202E}. Long text is cut with a
 * remark on its full length. HTML is not escaped here: the templates do that.
 */
public final class VisibleText {
  /** The usual maximum length of a displayed text, in UTF-16 units. */
  public static final int MOST = 400;

  private VisibleText() {}

  /** Returns the text on one line, cut after {@link #MOST} UTF-16 units. */
  public static String line(String text) {
    return line(text, MOST);
  }

  /** Returns the text on one line, cut after {@code most} UTF-16 units. */
  public static String line(String text, int most) {
    if (text.length() <= most) {
      return escape(text);
    }
    // Never cut between the two units of a surrogate pair.
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return escape(text.substring(0, end)) + cut(text.length());
  }

  /** Returns the remark at the end of a cut text, with the full length of the text. */
  public static String cut(long length) {
    return "… (cut: "
        + Figures.count(length)
        + (length == 1 ? " character" : " characters")
        + " in all)";
  }

  /** Whether a character is displayed as itself, without an escape. */
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

  // Control and format characters (bidirectional overrides, zero-width, tags), unpaired surrogates,
  // private use, unassigned (including noncharacters), line and paragraph separators, and all
  // spaces except U+0020.
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
