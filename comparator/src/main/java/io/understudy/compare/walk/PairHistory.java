package io.understudy.compare.walk;

import io.understudy.compare.rule.RuleNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of objects that a walk has compared or is comparing, each under its rules. In small
 * graphs a pair is looked up among the ancestors. In large or deep graphs every pair is stored, so
 * that shared objects do not make the walk exponential.
 */
final class PairHistory {
  /** Up to this depth the ancestors are searched one by one; beyond, every pair is stored. */
  private static final int MAX_SEARCHED = 24;

  /** From this number of pairs on, every pair is stored. */
  private static final int STORED_FROM = 20_000;

  /** Control, candidate and rules of each pair that is being compared, the outermost first. */
  private @Nullable Object[] ancestors = new Object[3 * 6];

  private int height;
  private int pairs;
  private @Nullable PairTable visited;

  /** The number of pairs that are being compared. */
  int depth() {
    return height;
  }

  /** Adds a pair; returns false when it is being compared, or has been compared. */
  boolean add(Object c, Object d, @Nullable RuleNode node) {
    if (visited == null) {
      for (int i = 3 * height - 3; i >= 0; i -= 3) {
        if (ancestors[i] == c && ancestors[i + 1] == d && ancestors[i + 2] == node) {
          return false;
        }
      }
      if (++pairs < STORED_FROM && height < MAX_SEARCHED) {
        return true;
      }
    }
    return pairTable().add(c, d, node);
  }

  void enter(Object c, Object d, @Nullable RuleNode node) {
    if (3 * height == ancestors.length) {
      ancestors = Arrays.copyOf(ancestors, 2 * ancestors.length);
    }
    ancestors[3 * height] = c;
    ancestors[3 * height + 1] = d;
    ancestors[3 * height + 2] = node;
    height++;
  }

  void leave() {
    height--;
  }

  /** Stores every pair from now on. */
  void remember() {
    pairTable();
  }

  /** Returns the table of all pairs; it starts with the ancestors. */
  private PairTable pairTable() {
    PairTable table = visited;
    if (table == null) {
      table = new PairTable();
      for (int i = 0; i < 3 * height; i += 3) {
        Object control = ancestors[i];
        Object candidate = ancestors[i + 1];
        if (control != null && candidate != null) {
          table.add(control, candidate, (RuleNode) ancestors[i + 2]);
        }
      }
      visited = table;
    }
    return table;
  }

  /** A mark for {@link #truncate}. */
  int mark() {
    return visited == null ? -1 : visited.size();
  }

  /**
   * Removes the pairs added since a mark, whose differences were discarded: they are compared
   * again.
   */
  void truncate(int mark) {
    if (visited != null && mark < 0) {
      visited = null;
    } else if (visited != null) {
      visited.truncate(mark);
    }
  }
}
