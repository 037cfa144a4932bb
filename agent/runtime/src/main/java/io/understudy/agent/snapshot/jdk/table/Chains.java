package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.RefField;
import org.jspecify.annotations.Nullable;

/** Moves nodes between the chains of a table. Stateless. */
final class Chains {
  private Chains() {}

  /** Moves a node from its bucket to the front of another one. */
  static void move(@Nullable Object[] table, Object node, RefField next, int from, int to) {
    if (from == to) {
      return;
    }
    Object after = next.get(node);
    if (table[from] == node) {
      table[from] = after;
    } else {
      for (Object at = table[from]; at != null; at = next.get(at)) {
        if (next.get(at) == node) {
          next.set(at, after);
        }
      }
    }
    next.set(node, table[to]);
    table[to] = node;
  }
}
