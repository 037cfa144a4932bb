package io.understudy.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was made of each object, by identity, in one walk over a graph, for objects that have a
 * {@linkplain Leaves#fingerprint fingerprint}.
 *
 * <p>A few objects are looked through. More are indexed by their fingerprints, with linear probing;
 * and by {@code System.identityHashCode}, which costs more, where too many fingerprints are equal.
 * Objects are told apart by identity in any case. Not thread-safe.
 *
 * <p>An object whose fingerprint another thread changes between two visits is taken for another
 * one. Its snapshot then has no state that the object ever had, with or without this.
 */
public final class FingerprintTable {
  private static final Object[] NOTHING = {};
  private static final int[] NO_INDEX = {};
  private static final int FEW = 8;
  private static final int MOST_EXPECTED = 256;

  /** Looking at more places than this for one object, there are too many equal fingerprints. */
  private static final int FAR = 32;

  private @Nullable Object[] keys = NOTHING;
  private @Nullable Object[] made = NOTHING;
  private int[] fingerprints = NO_INDEX;
  private int size;

  // Many graphs are one object: it needs no arrays. Moved there when another one is met.
  private @Nullable Object first;
  private @Nullable Object firstMade;
  private int firstFingerprint;

  private int expected = 2;

  /** Where each object is, plus one; 0 is free. Empty, or as long as a power of two. */
  private int[] index = NO_INDEX;

  private boolean byIdentity;

  /** An empty table. */
  public FingerprintTable() {}

  /** Says that about so many objects may follow. */
  public void expect(int count) {
    expected = Math.max(2, Math.min(count, MOST_EXPECTED));
  }

  /** What was made of the object; null when nothing was. */
  public @Nullable Object get(Object key, int fingerprint) {
    if (first != null) {
      moveFirst();
    }
    if (index.length == 0) {
      int at = scan(key);
      return at < 0 ? null : made[at];
    }
    int at = place(key, fingerprint);
    return index[at] == 0 ? null : made[index[at] - 1];
  }

  /**
   * Notes what was made of an object, unless something is noted already.
   *
   * @return what was noted before; null when nothing was
   */
  public @Nullable Object putIfAbsent(Object key, Object copy, int fingerprint) {
    if (size == 0) {
      first = key;
      firstMade = copy;
      firstFingerprint = fingerprint;
      size = 1;
      return null;
    }
    if (first != null) {
      moveFirst();
    }
    if (index.length == 0 && size < FEW) {
      int at = scan(key);
      if (at >= 0) {
        return made[at];
      }
    } else {
      if (2 * size >= index.length) {
        makeIndex();
      }
      int at = place(key, fingerprint);
      if (index[at] != 0) {
        return made[index[at] - 1];
      }
      index[at] = size + 1;
    }
    if (size == keys.length) {
      grow();
    }
    keys[size] = key;
    made[size] = copy;
    fingerprints[size] = fingerprint;
    size++;
    return null;
  }

  private void moveFirst() {
    grow();
    keys[0] = first;
    made[0] = firstMade;
    fingerprints[0] = firstFingerprint;
    first = null;
    firstMade = null;
  }

  private void grow() {
    int length = Math.max(2 * size, expected);
    keys = Arrays.copyOf(keys, length);
    made = Arrays.copyOf(made, length);
    fingerprints = Arrays.copyOf(fingerprints, length);
  }

  private int scan(Object key) {
    for (int i = size - 1; i >= 0; i--) {
      if (keys[i] == key) {
        return i;
      }
    }
    return -1;
  }

  /** Where in the index the object is, or would be. */
  private int place(Object key, int fingerprint) {
    int[] places = index;
    int mask = places.length - 1;
    int at = (byIdentity ? System.identityHashCode(key) : spread(fingerprint)) & mask;
    for (int steps = 0; places[at] != 0 && keys[places[at] - 1] != key; steps++) {
      if (steps == FAR && !byIdentity) {
        byIdentity = true;
        makeIndex();
        return place(key, fingerprint);
      }
      at = (at + 1) & mask;
    }
    return at;
  }

  private static int spread(int fingerprint) {
    int hash = fingerprint * 0x9E3779B9; // 2^32 by the golden ratio: Knuth's multiplicative hash.
    return hash ^ (hash >>> 16);
  }

  private void makeIndex() {
    index = new int[4 * Integer.highestOneBit(Math.max(size, keys.length))];
    for (int i = 0; i < size; i++) {
      Object key = keys[i];
      if (key != null) {
        index[place(key, fingerprints[i])] = i + 1;
      }
    }
  }
}
