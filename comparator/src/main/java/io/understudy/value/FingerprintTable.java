package io.understudy.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was made of each object, by identity, in one walk over a graph, for objects that have a
 * fingerprint.
 *
 * <p>Most graphs are small, and most of their objects are met once. So the first of them stand in a
 * plain log, and a filter of one bit for each of 1,024 fingerprints tells which cannot have been
 * met before (after Bloom, 1970, with one hash); the log is looked through only for the others.
 * What follows stands in a table with linear probing by the fingerprints; by {@code
 * System.identityHashCode}, which costs more, where too many fingerprints are equal. Objects are
 * told apart by identity in any case. Not thread-safe.
 *
 * <p>An object whose fingerprint another thread changes between two visits is taken for another
 * one. Its snapshot then has no state that the object ever had, with or without this.
 */
public final class FingerprintTable {
  private static final Object[] NOTHING = {};
  private static final int[] NO_PRINTS = {};
  private static final long[] NO_FILTER = {};
  private static final int FILTER_WORDS = 16;

  /** So many objects stand in the log, at most; an eighth of the filter's bits. */
  private static final int LONGEST_LOG = 128;

  private static final int FIRST_PLACES = 8 * LONGEST_LOG;

  /** Looking at more places than this for one object, there are too many equal fingerprints. */
  private static final int FAR = 32;

  // Many graphs are one object: it needs no arrays. Moved to the log when another one is met.
  private @Nullable Object first;
  private @Nullable Object firstMade;
  private int firstFingerprint;

  private long[] filter = NO_FILTER;
  private @Nullable Object[] keys = NOTHING;
  private @Nullable Object[] made = NOTHING;
  private int logged;
  private int expected = 2;

  /** An object and what was made of it, side by side; twice as long as a power of two. */
  private @Nullable Object[] places = NOTHING;

  /** The fingerprint of the object in each place. */
  private int[] fingerprints = NO_PRINTS;

  private int placed;
  private boolean byIdentity;

  /** An empty table. */
  public FingerprintTable() {}

  /** Says that about so many objects may follow. */
  public void expect(int count) {
    expected = Math.min(Math.max(2, logged + count + 1), LONGEST_LOG);
  }

  /** What was made of the object; null when nothing was. */
  public @Nullable Object get(Object key, int fingerprint) {
    if (filter == NO_FILTER) {
      return first == key ? firstMade : null;
    }
    int hash = spread(fingerprint);
    Object known = isFiltered(hash) ? scan(key) : null;
    if (known != null || placed == 0) {
      return known;
    }
    int at = place(key, fingerprint); // May replace the table.
    return places[at + 1];
  }

  /**
   * Notes what was made of an object, unless something is noted already.
   *
   * @return what was noted before; null when nothing was
   */
  public @Nullable Object putIfAbsent(Object key, Object copy, int fingerprint) {
    int size = logged;
    if (size < keys.length) {
      int hash = spread(fingerprint);
      if (isFiltered(hash)) {
        Object known = scan(key);
        if (known != null) {
          return known;
        }
      }
      filter[hash >>> 28] |= 1L << (hash >>> 22);
      keys[size] = key;
      made[size] = copy;
      logged = size + 1;
      return null;
    }
    return beyond(key, copy, fingerprint);
  }

  /** Notes what the log has no room for as it is. */
  private @Nullable Object beyond(Object key, Object copy, int fingerprint) {
    if (filter == NO_FILTER && first == null) {
      first = key;
      firstMade = copy;
      firstFingerprint = fingerprint;
      return null;
    }
    if (logged < LONGEST_LOG) {
      growLog();
      return putIfAbsent(key, copy, fingerprint);
    }
    Object known = isFiltered(spread(fingerprint)) ? scan(key) : null;
    return known != null ? known : putInTable(key, copy, fingerprint);
  }

  private void growLog() {
    int length = Math.max(4, Math.max(2 * logged, expected));
    length = Math.min(length, LONGEST_LOG);
    keys = Arrays.copyOf(keys, length);
    made = Arrays.copyOf(made, length);
    Object moved = first;
    if (moved != null && firstMade != null) {
      filter = new long[FILTER_WORDS];
      first = null;
      putIfAbsent(moved, firstMade, firstFingerprint);
    }
  }

  /** Whether some object of the log has a fingerprint that shares its bit with this one. */
  private boolean isFiltered(int hash) {
    return (filter[hash >>> 28] & (1L << (hash >>> 22))) != 0; // 4 bits, then the next 6.
  }

  private @Nullable Object scan(Object key) {
    for (int i = logged - 1; i >= 0; i--) {
      if (keys[i] == key) {
        return made[i];
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

  /** Where the object is, or would be. */
  private int place(Object key, int fingerprint) {
    @Nullable Object[] all = places;
    int mask = all.length - 2;
    int at = 2 * hash(key, fingerprint) & mask;
    for (int steps = 0; all[at] != null && all[at] != key; steps++) {
      if (steps == FAR && !byIdentity) {
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
    return fingerprint * 0x9E3779B9; // 2^32 by the golden ratio: Knuth's multiplicative hash.
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
