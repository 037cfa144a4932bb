package io.understudy.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Maps objects to their copies by identity during one walk over a graph. For objects that have a
 * fingerprint (see {@code ScalarFields}). Not thread-safe.
 *
 * <p>The objects are logged in the order of the walk, so the objects of a list are appended as one
 * block. An index with linear probing by the fingerprint holds their positions in the log. If many
 * fingerprints are equal, a short log is searched from its end; a long one has an index by {@code
 * System.identityHashCode}, which costs more. Keys are always compared by identity.
 *
 * <p>If another thread changes the fingerprint of an object between two visits, the object counts
 * as a new one. The snapshot of such an object is inconsistent anyway.
 */
public final class FingerprintTable {
  private static final @Nullable Object[] NOTHING = {};
  private static final int[] NO_PRINTS = {};

  /** The index of an empty log. Never modified. */
  private static final int[] EMPTY = {0, 0};

  /** The index of a log that is searched: each place leads to a first key. Never modified. */
  private static final int[] SEARCHED = {1, 1};

  private static final int SHIFT_OF_TWO = 31;

  /** A log up to this length is searched if many fingerprints are equal. */
  private static final int LONGEST_SEARCH = 128;

  /** Longer probe sequences mean that too many fingerprints are equal. */
  private static final int LONGEST_PROBE = 64;

  private static final int LONGEST_PROBE_OF_FEW = 16;

  private static final int MOST_EXPECTED = 1024;

  // Many graphs are one object, which needs no arrays. A second object moves it to the log.
  private @Nullable Object first;
  private @Nullable Object firstCopy;
  private int firstFingerprint;

  private @Nullable Object[] keys = NOTHING;
  private @Nullable Object[] copies = NOTHING;
  private int[] fingerprints = NO_PRINTS;
  private int size;
  private int expected;

  /** Positions in the log, plus one; 0 is a free place. The length is a power of two. */
  private int[] index = EMPTY;

  /** Reduces a hash of 32 bits to a place. */
  private int shift = SHIFT_OF_TWO;

  private boolean byIdentity;

  /** An empty table. */
  public FingerprintTable() {}

  /** A hint that about this many objects will follow. */
  public void expect(int count) {
    expected = (int) Math.min(size + (long) count + 1, MOST_EXPECTED);
  }

  /** The copy of an object; null if there is none. */
  public @Nullable Object get(Object key, int fingerprint) {
    if (size == 0) {
      return first == key ? firstCopy : null;
    }
    if (index == SEARCHED) {
      int at = search(key, size);
      return at < 0 ? null : copies[at];
    }
    int[] places = index;
    int mask = places.length - 1;
    for (int place = place(key, fingerprint); ; place = (place + 1) & mask) {
      int at = places[place] - 1;
      if (at < 0 || keys[at] == key) {
        return at < 0 ? null : copies[at];
      }
    }
  }

  /**
   * Stores the copy of an object unless there is one already.
   *
   * @return the copy that was stored before; null if there was none
   */
  public @Nullable Object putIfAbsent(Object key, Object copy, int fingerprint) {
    int position = size;
    if (position == keys.length) {
      if (position == 0 && (first == null || first == key)) {
        return putFirst(key, copy, fingerprint);
      }
      reserve(1);
      position = size;
    }
    int known = positionOf(key, fingerprint, position);
    if (known >= 0) {
      return copies[known];
    }
    keys[position] = key;
    copies[position] = copy;
    size = position + 1;
    return null;
  }

  private @Nullable Object putFirst(Object key, Object copy, int fingerprint) {
    Object known = firstCopy;
    if (known == null) {
      first = key;
      firstCopy = copy;
      firstFingerprint = fingerprint;
    }
    return known;
  }

  /**
   * Begins to store the objects of a row. Pass each of them to {@link #positionOf}, in their order,
   * and end the row with {@link #endRow} before anything else is stored.
   *
   * @param row has {@code count} objects at the indexes {@code from}, {@code from + step} and so on
   * @return the position of the first one; the others follow
   */
  public int startRow(@Nullable Object[] row, int from, int step, int count) {
    reserve(count);
    append(row, from, step, count, keys);
    return size;
  }

