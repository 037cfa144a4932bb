package io.understudy.journal;

/** Limits and cleans the texts of journal entries. Stateless. */
public final class EntryText {
  /** The greatest length of a reason, signature or path. Characters. */
  public static final int MOST = 1_000;

  private EntryText() {}

  /**
   * Returns a text of at most {@link #MOST} characters. A longer text is cut and ends with a hash
   * of the whole, so different texts stay different.
   */
  public static String clip(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    String mark = "…" + Integer.toHexString(text.hashCode());
    return text.substring(0, MOST - mark.length()) + mark;
  }

  /** Returns the estimated size of a text in JSON. Bytes. */
  public static long bytes(String text) {
    long bytes = 2;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x20 ? 6 : c < 0x7f ? 1 : 3;
    }
    return bytes;
  }

  /**
   * Returns the text with every unpaired surrogate replaced by a backslash, u and four hexadecimal
   * digits. Valid JSON that all readers accept cannot contain an unpaired surrogate.
   */
  public static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return escapeSurrogates(text, i);
      }
    }
    return text;
  }

  private static String escapeSurrogates(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        out.append(c);
      } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(String.format("\\u%04x", (int) c));
      }
    }
    return out.toString();
  }
}
