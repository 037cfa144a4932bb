package io.understudy.report.render;

import io.understudy.report.render.text.VisibleText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts of user traffic inside YAML: they can neither end a scalar nor a comment. */
final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.#$-]*");

  /** Words that YAML reads as something else than a text. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private YamlText() {}

  /** A scalar that reads back as exactly this text, without quotes where it needs none. */
  static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : quoted(text);
  }

  /** A double-quoted scalar that reads back as exactly this text. */
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

  /** The rest of a comment line. */
  static String comment(String text) {
    return VisibleText.line(text, 300);
  }
}
