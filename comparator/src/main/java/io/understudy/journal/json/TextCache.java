package io.understudy.journal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 and keeps the texts. The tallies of a call point repeat a few texts, so nearly all
 * are found here without decoding and without a new object. The size is fixed: of two texts with
 * the same place, the later one stays. Not thread-safe.
 */
final class TextCache {
  private static final int PLACES = 1_024;
  private static final int LONGEST = 256;

  // Each place starts with the empty text, which is a valid entry.
  private final byte[][] bytes = new byte[PLACES][];
  private final String[] texts = new String[PLACES];

  TextCache() {
    Arrays.fill(bytes, new byte[0]);
    Arrays.fill(texts, "");
  }

  /**
   * Returns the text of some bytes.
   *
   * @return null if the bytes are not valid UTF-8, or contain the replacement character
   */
  @Nullable String text(byte[] line, int from, int to) {
    int place = hash(line, from, to) & (PLACES - 1);
    if (isSame(bytes[place], line, from, to)) {
      return texts[place];
    }
    String text = new String(line, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0) {
      return null;
    }
    if (to - from <= LONGEST) {
      bytes[place] = Arrays.copyOfRange(line, from, to);
      texts[place] = text;
    }
    return text;
  }

  private static int hash(byte[] line, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + line[i];
    }
    return hash ^ (hash >>> 15);
  }

  private static boolean isSame(byte[] known, byte[] line, int from, int to) {
    if (known.length != to - from) {
      return false;
    }
    for (int i = 0; i < known.length; i++) {
      if (known[i] != line[from + i]) {
        return false;
      }
    }
    return true;
  }
}
