package io.understudy.journal.redact;

import java.io.UnsupportedEncodingException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

/** The usual encodings of a whole text, in which a secret may occur again. Stateless. */
final class Encodings {
  /** Encodings of longer texts are not looked for. */
  private static final int MOST_LENGTH = 10_000;

  private static final int LEAST_LENGTH = 6;

  private Encodings() {}

  /** Passes on the encodings that differ from the text; upper and lower case do not matter. */
  static void of(String text, Consumer<String> into) {
    if (text.length() < LEAST_LENGTH || text.length() > MOST_LENGTH) {
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String url = url(text);
    into.accept(url);
    into.accept(url.replace("+", "%20"));
    into.accept(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
    into.accept(text.replace("\\", "\\\\").replace("\"", "\\\""));
    into.accept(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
    // Without the padding, which a longer text or another variant of Base64 does not have.
    into.accept(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    into.accept(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    StringBuilder hex = new StringBuilder(2 * bytes.length);
    for (byte each : bytes) {
      hex.append(Character.forDigit((each >> 4) & 15, 16))
          .append(Character.forDigit(each & 15, 16));
    }
    into.accept(hex.toString());
    if (text.length() <= 40 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      String number = new BigInteger(text).toString(16);
      if (number.length() >= LEAST_LENGTH) {
        into.accept(number);
      }
    }
  }

  private static String url(String text) {
    try {
      return URLEncoder.encode(text, "UTF-8");
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("every Java platform has UTF-8", impossible);
    }
  }
}
