package io.understudy.compare.walk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of pairs of objects, by identity, each under its rules. A hash table with linear probing
 * and a list of the slots in order of entry. The last entries can be removed, since no probe for an
 * older entry passes through a newer one.
 */
final class PairTable {
  private @Nullable Object[] table = new Object[3 * 256];
  private int[] entered = new int[128];
  private int size;

  /** Adds a pair; returns false when the set contains it. */
  boolean add(Object control, Object candidate, @Nullable Object node) {
    int slot = slot(control, candidate, node);
    if (table[slot] != null) {
      return false;
    }
    if (size == entered.length) {
      grow();
      slot = slot(control, candidate, node);
    }
    table[slot] = control;
    table[slot + 1] = candidate;
    table[slot + 2] = node;
    entered[size++] = slot;
    return true;
  }

  /** Whether the set contains a pair. */
  boolean contains(Object control, Object candidate, @Nullable Object node) {
    return table[slot(control, candidate, node)] != null;
  }

  int size() {
    return size;
  }

  /** Removes all but the first {@code to} pairs. */
  void truncate(int to) {
    while (size > to) {
      int slot = entered[--size];
      Arrays.fill(table, slot, slot + 3, null);
    }
  }

  private int slot(Object control, Object candidate, @Nullable Object node) {
    int hash = 31 * System.identityHashCode(control) + System.identityHashCode(candidate);
    hash = 31 * hash + System.identityHashCode(node);
    int slots = table.length / 3;
    int at = ((hash * 0x9E3779B9) >>> 8) & (slots - 1);
    while (true) {
      int slot = 3 * at;
      if (table[slot] == null
          || (table[slot] == control && table[slot + 1] == candidate && table[slot + 2] == node)) {
        return slot;
      }
      at = (at + 1) & (slots - 1);
    }
  }

  private void grow() {
    Object[] before = table;
    table = new Object[2 * before.length];
    entered = Arrays.copyOf(entered, 2 * entered.length);
    for (int i = 0; i < size; i++) {
      int old = entered[i];
      Object control = before[old];
      Object candidate = before[old + 1];
      if (control != null && candidate != null) {
        int slot = slot(control, candidate, before[old + 2]);
        System.arraycopy(before, old, table, slot, 3);
        entered[i] = slot;
      }
    }
  }
}
