package io.understudy.report.render;

import io.understudy.report.render.text.VisibleText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes texts of user traffic in YAML, so that they cannot end a scalar or a comment. */
final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.#$-]*");

  /** Words that YAML does not read as a text. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private YamlText() {}

  /** Returns a scalar that reads back as this text, with quotes only where they are necessary. */
  static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : quoted(text);
  }

  /** Returns a double-quoted scalar that reads back as this text. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '"' || c == '\\') {
        out.append('\\').appendCodePoint(c);
      } else if (VisibleText.isPlain(c)) {
        out.appendCodePoint(c);
      } else {
        out.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
      }
    }
    return out.append('"').toString();
  }

  /** Returns the text for the rest of a comment line. */
  static String comment(String text) {
    return VisibleText.line(text, 300);
  }
}
