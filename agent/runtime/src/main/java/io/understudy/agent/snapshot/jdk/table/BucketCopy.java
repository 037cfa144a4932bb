package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One copy of the nodes of a {@code HashMap}. Not thread-safe. */
final class BucketCopy {
  private static final TreeNodes TREES = new TreeNodes(HashNodes.LAYOUT, HashNodes.TREE_NODE);

  private final int size;
  private final boolean linked;
  private final boolean keysOnly;
  private @Nullable NodePairs pairs;
  private final KeyMoves moves;
  private final CopyWalk walk;
  private int read;
  private @Nullable Object lastValue;
  private @Nullable Object lastCopy;

  /**
   * Prepares a copy.
   *
   * @param size the number of nodes; more are not read
   */
  BucketCopy(int size, boolean linked, boolean keysOnly, KeyMoves moves, CopyWalk walk) {
    this.size = size;
    this.linked = linked;
    this.keysOnly = keysOnly;
    this.moves = moves;
    this.walk = walk;
  }

  int size() {
    return size;
  }

  /** Whether the number of nodes is the expected one. */
  boolean isComplete() {
    return read == size;
  }

  /** The copy of a node of a linked table; null if the node is not in the table. */
  @Nullable Object copyOf(Object node) {
    return pairs == null ? null : pairs.get(node);
  }

  /** Copies one entry of a linked table; null if there are more than expected. */
  @Nullable Object entry(Object live) throws Uncapturable {
    return ++read > size ? null : node(live, false);
  }

  /** Copies all buckets; returns false if there are more nodes than expected. */
  boolean copy(@Nullable Object[] from, Buckets to) throws Uncapturable {
    pairs = linked ? new NodePairs(size) : null;
    for (int i = 0; i < from.length; i++) {
      Object first = from[i];
      if (first != null) {
        Object copy = first.getClass() == HashNodes.TREE_NODE ? tree(first) : chain(first);
        if (copy == null) {
          return false;
        }
        to.add(i, copy);
      }
    }
    return true;
  }

  private @Nullable Object chain(Object first) throws Uncapturable {
    Object start = null;
    Object last = null;
    for (Object at = first; at != null; at = HashNodes.next(at)) {
      if (++read > size) {
        return null;
      }
      Object node = node(at, false);
      if (last == null) {
        start = node;
      } else {
        HashNodes.setNext(last, node);
      }
      last = node;
      if (pairs != null) {
        pairs.add(at, node);
      }
    }
    return start;
  }

  private @Nullable Object tree(Object first) throws Uncapturable {
    IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
    Object start = null;
    Object last = null;
    for (Object at = first; at != null; at = HashNodes.next(at)) {
      if (++read > size || at.getClass() != HashNodes.TREE_NODE) {
        return null;
      }
      Object node = node(at, true);
      copies.put(at, node);
      if (last == null) {
        start = node;
      } else {
        HashNodes.setNext(last, node);
      }
      last = node;
    }
    if (pairs != null) {
      pairs.addAll(copies);
    }
    return TREES.link(copies) ? start : null;
  }

  private Object node(Object live, boolean tree) throws Uncapturable {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) live;
    Object key = entry.getKey();
    Object copiedKey = walk.copyPart(key);
    Object value = keysOnly ? null : value(entry.getValue());
    int hash = HashNodes.hash(live);
    Object node =
        tree
            ? HashNodes.treeNode(hash, copiedKey, value)
            : linked
                ? HashNodes.entry(hash, copiedKey, value)
                : HashNodes.node(hash, copiedKey, value);
    if (copiedKey != key && copiedKey != null) {
      moves.add(node, key, copiedKey);
    }
    return node;
  }

  // The values of a hash set are one constant.
  private @Nullable Object value(@Nullable Object live) throws Uncapturable {
    if (live == null || live != lastValue) {
      lastCopy = walk.copyPart(live);
      lastValue = walk.isPending() ? null : live;
    }
    return lastCopy;
  }
}
