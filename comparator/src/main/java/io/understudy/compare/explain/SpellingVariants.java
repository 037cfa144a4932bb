package io.understudy.compare.explain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Explains two spellings of one text by a form that both share. The forms go from narrow to wide;
 * only the first that fits is reported.
 */
final class SpellingVariants {
  private static final Map<String, UnaryOperator<String>> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("line ends", text -> text.replace("\r\n", "\n").replace('\r', '\n'));
    FORMS.put("padding", text -> text.replaceAll("[ \u0000]+$", ""));
    FORMS.put("surrounding whitespace", String::trim);
    FORMS.put("case", SpellingVariants::foldCase);
    FORMS.put("whitespace", SpellingVariants::removeWhitespace);
    FORMS.put("unicode form", text -> Normalizer.normalize(text, Normalizer.Form.NFC));
    FORMS.put("invisible characters", SpellingVariants::removeInvisible);
    FORMS.put("markup escapes", TextEscapes::decodeMarkup);
    FORMS.put("url escapes", TextEscapes::decodeUrl);
    FORMS.put("backslash escapes", TextEscapes::decodeBackslash);
    FORMS.put("quotes", SpellingVariants::removeQuotes);
    FORMS.put("typographic marks", SpellingVariants::simplifyMarks);
    FORMS.put("compatibility form", text -> Normalizer.normalize(text, Normalizer.Form.NFKC));
    FORMS.put("accents", SpellingVariants::removeAccents);
    FORMS.put("umlauts spelled out", SpellingVariants::spellOutUmlauts);
    FORMS.put("separators", SpellingVariants::removeSeparators);
    FORMS.put("words in another order", SpellingVariants::sortWords);
    FORMS.put("case and whitespace", text -> foldCase(removeWhitespace(text)));
    FORMS.put("case and separators", text -> foldCase(removeSeparators(text)));
    FORMS.put("case and umlauts spelled out", text -> foldCase(spellOutUmlauts(text)));
    FORMS.put("case and accents", text -> foldCase(removeAccents(text)));
    FORMS.put("case and words in another order", text -> foldCase(sortWords(foldCase(text))));
  }

  private SpellingVariants() {}

  static void explain(String control, String candidate, ExplanationList found) {
    for (Map.Entry<String, UnaryOperator<String>> form : FORMS.entrySet()) {
      String shared = form.getValue().apply(control);
      // Two empty results have nothing in common.
      if (!shared.isEmpty() && shared.equals(form.getValue().apply(candidate))) {
        found.add(form.getKey());
        return;
      }
    }
  }

  /** Removes case, character by character, as equalsIgnoreCase does. */
  private static String foldCase(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = Character.toLowerCase(Character.toUpperCase(folded[i]));
    }
    return new String(folded);
  }

  private static String removeWhitespace(String text) {
    return text.replaceAll("[\\s\u00a0\u202f]+", "");
  }

  /** Removes soft hyphens, zero-width characters, byte order marks and control characters. */
  private static String removeInvisible(String text) {
    return text.replaceAll("[\u00ad\u200b-\u200f\u2060\ufeff\\p{Cntrl}&&[^\\s]]", "")
        .replaceAll("[\u00a0\u2000-\u200a\u202f\u3000]", " ");
  }

  private static String removeQuotes(String text) {
    String bare = text;
    for (char quote : new char[] {'"', '\''}) {
      int last = bare.length() - 1;
      if (last > 0 && bare.charAt(0) == quote && bare.charAt(last) == quote) {
        bare = bare.substring(1, last);
      }
    }
    return bare;
  }

  private static String simplifyMarks(String text) {
    return text.replaceAll("[\u2018\u2019\u201a\u2032\u00b4`]", "'")
        .replaceAll("[\u201c\u201d\u201e\u2033\u00ab\u00bb]", "\"")
        .replaceAll("[\u2010-\u2015\u2212]", "-")
        .replace("\u2026", "...");
  }

  private static String removeAccents(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  private static String spellOutUmlauts(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < composed.length(); i++) {
      int at =
          "\u00e4\u00f6\u00fc\u00c4\u00d6\u00dc\u00df\u00e6\u00f8\u00e5"
              .indexOf(composed.charAt(i));
      out.append(
          at < 0
              ? composed.substring(i, i + 1)
              : "aeoeueAeOeUessaeoeaa".substring(2 * at, 2 * at + 2));
    }
    return out.toString();
  }

  private static String removeSeparators(String text) {
    return text.replaceAll("[\\s\u00a0\\-_./,:;()'\\\\|+]+", "");
  }

  private static String sortWords(String text) {
    String[] words = text.trim().split("[\\s,;]+");
    Arrays.sort(words);
    return String.join(" ", words);
  }
}
