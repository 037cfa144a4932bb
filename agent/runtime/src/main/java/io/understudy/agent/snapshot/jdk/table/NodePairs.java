package io.understudy.agent.snapshot.jdk.table;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the copy of each node of one linked table. The stored hash codes distribute the nodes,
 * because an identity hash code of a node is expensive. Nodes of trees may share one hash code, so
 * they are kept by identity. Not thread-safe.
 */
final class NodePairs {
  private final @Nullable Object[] nodes;
  private final @Nullable Object[] copies;
  private final int mask;
  private @Nullable IdentityHashMap<Object, Object> trees;

  NodePairs(int size) {
    int length = Integer.highestOneBit(Math.max(2, size)) * 4;
    nodes = new @Nullable Object[length];
    copies = new @Nullable Object[length];
    mask = length - 1;
  }

  private int slot(Object node) {
    int hash = HashNodes.hash(node);
    int at = (hash ^ (hash >>> 7)) & mask;
    while (nodes[at] != null && nodes[at] != node) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void add(Object node, Object copy) {
    int at = slot(node);
    nodes[at] = node;
    copies[at] = copy;
  }

  void addAll(IdentityHashMap<Object, Object> tree) {
    if (trees == null) {
      trees = new IdentityHashMap<>();
    }
    trees.putAll(tree);
  }

  /** The copy of a node; null if the node is not in the table. */
  @Nullable Object get(Object node) {
    Object tree = trees == null ? null : trees.get(node);
    return tree == null ? copies[slot(node)] : tree;
  }
}
