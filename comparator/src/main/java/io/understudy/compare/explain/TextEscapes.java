package io.understudy.compare.explain;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the escapes of markup, URLs and source code. */
final class TextEscapes {
  private static final Pattern REFERENCE = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");
  private static final Pattern CODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Map<String, String> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("&lt;", "<");
    NAMED.put("&gt;", ">");
    NAMED.put("&quot;", "\"");
    NAMED.put("&apos;", "'");
    NAMED.put("&nbsp;", "\u00a0");
    NAMED.put("&euro;", "\u20ac");
    NAMED.put("&auml;", "\u00e4");
    NAMED.put("&ouml;", "\u00f6");
    NAMED.put("&uuml;", "\u00fc");
    NAMED.put("&Auml;", "\u00c4");
    NAMED.put("&Ouml;", "\u00d6");
    NAMED.put("&Uuml;", "\u00dc");
    NAMED.put("&szlig;", "\u00df");
    NAMED.put("&eacute;", "\u00e9");
    NAMED.put("&egrave;", "\u00e8");
    NAMED.put("&agrave;", "\u00e0");
    NAMED.put("&ccedil;", "\u00e7");
    // The last, because decoding it can produce the text of another reference.
    NAMED.put("&amp;", "&");
  }

  private TextEscapes() {}

  /** Decodes the references of HTML and XML. */
  static String decodeMarkup(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    Matcher references = REFERENCE.matcher(text);
    StringBuffer out = new StringBuffer();
    while (references.find()) {
      int code = Integer.parseInt(references.group(2), references.group(1).isEmpty() ? 10 : 16);
      String plain =
          Character.isValidCodePoint(code) ? new String(Character.toChars(code)) : "\ufffd";
      references.appendReplacement(out, Matcher.quoteReplacement(plain));
    }
    String plain = references.appendTail(out).toString();
    for (Map.Entry<String, String> named : NAMED.entrySet()) {
      plain = plain.replace(named.getKey(), named.getValue());
    }
    return plain;
  }

  /** Decodes the escapes of URLs: {@code %20}, and a plus sign for a blank. */
  static String decodeUrl(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        out[length++] = (byte) (16 * high + low);
        i += 2;
      } else {
        out[length++] = bytes[i] == '+' ? (byte) ' ' : bytes[i];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  /** Decodes the escapes of JSON and source code. */
  static String decodeBackslash(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    Matcher codes = CODE.matcher(text);
    StringBuffer out = new StringBuffer();
    while (codes.find()) {
      String plain = String.valueOf((char) Integer.parseInt(codes.group(1), 16));
      codes.appendReplacement(out, Matcher.quoteReplacement(plain));
    }
    return codes
        .appendTail(out)
        .toString()
        .replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\t", "\t")
        .replace("\\\"", "\"")
        .replace("\\'", "'")
        .replace("\\/", "/")
        .replace("\\\\", "\\");
  }
}
