package io.understudy.agent.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known word nearest to a misspelt one, by optimal string alignment distance (insert,
 * delete, replace, swap of neighbours), ignoring case. A word is near if at most a third of the
 * letters differ. Stateless.
 */
public final class NearestWord {
  private NearestWord() {}

  /** Returns {@code ; did you mean "x"?}, or an empty text if no known word is near. */
  public static String didYouMean(String word, Collection<String> known) {
    String nearest = nearest(word, known);
    return nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
  }

  /**
   * Returns the nearest of {@code known}, the first of equally near ones; null if no word is near.
   */
  public static @Nullable String nearest(String word, Collection<String> known) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int most = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
      if (Math.abs(word.length() - candidate.length()) > most) {
        continue;
      }
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance <= most && distance < least) {
        best = candidate;
        least = distance;
      }
    }
    return best == null ? mangled(word, known) : best;
  }

  /** Kotlin compiles some methods {@code find} to {@code find-TeEPt7o} or {@code find$module}. */
  private static @Nullable String mangled(String word, Collection<String> known) {
    for (String each : known) {
      if (each.startsWith(word + "-") || each.startsWith(word + "$")) {
        return each;
      }
    }
    return null;
  }

  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }
}
