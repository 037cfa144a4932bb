package io.understudy.journal;

import org.jspecify.annotations.Nullable;

/**
 * Closes a batch of lines against change: it covers the seal before it (or the head of the file)
 * and every line from there to itself. Immutable.
 */
public final class SealEntry {
  private final long records;
  private final long bytes;
  private final String sha256;

  /**
   * States a seal.
   *
   * @param records lines covered, that of the seal before included
   * @param bytes bytes covered, line ends included
   * @param sha256 of those bytes, 64 lower-case hexadecimal digits
   */
  public SealEntry(long records, long bytes, String sha256) {
    this.records = records;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  /** How many lines it covers, that of the seal before included. */
  public long records() {
    return records;
  }

  /** How many bytes it covers, line ends included. */
  public long bytes() {
    return bytes;
  }

  /** The SHA-256 of the bytes that it covers, as hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SealEntry
        && records == ((SealEntry) other).records
        && bytes == ((SealEntry) other).bytes
        && sha256.equals(((SealEntry) other).sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return "seal " + sha256 + " over " + records + " lines, " + bytes + " bytes";
  }
}
