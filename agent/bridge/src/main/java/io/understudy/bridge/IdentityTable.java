package io.understudy.bridge;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * Maps objects, by identity, to the calls of candidates for which they work. It does not keep an
 * object from being collected, and calls no method of it. Thread-safe.
 */
final class IdentityTable {
  private final ConcurrentHashMap<Object, Mark> marks = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final AtomicInteger size = new AtomicInteger();

  /** Whether no object is in the table. Costs one read. */
  boolean isEmpty() {
    return size.get() == 0;
  }

  /** Returns the latest call for which the object works; null if it works for none. */
  @Nullable AtomicIntegerArray get(Object object) {
    if (isEmpty()) {
      return null;
    }
    Mark mark = marks.get(new Probe(object));
    return mark == null ? null : mark.call;
  }

  /** Sets the call of an object, in place of an earlier one. */
  void put(Object object, AtomicIntegerArray call) {
    expunge();
    if (marks.put(new Key(object, collected), new Mark(call, null)) == null) {
      size.incrementAndGet();
    }
  }

  /** Adds a call of an object to the earlier ones, which {@link #take} returns first. */
  void add(Object object, AtomicIntegerArray call) {
    expunge();
    while (true) {
      Probe probe = new Probe(object);
      Mark before = marks.get(probe);
      Mark after = new Mark(call, before);
      if (before != null) {
        if (marks.replace(probe, before, after)) {
          return;
        }
      } else if (marks.putIfAbsent(new Key(object, collected), after) == null) {
        size.incrementAndGet();
        return;
      }
    }
  }

  /** Removes one call of an object and returns it; null if there is none. */
  @Nullable AtomicIntegerArray take(Object object) {
    while (!isEmpty()) {
      Probe probe = new Probe(object);
      Mark before = marks.get(probe);
      if (before == null) {
        return null;
      }
      Mark rest = before.rest;
      if (rest != null) {
        if (marks.replace(probe, before, rest)) {
          return before.call;
        }
      } else if (marks.remove(probe, before)) {
        size.decrementAndGet();
        return before.call;
      }
    }
    return null;
  }

  /** Removes all calls of an object. */
  void remove(Object object) {
    if (!isEmpty() && marks.remove(new Probe(object)) != null) {
      size.decrementAndGet();
    }
  }

  /** Removes all objects. */
  void clear() {
    for (Object key : marks.keySet()) {
      if (marks.remove(key) != null) {
        size.decrementAndGet();
      }
    }
  }

  private void expunge() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      if (marks.remove(gone) != null) {
        size.decrementAndGet();
      }
    }
  }

  /** The calls of one object, the latest first. Compared by identity. */
  private static final class Mark {
    final AtomicIntegerArray call;
    final @Nullable Mark rest;

    Mark(AtomicIntegerArray call, @Nullable Mark rest) {
      this.call = call;
      this.rest = rest;
    }
  }

  /** The key in the map. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      this.hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key && ((Key) other).get() == mine;
    }
  }

  /** A key to look up. The map asks it whether it equals a {@link Key}. */
  private static final class Probe {
    private final Object object;

    Probe(Object object) {
      this.object = object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key
          ? ((Key) other).get() == object
          : other instanceof Probe && ((Probe) other).object == object;
    }
  }
}
