package io.understudy.compare.identity;

/**
 * The forgotten ids, as a Bloom filter (Bloom 1970) of 1 MiB with four hashes, allocated at the
 * first id. After a million ids about 1 in 40 unseen ids is reported as forgotten by mistake; a
 * forgotten id is always reported. Not thread-safe.
 */
final class ForgottenIds {
  private static final int BITS = 1 << 23;
  private static final int HASHES = 4;
  private static final long[] NONE = {};

  private long[] words = NONE;

  void add(Id id) {
    if (words.length == 0) {
      words = new long[BITS / Long.SIZE];
    }
    long hash = hash(id);
    for (int i = 0; i < HASHES; i++) {
      int bit = bit(hash, i);
      words[bit >>> 6] |= 1L << bit;
    }
  }

  boolean mayContain(Id id) {
    if (words.length == 0) {
      return false;
    }
    long hash = hash(id);
    for (int i = 0; i < HASHES; i++) {
      int bit = bit(hash, i);
      if ((words[bit >>> 6] & (1L << bit)) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Derives any number of hashes from two (Kirsch and Mitzenmacher 2006). */
  private static int bit(long hash, int i) {
    return ((int) hash + i * ((int) (hash >>> 32) | 1)) & (BITS - 1);
  }

  /** Returns 64 bits over the text (FNV-1a), then spread (the finaliser of SplitMix64). */
  private static long hash(Id id) {
    long hash = 0xCBF29CE484222325L;
    String text = id.text();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }
}
