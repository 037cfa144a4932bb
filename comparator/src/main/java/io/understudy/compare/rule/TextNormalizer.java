package io.understudy.compare.rule;

import io.understudy.compare.rule.text.CaseFolding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Normalizes texts by {@link TextRule}s. Two texts are equal when their forms are. Immutable. */
public final class TextNormalizer {
  static final TextNormalizer AS_IT_IS = new TextNormalizer(EnumSet.noneOf(TextRule.class));

  private final Set<TextRule> rules;
  private final Normalizer.@Nullable Form normal;

  private TextNormalizer(Set<TextRule> rules) {
    this.rules = rules;
    this.normal =
        rules.contains(TextRule.NFKC)
            ? Normalizer.Form.NFKC
            : rules.contains(TextRule.NFC) ? Normalizer.Form.NFC : null;
  }

  /**
   * Creates a normalizer.
   *
   * @throws IllegalArgumentException when there is no rule, or the rules contradict each other
   */
  static TextNormalizer of(RuleScope scope, TextRule... rules) {
    if (rules.length == 0) {
      throw new IllegalArgumentException(
          "text " + scope.shown() + ": say what does not count, such as ignore-case or trim");
    }
    Set<TextRule> all = EnumSet.copyOf(Arrays.asList(rules));
    if (all.contains(TextRule.NFC) && all.contains(TextRule.NFKC)) {
      throw new IllegalArgumentException(
          "contradictory: nfc and nfkc in text "
              + scope.shown()
              + " (a text has one normal form; nfkc includes nfc)");
    }
    return new TextNormalizer(all);
  }

  /** Returns the text in normal form, with white space trimmed and collapsed by the rules. */
  String clean(String text) {
    String clean = normal(text);
    if (rules.contains(TextRule.COLLAPSE_WHITESPACE)) {
      clean = collapsed(clean);
    }
    return rules.contains(TextRule.TRIM) ? trimmed(clean) : clean;
  }

  /** Returns a clean text with its case folded, if case does not count. */
  String folded(String clean) {
    return rules.contains(TextRule.IGNORE_CASE) ? normal(CaseFolding.of(clean)) : clean;
  }

  private String normal(String text) {
    return normal == null ? text : Normalizer.normalize(text, normal);
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhite(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhite(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static String collapsed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean white = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isWhite(c)) {
        out.append(c);
      } else if (!white) {
        out.append(' ');
      }
      white = isWhite(c);
    }
    return out.toString();
  }

  // Unicode's White_Space, and U+001C to U+001F as in Java; all are in the basic plane.
  private static boolean isWhite(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextNormalizer && rules.equals(((TextNormalizer) other).rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  /** Returns the names of the rules in configurations. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    rules.forEach(rule -> names.add(rule.wireName()));
    return String.join(", ", names);
  }
}
