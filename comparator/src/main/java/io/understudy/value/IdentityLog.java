package io.understudy.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was made of each object, by identity, in one walk over a graph.
 *
 * <p>Most graphs are small, and {@code System.identityHashCode} of an object that was never hashed
 * costs more than looking through a hundred references. So this is a plain log at first, and
 * becomes an open-addressing table when it has grown. After the first few objects it is kept in
 * lanes, so that objects of one class are mostly looked for among themselves. Not thread-safe.
 */
public final class IdentityLog {
  private static final int LANES = 8;

  private static final @Nullable Lane[] NONE = new @Nullable Lane[LANES]; // Never written to.

  private static final @Nullable Object[] NOTHING = {};

  private static final int FEW = 6;

  /** The first objects, and what was made of each beside it. */
  private @Nullable Object[] few = NOTHING;

  private int inFew;

  private @Nullable Lane[] lanes = NONE;

  /** An empty log. */
  public IdentityLog() {}

  /**
   * What was made of the object; null when nothing was.
   *
   * @param lane any number, the same whenever this object is meant
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

  /** Notes what was made of an object of which nothing is noted yet. */
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

  /** Replaces what was noted for an object. */
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
    private Object[] made = new Object[4];
    private int size;

    /** Whether {@code keys} is a table; its length is then a power of two, a null key is free. */
    private boolean table;

    @Nullable Object get(Object key) {
      if (table) {
        return made[slot(key)];
      }
      Object[] seen = keys;
      for (int i = size - 1; i >= 0; i--) {
        if (seen[i] == key) {
          return made[i];
        }
      }
      return null;
    }

    void add(Object key, Object copy) {
      if (size == keys.length && size < LOG) {
        keys = Arrays.copyOf(keys, 4 * size);
        made = Arrays.copyOf(made, 4 * size);
      } else if (size == LOG && !table) {
        rehash(8 * LOG);
        table = true;
      } else if (table && 2 * size >= keys.length) {
        rehash(4 * keys.length);
      }
      int at = table ? slot(key) : size;
      keys[at] = key;
      made[at] = copy;
      size++;
    }

    void replace(Object key, Object copy) {
      if (table) {
        made[slot(key)] = copy;
        return;
      }
      for (int i = size - 1; i >= 0; i--) {
        if (keys[i] == key) {
          made[i] = copy;
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
      Object[] oldMade = made;
      keys = new Object[length];
      made = new Object[length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != null) {
          int at = slot(oldKeys[i]);
          keys[at] = oldKeys[i];
          made[at] = oldMade[i];
        }
      }
    }
  }
}
