package io.understudy.journal.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as hexadecimal text; every JVM supports it. */
final class Sha256 {
  private static final char[] DIGITS = "0123456789abcdef".toCharArray();

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(
          "this JVM has no SHA-256, which every JVM must have", impossible);
    }
  }

  static String hex(byte[] bytes) {
    char[] hex = new char[2 * bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      hex[2 * i] = DIGITS[bytes[i] >> 4 & 15];
      hex[2 * i + 1] = DIGITS[bytes[i] & 15];
    }
    return new String(hex);
  }
}
