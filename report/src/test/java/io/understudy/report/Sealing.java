package io.understudy.report;

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
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return String.format(
        "%s,\"records\":%d,\"bytes\":%d,\"sha256\":\"%s\"}\n",
        SEAL, text.lines().count(), bytes.length, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the lines with each of their seals computed again. */
  public static List<String> resealed(List<String> lines) {
    List<String> sealed = new ArrayList<>();
    StringBuilder batch = new StringBuilder();
    for (String line : lines) {
      String next = line;
      if (line.startsWith(SEAL)) {
        next = seal(batch.toString()).strip();
        batch.setLength(0);
      }
      batch.append(next).append('\n');
      sealed.add(next);
    }
    return sealed;
  }
}
