package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One copy of the buckets of a {@code ConcurrentHashMap}. Not thread-safe. */
final class ConcurrentBins {
  private static final TreeNodes TREES =
      new TreeNodes(ConcurrentNodes.LAYOUT, ConcurrentNodes.TREE_NODE);

  private final KeyMoves moves;
  private final CopyWalk walk;
  private final boolean keysOnly;
  private int count;

  /** The live nodes of the bucket that is read, and their copies. */
  private final List<Object> nodes = new ArrayList<>();

  ConcurrentBins(KeyMoves moves, CopyWalk walk, boolean keysOnly) {
    this.moves = moves;
    this.walk = walk;
    this.keysOnly = keysOnly;
  }

  /** The number of copied entries. */
  int count() {
    return count;
  }

  /** Copies all buckets. */
  void copy(@Nullable Object[] from, Buckets to) throws Uncapturable {
    for (int i = 0; i < from.length; i++) {
      Object first = from[i];
      if (first == null) {
        continue;
      }
      Object copy;
      if (first.getClass() == ConcurrentNodes.NODE && ConcurrentNodes.next(first) == null) {
        walk.meterElements(1);
        copy = node(first, false);
      } else if (first.getClass() == ConcurrentNodes.TREE) {
        copy = tree(first);
      } else {
        nodes.clear();
        read(first, i, from.length);
        copy = chain();
      }
      if (copy != null) {
        to.add(i, copy);
      }
    }
  }

  /** Reads the nodes of a bucket. A table that replaces this one holds them in several buckets. */
  private void read(@Nullable Object first, int index, int length) throws Uncapturable {
    if (first == null) {
      return;
    }
    if (first.getClass() == ConcurrentNodes.FORWARDING) {
      @Nullable Object[] next = (@Nullable Object[]) ConcurrentNodes.NEXT_TABLE.get(first);
      for (int i = index; next != null && i < next.length; i += length) {
        read(next[i], i, next.length);
      }
      return;
    }
    Object start =
        first.getClass() == ConcurrentNodes.TREE ? ConcurrentNodes.FIRST.get(first) : first;
    for (Object at = start; at != null; at = ConcurrentNodes.next(at)) {
      if (ConcurrentNodes.hash(at) >= 0) {
        walk.meterElements(1);
        nodes.add(at);
      }
    }
  }

  private @Nullable Object chain() throws Uncapturable {
    Object first = null;
    Object last = null;
    for (Object live : nodes) {
      Object copy = node(live, false);
      if (copy == null) {
        continue;
      }
      if (last == null) {
        first = copy;
      } else {
        ConcurrentNodes.setNext(last, copy);
      }
      last = copy;
    }
    return first;
  }

  private @Nullable Object tree(Object bin) throws Uncapturable {
    nodes.clear();
    read(bin, 0, 1);
    int[] mark = moves.mark();
    IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
    Object first = null;
    Object last = null;
    for (Object live : nodes) {
      Object copy = node(live, true);
      if (copy == null) {
        break;
      }
      copies.put(live, copy);
      if (last == null) {
        first = copy;
      } else {
        ConcurrentNodes.setNext(last, copy);
      }
      last = copy;
    }
    Object root = ConcurrentNodes.ROOT.get(bin);
    Object copiedRoot = root == null ? null : copies.get(root);
    if (first == null
        || copies.size() < nodes.size()
        || copiedRoot == null
        || !TREES.link(copies)) {
      count -= copies.size();
      moves.reset(mark);
      return chain(); // The bucket is changing; a chain has the same order and finds the same keys.
    }
    Object tree = ConcurrentNodes.tree(ConcurrentNodes.treeNode(0, "", ""));
    ConcurrentNodes.FIRST.set(tree, first);
    ConcurrentNodes.ROOT.set(tree, copiedRoot);
    return tree;
  }

  /** Copies a node; null if a part is pending. */
  private @Nullable Object node(Object live, boolean tree) throws Uncapturable {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) live;
    Object key = entry.getKey();
    Object copiedKey = walk.copyPart(key);
    Object held = entry.getValue();
    Object value = keysOnly || held == Boolean.TRUE ? Boolean.TRUE : walk.copyPart(held);
    if (copiedKey == null || value == null) {
      return null;
    }
    int hash = ConcurrentNodes.hash(live);
    Object copy =
        tree
            ? ConcurrentNodes.treeNode(hash, copiedKey, value)
            : ConcurrentNodes.node(hash, copiedKey, value);
    count++;
    if (copiedKey != key) {
      moves.add(copy, key, copiedKey);
    }
    return copy;
  }
}
