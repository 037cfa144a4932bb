package io.understudy.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Maps objects to their copies by identity during one walk over a graph. For objects that have a
 * fingerprint (see {@code ScalarFields}). Not thread-safe.
 *
 * <p>Most graphs are small, and the walk visits most objects once. So the first objects are in a
 * plain log. A filter with 1,024 bits, one per group of fingerprints, shows which objects are
 * certainly new (Bloom, 1970, with one hash); the log is searched only for the others. Further
 * objects are in a table with linear probing by the fingerprint. If too many fingerprints are
 * equal, the table uses {@code System.identityHashCode}, which costs more. Keys are always compared
 * by identity.
 *
 * <p>If another thread changes the fingerprint of an object between two visits, the object counts
 * as a new one. The snapshot of such an object is inconsistent anyway.
 */
public final class FingerprintTable {
  private static final Object[] NOTHING = {};
  private static final int[] NO_PRINTS = {};
  private static final long[] NO_FILTER = {};
  private static final int FILTER_WORDS = 16;

  /** The maximum number of objects in the log: an eighth of the filter's bits. */
  private static final int LONGEST_LOG = 128;

  private static final int FIRST_PLACES = 8 * LONGEST_LOG;

  /** A longer probe sequence means that too many fingerprints are equal. */
  private static final int LONGEST_PROBE = 32;

  // Many graphs are one object, which needs no arrays. A second object moves it to the log.
  private @Nullable Object first;
  private @Nullable Object firstCopy;
  private int firstFingerprint;

  private long[] filter = NO_FILTER;
  private @Nullable Object[] keys = NOTHING;
  private @Nullable Object[] copies = NOTHING;
  private int logged;
  private int expected = 2;

  /** Pairs of an object and its copy; the length is twice a power of two. */
  private @Nullable Object[] places = NOTHING;

  /** The fingerprint of the object in each place. */
  private int[] fingerprints = NO_PRINTS;

  private int placed;
  private boolean byIdentity;

  /** An empty table. */
  public FingerprintTable() {}

  /** A hint that about this many objects will follow. */
  public void expect(int count) {
    expected = Math.min(Math.max(2, logged + count + 1), LONGEST_LOG);
  }

  /** The copy of an object; null if there is none. */
  public @Nullable Object get(Object key, int fingerprint) {
    if (filter == NO_FILTER) {
      return first == key ? firstCopy : null;
    }
    int hash = spread(fingerprint);
    Object known = mayBeLogged(hash) ? scan(key) : null;
    if (known != null || placed == 0) {
      return known;
    }
    int at = place(key, fingerprint); // May replace the table.
    return places[at + 1];
  }

  /**
   * Stores the copy of an object unless there is one already.
   *
   * @return the copy that was stored before; null if there was none
   */
  public @Nullable Object putIfAbsent(Object key, Object copy, int fingerprint) {
    int size = logged;
    if (size < keys.length) {
      int hash = spread(fingerprint);
      if (mayBeLogged(hash)) {
        Object known = scan(key);
        if (known != null) {
          return known;
        }
      }
      filter[hash >>> 28] |= 1L << (hash >>> 22);
      keys[size] = key;
      copies[size] = copy;
      logged = size + 1;
      return null;
    }
    return putWhenFull(key, copy, fingerprint);
  }

  /** Stores a copy when the log is full: in the first slot, a larger log or the table. */
  private @Nullable Object putWhenFull(Object key, Object copy, int fingerprint) {
    if (filter == NO_FILTER && first == null) {
      first = key;
      firstCopy = copy;
      firstFingerprint = fingerprint;
      return null;
    }
    if (logged < LONGEST_LOG) {
      growLog();
      return putIfAbsent(key, copy, fingerprint);
    }
    Object known = mayBeLogged(spread(fingerprint)) ? scan(key) : null;
    return known != null ? known : putInTable(key, copy, fingerprint);
  }

  private void growLog() {
    int length = Math.max(4, Math.max(2 * logged, expected));
    length = Math.min(length, LONGEST_LOG);
    keys = Arrays.copyOf(keys, length);
    copies = Arrays.copyOf(copies, length);
    Object moved = first;
    if (moved != null && firstCopy != null) {
      filter = new long[FILTER_WORDS];
      first = null;
      putIfAbsent(moved, firstCopy, firstFingerprint);
    }
  }

  /** Whether the log may contain an object with this fingerprint: the filter's bit is set. */
  private boolean mayBeLogged(int hash) {
    return (filter[hash >>> 28] & (1L << (hash >>> 22))) != 0; // 4 bits, then the next 6.
  }

  private @Nullable Object scan(Object key) {
    for (int i = logged - 1; i >= 0; i--) {
      if (keys[i] == key) {
        return copies[i];
      }
    }
    return null;
  }

  private @Nullable Object putInTable(Object key, Object copy, int fingerprint) {
    if (4 * placed >= places.length) {
      rehash(Math.max(FIRST_PLACES, 2 * places.length));
    }
    int at = place(key, fingerprint);
    Object known = places[at + 1];
    if (known == null) {
      places[at] = key;
      places[at + 1] = copy;
      fingerprints[at >> 1] = fingerprint;
      placed++;
    }
    return known;
  }

  /** The index of the object in the table, or the free index where it would be. */
  private int place(Object key, int fingerprint) {
    @Nullable Object[] all = places;
    int mask = all.length - 2;
    int at = 2 * hash(key, fingerprint) & mask;
    for (int steps = 0; all[at] != null && all[at] != key; steps++) {
      if (steps == LONGEST_PROBE && !byIdentity) {
        byIdentity = true;
        rehash(all.length);
        return place(key, fingerprint);
      }
      at = (at + 2) & mask;
    }
    return at;
  }

  private int hash(Object key, int fingerprint) {
    if (byIdentity) {
      return System.identityHashCode(key);
    }
    int hash = spread(fingerprint);
    return hash ^ (hash >>> 16);
  }

  private static int spread(int fingerprint) {
    return fingerprint
        * 0x9E3779B9; // 2^32 divided by the golden ratio: Knuth's multiplicative hash.
  }

  private void rehash(int length) {
    @Nullable Object[] from = places;
    int[] prints = fingerprints;
    places = new @Nullable Object[length];
    fingerprints = new int[length / 2];
    for (int i = 0; i < from.length; i += 2) {
      Object key = from[i];
      if (key != null) {
        int at = place(key, prints[i >> 1]);
        places[at] = key;
        places[at + 1] = from[i + 1];
        fingerprints[at >> 1] = prints[i >> 1];
      }
    }
  }
}
