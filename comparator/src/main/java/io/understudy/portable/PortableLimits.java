package io.understudy.portable;

/** The limits of one document in portable form, for its writer and its reader. Immutable. */
public final class PortableLimits {
  /** 16 MB, a million values, 500 levels. */
  public static final PortableLimits DEFAULT = new PortableLimits(16 << 20, 1_000_000, 500);

  private final int bytes;
  private final int values;
  private final int depth;

  /**
   * Creates limits.
   *
   * @param bytes the most bytes of a document
   * @param values the most values in it, with those inside others
   * @param depth the most objects inside each other; each level takes room on the thread's stack
   */
  public PortableLimits(int bytes, int values, int depth) {
    this.bytes = bytes;
    this.values = values;
    this.depth = depth;
  }

  /** The most bytes of a document. */
  public int bytes() {
    return bytes;
  }

  /** The most values in it, with those inside others. */
  public int values() {
    return values;
  }

  /** The most objects inside each other. */
  public int depth() {
    return depth;
  }

  @Override
  public String toString() {
    return bytes + " bytes, " + values + " values, " + depth + " levels";
  }
}
