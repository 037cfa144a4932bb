package io.understudy.agent.snapshot.jdk.table;

import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/**
 * Copies a {@code LinkedHashMap} along its linked order, which mostly is the order of the nodes in
 * each bucket too. Then it puts the nodes of each bucket into the order of the original, by their
 * hash codes. Not thread-safe.
 */
final class LinkedCopy {
  private final BucketCopy nodes;
  private final @Nullable Object[] from;
  private final @Nullable Object[] to;
  private @Nullable Object first;
  private @Nullable Object last;

  /**
   * Prepares a copy.
   *
   * @param nodes copies single nodes
   * @param from the table of the original
   * @param to an empty table of the same length
   */
  LinkedCopy(BucketCopy nodes, @Nullable Object[] from, @Nullable Object[] to) {
    this.nodes = nodes;
    this.from = from;
    this.to = to;
  }

  /**
   * Whether this way is possible: no bucket is a tree, and no bucket has two equal hash codes, by
   * which its nodes are told apart.
   */
  static boolean isPossible(@Nullable Object[] from) {
    for (Object start : from) {
      Object next = start == null ? null : HashNodes.next(start);
      if (start != null && next != null) {
        if (start.getClass() == HashNodes.TREE_NODE || hasEqualHashes(start)) {
          return false;
        }
      }
    }
    return true;
  }

  // Torn chains have equal hash codes, and so has any long chain that is no tree.
  private static boolean hasEqualHashes(Object start) {
    int length = 0;
    for (Object at = start; at != null; at = HashNodes.next(at)) {
      if (++length > 16) {
        return true;
      }
      for (Object other = start; other != null && other != at; other = HashNodes.next(other)) {
        if (HashNodes.hash(other) == HashNodes.hash(at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Copies the entries; returns false if the original is being changed. */
  boolean copy(@Nullable Object head) throws Uncapturable {
    int mask = to.length - 1;
    for (Object at = head; at != null; at = HashNodes.after(at)) {
      Object copy = nodes.entry(at);
      if (copy == null) {
        return false;
      }
      if (last == null) {
        first = copy;
      } else {
        HashNodes.link(last, copy);
      }
      last = copy;
      int bucket = HashNodes.hash(copy) & mask;
      HashNodes.setNext(copy, to[bucket]);
      to[bucket] = copy;
    }
    return nodes.isComplete() && arrange();
  }

  /** The copy of the first entry; null if there is none. */
  @Nullable Object first() {
    return first;
  }

  /** The copy of the last entry; null if there is none. */
  @Nullable Object last() {
    return last;
  }

  /** Arranges the nodes of each bucket as in the original; false if they are not the same nodes. */
  private boolean arrange() {
    for (int i = 0; i < from.length; i++) {
      Object start = from[i];
      Object copy = to[i];
      if (start == null || copy == null) {
        if (start != copy) {
          return false;
        }
      } else if (HashNodes.next(copy) == null) {
        if (HashNodes.next(start) != null || HashNodes.hash(start) != HashNodes.hash(copy)) {
          return false;
        }
      } else if (!arrange(i, start)) {
        return false;
      }
    }
    return true;
  }

  private boolean arrange(int bucket, Object start) {
    Object rest = to[bucket];
    Object arranged = null;
    for (Object at = start; at != null; at = HashNodes.next(at)) {
      Object found = rest;
      while (found != null && HashNodes.hash(found) != HashNodes.hash(at)) {
        found = HashNodes.next(found);
      }
      if (found == null) {
        return false;
      }
      rest = HashNodes.without(rest, found);
      if (arranged == null) {
        to[bucket] = found;
      } else {
        HashNodes.setNext(arranged, found);
      }
      arranged = found;
    }
    return rest == null;
  }
}
