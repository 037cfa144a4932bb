package io.understudy.journal.file;

import io.understudy.journal.SealEntry;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Recomputes the seals of one file while its lines go by. */
final class ChainCheck {
  private final @Nullable MessageDigest digest;
  private long records;
  private long bytes;
  private long firstLine = 1;

  /**
   * A check.
   *
   * @param hashing whether hashes are recomputed; else lines and bytes are only counted
   */
  ChainCheck(boolean hashing) {
    digest = hashing ? Sha256.digest() : null;
  }

  /** Takes a line that is not a seal, or one that cannot be read. */
  void line(byte[] array, int start, int length) {
    if (digest != null) {
      digest.update(array, start, length);
    }
    records++;
    bytes += length;
  }

  /**
   * Takes a seal, which begins the next batch.
   *
   * @param line the number of its line
   * @return what is wrong; null when it holds
   */
  @Nullable String seal(SealEntry seal, long line, byte[] array, int start, int length) {
    String wrong = wrong(seal, line);
    if (digest != null) {
      digest.reset();
    }
    records = 0;
    bytes = 0;
    firstLine = line;
    line(array, start, length);
    return wrong;
  }

  private @Nullable String wrong(SealEntry seal, long line) {
    if (seal.records() != records || seal.bytes() != bytes) {
      return "lines "
          + firstLine
          + " to "
          + (line - 1)
          + " are not those that were sealed: "
          + records
          + " lines and "
          + bytes
          + " bytes stand here, the seal covers "
          + seal.records()
          + " and "
          + seal.bytes()
          + "; lines were added or removed, or a seal was";
    }
    if (digest != null && !seal.sha256().equals(Sha256.hex(digest.digest()))) {
      return "lines "
          + firstLine
          + " to "
          + (line - 1)
          + " are not those that were sealed: "
          + "their SHA-256 is another; at least one of them was changed or moved";
    }
    return null;
  }

  /** How many lines stand after the last seal. */
  long unsealed() {
    return firstLine == 1 && records == 0 ? 0 : firstLine == 1 ? records : records - 1;
  }
}
