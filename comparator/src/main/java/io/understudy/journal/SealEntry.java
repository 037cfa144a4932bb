package io.understudy.journal;

import io.understudy.value.CountText;
import org.jspecify.annotations.Nullable;

/**
 * A hash over a batch of lines that shows later changes. It covers the previous seal, or the start
 * of the file, and every line from there up to itself. Immutable.
 */
public final class SealEntry {
  private final long records;
  private final long bytes;
  private final String sha256;

  /**
   * Creates a seal.
   *
   * @param records the number of covered lines, the previous seal included
   * @param bytes the number of covered bytes, line ends included
   * @param sha256 the hash of those bytes, 64 lower-case hexadecimal digits
   */
  public SealEntry(long records, long bytes, String sha256) {
    this.records = records;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  /** The number of covered lines, the previous seal included. */
  public long records() {
    return records;
  }

  /** The number of covered bytes, line ends included. */
  public long bytes() {
    return bytes;
  }

  /** The SHA-256 of the covered bytes, as hexadecimal digits. */
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
    return "seal "
        + sha256
        + " over "
        + CountText.of(records, "line")
        + ", "
        + CountText.of(bytes, "byte");
  }
}
