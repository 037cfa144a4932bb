package io.understudy.journal.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts of a record's masked values. It masks every text that contains one of them, in upper or
 * lower case.
 *
 * <p>One pass finds all secrets in a text: they are looked up by their first four characters, the
 * longest first. Not thread-safe.
 */
final class Secrets {
  /** Shorter values are masked at their path only. Characters. */
  static final int LEAST_LENGTH = 4;

  /** Replaces a secret within a text. */
  static final String MASK = "***";

  private static final int LOOK_AHEAD = 400;

  /** With more different secrets, every text of the record is masked. */
  private static final int MOST = 10_000;

  private final Map<Long, List<String>> byStart = new HashMap<>();
  private final Set<String> values = new HashSet<>();
  private final Set<String> texts = new HashSet<>();
  private final NumberSecrets numbers = new NumberSecrets();
  private boolean everything;

  /** Masks other occurrences of a text, its encodings and its number, if it is long enough. */
  void add(String text) {
    if (everything || !values.add(text)) {
      return;
    }
    if (values.size() > MOST) {
      addEverything();
      return;
    }
    numbers.add(text);
    addText(text);
    Encodings.of(text, this::addText);
  }

  private void addText(String text) {
    if (text.length() < LEAST_LENGTH || !texts.add(text)) {
      return;
    }
    List<String> same = byStart.computeIfAbsent(start(text, 0), key -> new ArrayList<>(1));
    int place = 0;
    while (place < same.size() && same.get(place).length() >= text.length()) {
      place++;
    }
    same.add(place, text);
  }

  /** Masks every text from now on, because not all secrets could be found. */
  void addEverything() {
    everything = true;
  }

  /** Returns the text with {@link #MASK} for every secret; the same text if it contains none. */
  String mask(String text) {
    return mask(text, text.length());
  }

  /**
   * Masks the first characters of a text; a secret that starts among them is masked completely.
   *
   * @param most the number of characters to keep; the rest is cut off
   */
  String mask(String text, int most) {
    if (everything) {
      return text.isEmpty() ? text : MASK;
    }
    int end = Math.min(text.length(), most);
    if (values.isEmpty()) {
      return text.substring(0, end);
    }
    String masked = maskTexts(text, end);
    // With some characters more than are kept, so that a number at the end is seen as a whole.
    String more = text.substring(end, Math.min(text.length(), end + LOOK_AHEAD));
    return numbers.mask(masked + more, masked.length());
  }

  private String maskTexts(String text, int end) {
    StringBuilder out = null;
    int kept = 0;
    for (int i = 0; i < end && i + LEAST_LENGTH <= text.length(); ) {
      int length = secretAt(text, i);
      if (length == 0) {
        i++;
        continue;
      }
      out = (out == null ? new StringBuilder() : out).append(text, kept, i).append(MASK);
      i += length;
      kept = i;
    }
    return out == null
        ? text.substring(0, end)
        : out.append(text, kept, Math.max(kept, end)).toString();
  }

  /** Returns whether the text is or contains a secret. */
  boolean occurIn(String text) {
    return !mask(text).equals(text);
  }

  private int secretAt(String text, int at) {
    List<String> candidates = byStart.get(start(text, at));
    if (candidates == null) {
      return 0;
    }
    for (String secret : candidates) {
      if (text.regionMatches(true, at, secret, 0, secret.length())) {
        return secret.length();
      }
    }
    return 0;
  }

  private static long start(String text, int at) {
    long start = 0;
    for (int i = 0; i < LEAST_LENGTH; i++) {
      // Folds case as regionMatches does.
      start = start << 16 | Character.toLowerCase(Character.toUpperCase(text.charAt(at + i)));
    }
    return start;
  }
}