  private void append(
      @Nullable Object[] row, int from, int step, int count, @Nullable Object[] to) {
    if (step == 1) {
      System.arraycopy(row, from, to, size, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[size + i] = row[from + i * step];
    }
  }

  /** The copy at a position before the row. */
  public @Nullable Object copyAt(int position) {
    return copies[position];
  }

  /** Stores the copies of the first {@code count} objects of a row, by which they were replaced. */
  public void endRow(@Nullable Object[] row, int from, int step, int count) {
    append(row, from, step, count, copies);
    size += count;
  }

  /**
   * Indexes an object under the next position unless it has an earlier one.
   *
   * @return the earlier position; -1 if there is none
   */
  public int positionOf(Object key, int fingerprint, int position) {
    fingerprints[position] = fingerprint;
    int[] places = index;
    int place = place(key, fingerprint);
    int at = places[place] - 1;
    if (at < 0) {
      places[place] = position + 1;
      return -1;
    }
    return keys[at] == key ? at : probe(key, fingerprint, position, place);
  }

  /** Looks at the places behind one that another object has. */
  private int probe(Object key, int fingerprint, int position, int from) {
    int[] places = index;
    if (places == SEARCHED) {
      return position < LONGEST_SEARCH
          ? search(key, position)
          : indexAgain(key, fingerprint, position);
    }
    int mask = places.length - 1;
    int longest = position < LONGEST_SEARCH ? LONGEST_PROBE_OF_FEW : LONGEST_PROBE;
    int place = from;
    for (int steps = 0; steps < longest || byIdentity; steps++) {
      place = (place + 1) & mask;
      int at = places[place] - 1;
      if (at < 0) {
        places[place] = position + 1;
        return -1;
      }
      if (keys[at] == key) {
        return at;
      }
    }
    if (position < LONGEST_SEARCH) {
      index = SEARCHED;
      shift = SHIFT_OF_TWO;
      return search(key, position);
    }
    byIdentity = true;
    return indexAgain(key, fingerprint, position);
  }

  private int search(Object key, int end) {
    for (int i = end - 1; i >= 0; i--) {
      if (keys[i] == key) {
        return i;
      }
    }
    return -1;
  }

  private int indexAgain(Object key, int fingerprint, int position) {
    rebuildIndex(position);
    return positionOf(key, fingerprint, position);
  }

  private int place(Object key, int fingerprint) {
    int hash = byIdentity ? System.identityHashCode(key) : fingerprint;
    // 2^32 divided by the golden ratio: Knuth's multiplicative hash, whose high bits are best.
    return hash * 0x9E3779B9 >>> shift;
  }

  /** Makes room for further objects behind the first one, if there is one. */
  private void reserve(int more) {
    Object moved = first;
    int needed = size + more + (moved == null ? 0 : 1);
    if (needed > keys.length) {
      int length = Math.max(Math.max(4, needed), Math.max(2 * size, expected));
      keys = Arrays.copyOf(keys, length);
      copies = Arrays.copyOf(copies, length);
      fingerprints = Arrays.copyOf(fingerprints, length);
      if (index != SEARCHED) {
        rebuildIndex(size);
      }
    }
    if (moved != null) {
      first = null;
      positionOf(moved, firstFingerprint, 0);
      keys[0] = moved;
      copies[0] = firstCopy;
      size = 1;
    }
  }

  /** Indexes the first objects of the log, with two to eight places for each that has room. */
  private void rebuildIndex(int end) {
    int room = keys.length;
    int length = Integer.highestOneBit(room) * (room <= 4 * LONGEST_SEARCH ? 8 : 4);
    int[] places = new int[length];
    index = places;
    shift = Integer.numberOfLeadingZeros(length) + 1;
    for (int i = 0; i < end; i++) {
      Object key = keys[i];
      int place = key == null ? 0 : place(key, fingerprints[i]);
      while (places[place] != 0) {
        place = (place + 1) & (length - 1);
      }
      places[place] = i + 1;
    }
  }
}
