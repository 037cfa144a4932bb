package io.understudy.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Seals lines as the agent does, and as a forger would. */
public final class Sealing {
  private static final String SEAL = "{\"entry\":\"seal\"";

  private Sealing() {}

  /** Returns the line of a seal over a text of complete lines. */
  public static String seal(String text) {
    return seal(text, StandardCharsets.UTF_8);
  }

  private static String seal(String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    return String.format(
        "%s,\"records\":%d,\"bytes\":%d,\"sha256\":\"%s\"}\n",
        SEAL, text.chars().filter(c -> c == '\n').count(), bytes.length, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the lines, one byte each character, with each of their seals computed again. */
  public static List<String> resealed(List<String> lines) {
    List<String> sealed = new ArrayList<>();
    StringBuilder batch = new StringBuilder();
    for (String line : lines) {
      String next = line;
      if (line.startsWith(SEAL)) {
        next = seal(batch.toString(), StandardCharsets.ISO_8859_1).strip();
        batch.setLength(0);
      }
      batch.append(next).append('\n');
      sealed.add(next);
    }
    return sealed;
  }
}
