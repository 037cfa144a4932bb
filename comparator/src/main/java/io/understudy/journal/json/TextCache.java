package io.understudy.journal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes of UTF-8 into texts, and remembers them: the few texts of a call point stand in each
 * of its tallies, so nearly all are found here, without decoding and without a new object. Of a
 * fixed size: where two texts fall on one place, the later one takes it. Not thread-safe.
 */
final class TextCache {
  private static final int PLACES = 1_024;
  private static final int LONGEST = 256;

  // At first each place holds the empty text, which is as true as any other.
  private final byte[][] bytes = new byte[PLACES][0];
  private final String[] texts = new String[PLACES];

  TextCache() {
    Arrays.fill(texts, "");
  }

  /**
   * The text of some bytes.
   *
   * @return null when they are not valid UTF-8, or hold the character that stands for what is not
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
