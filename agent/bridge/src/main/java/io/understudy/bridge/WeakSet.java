package io.understudy.bridge;

import java.lang.ref.WeakReference;

/**
 * A small set of objects by identity, which it does not keep from being collected. Reads are
 * lock-free and call no method of the objects. Thread-safe.
 */
final class WeakSet {
  @SuppressWarnings("unchecked")
  private volatile WeakReference<Object>[] all = new WeakReference[0];

  /** Whether the object is in the set. */
  boolean contains(Object object) {
    for (WeakReference<Object> each : all) {
      if (each.get() == object) {
        return true;
      }
    }
    return false;
  }

  /** Adds an object. */
  @SuppressWarnings("unchecked")
  synchronized void add(Object object) {
    WeakReference<Object>[] before = all;
    int kept = 0;
    WeakReference<Object>[] next = new WeakReference[before.length + 1];
    for (WeakReference<Object> each : before) {
      Object known = each.get();
      if (known == object) {
        return;
      }
      if (known != null) {
        next[kept++] = each;
      }
    }
    next[kept++] = new WeakReference<>(object);
    WeakReference<Object>[] exact = new WeakReference[kept];
    System.arraycopy(next, 0, exact, 0, kept);
    all = exact;
  }
}
