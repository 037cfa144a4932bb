package io.understudy.compare.refine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known of a state: a tag and a sorted list of numbers. Equal by content. Immutable. */
final class Signature {
  private final int tag;
  private final long[] parts;
  private final int hash;

  /** Creates a signature of parts that are sorted and do not change. */
  Signature(int tag, long[] parts) {
    this.tag = tag;
    this.parts = parts;
    long mixed = tag;
    for (long part : parts) {
      mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 32;
    }
    this.hash = (int) mixed;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signature
        && hash == ((Signature) other).hash
        && tag == ((Signature) other).tag
        && Arrays.equals(parts, ((Signature) other).parts);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
