package io.understudy.compare.walk;

import io.understudy.compare.rule.RuleNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of objects that a walk is inside of or has been through, each under its rules. Small
 * graphs look for a pair among the ancestors; large or deep ones remember every pair, so that
 * sharing is not exponential either.
 */
final class PairHistory {
  /** The ancestors are searched one by one up to here, and remembered in a table beyond. */
  private static final int NEAR = 24;

  /** From so many pairs on every pair is remembered. */
  private static final int MANY = 20_000;

  /** Control, candidate and rules of each pair that the walk is inside of. */
  private @Nullable Object[] ancestors = new Object[3 * 6];

  private int height;
  private int pairs;
  private @Nullable PairTable visited;

  /** How many pairs the walk is inside of. */
  int depth() {
    return height;
  }

  /** Notes a pair; false when it is being compared already, or has been. */
  boolean add(Object c, Object d, @Nullable RuleNode node) {
    if (visited == null) {
      for (int i = 3 * height - 3; i >= 0; i -= 3) {
        if (ancestors[i] == c && ancestors[i + 1] == d && ancestors[i + 2] == node) {
          return false;
        }
      }
      if (++pairs < MANY && height < NEAR) {
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

  /** Remembers every pair from now on. */
  void remember() {
    pairTable();
  }

  /** The table of all pairs, begun with the ancestors. */
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

  /** A mark for {@link #forget}. */
  int mark() {
    return visited == null ? -1 : visited.size();
  }

  /** Forgets the pairs noted since a mark: what was walked in vain must be walked again. */
  void forget(int mark) {
    if (visited != null && mark < 0) {
      visited = null;
    } else if (visited != null) {
      visited.truncate(mark);
    }
  }
}
