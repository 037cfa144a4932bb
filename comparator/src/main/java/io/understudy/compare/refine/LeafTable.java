package io.understudy.compare.refine;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.rule.RuleHits;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of scalars: equal scalars have one state. Scalars with the same hash are compared with
 * each other, so a hash that different scalars share does no harm. Not thread-safe.
 */
final class LeafTable {
  private final ComparisonMode mode;
  private final boolean loose;
  private final StepBudget steps;

  /** Texts without rules; the JDK's map stays fast where texts share a hash on purpose. */
  private final Map<String, Integer> texts = new HashMap<>();

  private final Map<Object, Leaf> leaves = new HashMap<>();

  LeafTable(ComparisonMode mode, boolean loose, StepBudget steps) {
    this.mode = mode;
    this.loose = loose;
    this.steps = steps;
  }

  /** The first scalar of a class of equal ones. */
  private static final class Leaf {
    final Shape shape;
    final Object scalar;
    final int state;
    final @Nullable Leaf next;

    Leaf(Shape shape, Object scalar, int state, @Nullable Leaf next) {
      this.shape = shape;
      this.scalar = scalar;
      this.state = state;
      this.next = next;
    }
  }

  /**
   * Returns the state of a scalar; {@code unused} where no scalar is equal to it. It then becomes
   * its state, unless it is negative.
   *
   * @throws RuntimeException when the scalar cannot be read
   */
  int stateOf(Shape shape, Object scalar, @Nullable RuleNode node, boolean candidate, int unused) {
    if (node == null && mode == ComparisonMode.VALUE && isWritten(shape.scalar())) {
      String text = ScalarComparison.text(shape, scalar);
      Integer known = texts.get(text);
      if (known == null && unused >= 0) {
        texts.put(text, unused);
      }
      return known == null ? unused : known;
    }
    Object key =
        node == null
            ? (Object) ScalarComparison.hash(shape, scalar)
            : new RuledHash(node, node.hash(shape, scalar, candidate, loose));
    Leaf first = leaves.get(key);
    for (Leaf leaf = first; leaf != null; leaf = leaf.next) {
      steps.take(1);
      if ((loose && node != null) || isEqual(leaf, shape, scalar, node)) {
        return leaf.state;
      }
    }
    if (unused >= 0) {
      leaves.put(key, new Leaf(shape, scalar, unused, first));
    }
    return unused;
  }

  private static boolean isWritten(Scalar sort) {
    return sort == Scalar.TEXT || sort == Scalar.CHARACTER || sort == Scalar.ENUM;
  }

  private boolean isEqual(Leaf leaf, Shape shape, Object scalar, @Nullable RuleNode node) {
    return node == null
        ? ScalarComparison.difference(leaf.shape, leaf.scalar, shape, scalar, mode) == null
        : node.difference(leaf.shape, leaf.scalar, shape, scalar, mode, RuleHits.none()) == null;
  }

  /** Whether two scalars are equal in every mode. */
  static boolean areExactlyEqual(Object a, Object b) {
    return a == b
        || ScalarComparison.areSame(a, b)
        || ScalarComparison.difference(
                StandardShapes.of(a), a, StandardShapes.of(b), b, ComparisonMode.EXACT)
            == null;
  }

  /** A hash under the rules of one place. */
  private static final class RuledHash {
    private final RuleNode node;
    private final long hash;

    RuledHash(RuleNode node, long hash) {
      this.node = node;
      this.hash = hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof RuledHash
          && node == ((RuledHash) other).node
          && hash == ((RuledHash) other).hash;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(node) + Long.hashCode(hash);
    }
  }
}
