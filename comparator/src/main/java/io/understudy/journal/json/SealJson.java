package io.understudy.journal.json;

import io.understudy.journal.SealEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A seal as JSON. */
final class SealJson {
  private SealJson() {}

  /** Returns the complete line. */
  static byte[] line(SealEntry seal) {
    String line =
        "{\"entry\":\"seal\",\"records\":"
            + seal.records()
            + ",\"bytes\":"
            + seal.bytes()
            + ",\"sha256\":\""
            + seal.sha256()
            + "\"}\n";
    return line.getBytes(StandardCharsets.US_ASCII);
  }

  static SealEntry read(EntryParser in) throws IOException {
    long records = 0;
    long bytes = 0;
    String sha256 = "";
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "records":
          records = in.number(1, Long.MAX_VALUE);
          break;
        case "bytes":
          bytes = in.number(1, Long.MAX_VALUE);
          break;
        case "sha256":
          sha256 = in.sha256();
          break;
        default:
          in.skip(field);
      }
    }
    if (sha256.length() != 64) {
      throw new MalformedEntryException("a seal needs sha256 with 64 hexadecimal digits");
    }
    return new SealEntry(records, bytes, sha256);
  }
}
