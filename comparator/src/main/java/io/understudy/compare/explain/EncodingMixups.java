package io.understudy.compare.explain;

import java.nio.charset.Charset;

/**
 * Explains a text whose bytes were read in another encoding than the one in which they were
 * written. Only the first matching pair is reported, because many texts are equal in several
 * encodings.
 */
final class EncodingMixups {
  /** The encoding of the writer, and that of the reader. */
  private static final String[][] MISREAD = {
    {"UTF-8", "ISO-8859-1"},
    {"UTF-8", "windows-1252"},
    {"ISO-8859-1", "UTF-8"},
    {"windows-1252", "ISO-8859-1"},
    {"ISO-8859-15", "ISO-8859-1"},
    {"IBM850", "windows-1252"},
    {"windows-1252", "IBM850"},
  };

  private EncodingMixups() {}

  static void explain(String control, String candidate, ExplanationList found) {
    if (isAscii(control) && isAscii(candidate)) {
      return;
    }
    found.addIf(isReplaced(control, candidate) || isReplaced(candidate, control), "encoding lost");
    for (String[] pair : MISREAD) {
      if (isMisread(pair, control, candidate)) {
        found.add("encoding " + pair[0] + " as " + pair[1]);
        return;
      }
    }
  }

  // Some JVMs lack some of these encodings.
  private static boolean isMisread(String[] pair, String control, String candidate) {
    if (!Charset.isSupported(pair[0]) || !Charset.isSupported(pair[1])) {
      return false;
    }
    Charset written = Charset.forName(pair[0]);
    Charset read = Charset.forName(pair[1]);
    return isMisread(control, written, read, candidate)
        || isMisread(candidate, written, read, control);
  }

  private static boolean isMisread(String right, Charset written, Charset read, String wrong) {
    return written.newEncoder().canEncode(right)
        && new String(right.getBytes(written), read).equals(wrong);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** Returns whether {@code wrong} has a replacement mark for each changed non-ASCII character. */
  private static boolean isReplaced(String right, String wrong) {
    boolean same = right.length() == wrong.length();
    for (int i = 0; same && i < right.length(); i++) {
      char mark = wrong.charAt(i);
      same =
          right.charAt(i) == mark
              || (right.charAt(i) >= 128 && (mark == '?' || mark == '\ufffd' || mark == '\u001a'));
    }
    return same;
  }
}
