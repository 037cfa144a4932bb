package io.understudy.journal;

/** Bounds and cleans the texts that go into a journal. */
public final class EntryText {
  /** Reasons, signatures and paths are kept to so many characters. */
  public static final int MOST = 1_000;

  private EntryText() {}

  /**
   * A text of at most {@link #MOST} characters: a longer one is cut, and ends with a hash of the
   * whole so that different texts stay different.
   */
  public static String clip(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    String mark = "…" + Integer.toHexString(text.hashCode());
    return text.substring(0, MOST - mark.length()) + mark;
  }

  /** About how many bytes a text takes in JSON. */
  public static long bytes(String text) {
    long bytes = 2;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x20 ? 6 : c < 0x7f ? 1 : 3;
    }
    return bytes;
  }

  /**
   * The text with every unpaired surrogate spelled out as backslash, u and four hexadecimal digits:
   * there is no valid JSON for it that all readers accept.
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
