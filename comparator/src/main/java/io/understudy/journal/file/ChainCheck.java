package io.understudy.journal.file;

import io.understudy.journal.SealEntry;
import io.understudy.value.CountText;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Recomputes the seals of one file, line by line. */
final class ChainCheck {
  private final @Nullable MessageDigest digest;
  private long records;
  private long bytes;
  private long firstLine = 1;

  /**
   * Creates a check for one file.
   *
   * @param hashing whether to recompute hashes; else only lines and bytes are counted
   */
  ChainCheck(boolean hashing) {
    digest = hashing ? Sha256.digest() : null;
  }

  /** Adds a line that is not a seal, or that cannot be read. */
  void addLine(byte[] array, int start, int length) {
    if (digest != null) {
      digest.update(array, start, length);
    }
    records++;
    bytes += length;
  }

  /**
   * Checks a seal and starts the next batch with it.
   *
   * @param line the number of its line
   * @return what is wrong; null if the seal holds
   */
  @Nullable String checkSeal(SealEntry seal, long line, byte[] array, int start, int length) {
    String problem = findProblem(seal, line);
    if (digest != null) {
      digest.reset();
    }
    records = 0;
    bytes = 0;
    firstLine = line;
    addLine(array, start, length);
    return problem;
  }

  private @Nullable String findProblem(SealEntry seal, long line) {
    if (seal.records() != records || seal.bytes() != bytes) {
      return "lines "
          + firstLine
          + " to "
          + (line - 1)
          + " are not those that were sealed: the file has "
          + CountText.of(records, "line")
          + " and "
          + CountText.of(bytes, "byte")
          + " there, the seal covers "
          + seal.records()
          + " and "
          + seal.bytes()
          + "; a line or a seal was added or removed";
    }
    if (digest != null && !seal.sha256().equals(Sha256.hex(digest.digest()))) {
      return "lines "
          + firstLine
          + " to "
          + (line - 1)
          + " are not those that were sealed: "
          + "their SHA-256 is different; at least one of them was changed or moved";
    }
    return null;
  }

  /** Returns the number of the first line after the last seal. */
  long unsealedFrom() {
    return firstLine == 1 ? 1 : firstLine + 1;
  }

  /** Returns the number of lines after the last seal. */
  long unsealedLines() {
    return firstLine == 1 && records == 0 ? 0 : firstLine == 1 ? records : records - 1;
  }
}
