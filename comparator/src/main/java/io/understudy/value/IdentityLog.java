package io.understudy.value;

import org.jspecify.annotations.Nullable;

/**
 * What was made of each object, by identity, in one walk over a graph.
 *
 * <p>Most graphs are small, and {@code System.identityHashCode} of an object that was never hashed
 * costs more than looking through a few dozen references. So this is a plain log at first, and
 * becomes an open-addressing table when it has grown. Not thread-safe.
 */
public final class IdentityLog {
  private static final int LOG = 64;

  private Object[] keys = new Object[8];
  private Object[] made = new Object[8];
  private int size;

  /** Whether {@code keys} is a table; its length is then a power of two, a null key is free. */
  private boolean table;

  /** An empty log. */
  public IdentityLog() {}

  /** What was made of the object; null when nothing was. */
  public @Nullable Object get(Object key) {
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

  /** Notes what was made of an object of which nothing is noted yet. */
  public void add(Object key, Object copy) {
    if (!table && size == LOG) {
      rehash(8 * LOG);
      table = true;
    } else if (table && 2 * size >= keys.length) {
      rehash(2 * keys.length);
    } else if (!table && size == keys.length) {
      keys = java.util.Arrays.copyOf(keys, 2 * size);
      made = java.util.Arrays.copyOf(made, 2 * size);
    }
    int at = table ? slot(key) : size;
    keys[at] = key;
    made[at] = copy;
    size++;
  }

  /** Replaces what was noted for an object. */
  public void replace(Object key, Object copy) {
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
