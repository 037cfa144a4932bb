package io.understudy.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Maps objects to their copies by identity during one walk over a graph. Not thread-safe.
 *
 * <p>Most graphs are small, and {@code System.identityHashCode} of an object that was never hashed
 * costs more than comparing a hundred references. So this is a plain log at first, and a table with
 * linear probing when it has grown. After the first few objects the log is split into lanes. An
 * object is searched for only in its lane, which mostly holds objects of one class.
 */
public final class IdentityLog {
  private static final int LANES = 8;

  private static final @Nullable Lane[] NONE = new @Nullable Lane[LANES]; // Never modified.

  private static final @Nullable Object[] NOTHING = {};

  private static final int FEW = 6;

  /** The first objects; each is followed by its copy. */
  private @Nullable Object[] few = NOTHING;

  private int inFew;

  private @Nullable Lane[] lanes = NONE;

  /** An empty log. */
  public IdentityLog() {}

  /**
   * The copy of an object; null if there is none.
   *
   * @param lane any number, but always the same one for this object
   */
  public @Nullable Object get(Object key, int lane) {
    for (int i = 0; i < inFew; i++) {
      if (few[2 * i] == key) {
        return few[2 * i + 1];
      }
    }
    Lane at = lanes[lane & (LANES - 1)];
    return at == null ? null : at.get(key);
  }

  /** Stores the copy of an object that has none yet. */
  public void add(Object key, Object copy, int lane) {
    if (inFew < FEW) {
      if (few == NOTHING) {
        few = new @Nullable Object[2 * FEW];
      }
      few[2 * inFew] = key;
      few[2 * inFew + 1] = copy;
      inFew++;
      return;
    }
    if (lanes == NONE) {
      lanes = new @Nullable Lane[LANES];
    }
    int i = lane & (LANES - 1);
    Lane at = lanes[i];
    if (at == null) {
      at = new Lane();
      lanes[i] = at;
    }
    at.add(key, copy);
  }

  /** Replaces the copy of an object; does nothing if there is none. */
  public void replace(Object key, Object copy, int lane) {
    for (int i = 0; i < inFew; i++) {
      if (few[2 * i] == key) {
        few[2 * i + 1] = copy;
        return;
      }
    }
    Lane at = lanes[lane & (LANES - 1)];
    if (at != null) {
      at.replace(key, copy);
    }
  }

  private static final class Lane {
    private static final int LOG = 128;

    private Object[] keys = new Object[4];
    private Object[] copies = new Object[4];
    private int size;

    /** Whether {@code keys} is a table: its length is a power of two, and null is a free slot. */
    private boolean isTable;

    @Nullable Object get(Object key) {
      if (isTable) {
        return copies[slot(key)];
      }
      Object[] seen = keys;
      for (int i = size - 1; i >= 0; i--) {
        if (seen[i] == key) {
          return copies[i];
        }
      }
      return null;
    }

    void add(Object key, Object copy) {
      if (size == keys.length && size < LOG) {
        keys = Arrays.copyOf(keys, 4 * size);
        copies = Arrays.copyOf(copies, 4 * size);
      } else if (size == LOG && !isTable) {
        rehash(8 * LOG);
        isTable = true;
      } else if (isTable && 2 * size >= keys.length) {
        rehash(4 * keys.length);
      }
      int at = isTable ? slot(key) : size;
      keys[at] = key;
      copies[at] = copy;
      size++;
    }

    void replace(Object key, Object copy) {
      if (isTable) {
        int at = slot(key);
        if (keys[at] != null) {
          copies[at] = copy;
        }
        return;
      }
      for (int i = size - 1; i >= 0; i--) {
        if (keys[i] == key) {
          copies[i] = copy;
          return;
        }
      }
    }

    @SuppressWarnings("NullAway") // Free slots of the table are null.
    private int slot(Object key) {
      int mask = keys.length - 1;
      int hash = System.identityHashCode(key);
      int at = (hash ^ (hash >>> 15)) & mask;
      while (keys[at] != null && keys[at] != key) {
        at = (at + 1) & mask;
      }
      return at;
    }

    @SuppressWarnings("NullAway") // Free slots of the table are null.
    private void rehash(int length) {
      Object[] oldKeys = keys;
      Object[] oldCopies = copies;
      keys = new Object[length];
      copies = new Object[length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != null) {
          int at = slot(oldKeys[i]);
          keys[at] = oldKeys[i];
          copies[at] = oldCopies[i];
        }
      }
    }
  }
}
