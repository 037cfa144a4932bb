package io.understudy.compare.refine;

import io.understudy.compare.rule.RuleNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The states of a graph that stand for objects: an object by identity, the rules for it, and its
 * side. A hash table with linear probing. Not thread-safe.
 */
final class StateTable {
  private @Nullable Object[] objects = new Object[64];
  private @Nullable RuleNode[] nodes = new RuleNode[64];
  private boolean[] sides = new boolean[64];

  /** States, numbered from 1; 0 is free. */
  private int[] slots = new int[128];

  private int used;

  /** Returns the state of an object; -1 where there is none. */
  int get(Object object, @Nullable RuleNode node, boolean ofCandidate) {
    return slots[slot(object, node, ofCandidate)] - 1;
  }

  /** Adds an object with the number of its state. */
  void put(int state, Object object, @Nullable RuleNode node, boolean ofCandidate) {
    attach(state, object);
    nodes[state] = node;
    sides[state] = ofCandidate;
    if (2 * ++used > slots.length) {
      grow();
    }
    slots[slot(object, node, ofCandidate)] = state + 1;
  }

  /** Gives a state an object that is not looked up. */
  void attach(int state, Object object) {
    while (state >= objects.length) {
      objects = Arrays.copyOf(objects, 2 * objects.length);
      nodes = Arrays.copyOf(nodes, objects.length);
      sides = Arrays.copyOf(sides, objects.length);
    }
    objects[state] = object;
  }

  /** The object of a state; null for a state of a scalar. */
  @Nullable Object object(int state) {
    return state < objects.length ? objects[state] : null;
  }

  /** The rules for the object of a state. */
  @Nullable RuleNode node(int state) {
    return nodes[state];
  }

  /** Whether the object of a state is of the candidate. */
  boolean isOfCandidate(int state) {
    return sides[state];
  }

  private int slot(Object object, @Nullable RuleNode node, boolean ofCandidate) {
    int hash = 31 * System.identityHashCode(object) + System.identityHashCode(node);
    int slot = (((hash + (ofCandidate ? 1 : 0)) * 0x9E3779B9) >>> 7) & (slots.length - 1);
    while (slots[slot] != 0) {
      int state = slots[slot] - 1;
      if (objects[state] == object && nodes[state] == node && sides[state] == ofCandidate) {
        return slot;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] before = slots;
    slots = new int[2 * before.length];
    for (int each : before) {
      Object object = each == 0 ? null : objects[each - 1];
      if (object != null) {
        slots[slot(object, nodes[each - 1], sides[each - 1])] = each;
      }
    }
  }
}
