package io.understudy.compare.refine;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.RuleNode;
import org.jspecify.annotations.Nullable;

/**
 * The colours of some objects of both sides, and of all objects below them. Two objects under the
 * same rules have the same colour exactly when they are equal; a pair of objects that occurs again
 * inside itself counts as equal there. In a loose colouring equal objects have the same colour, but
 * not only these. Not thread-safe.
 */
public final class Coloring {
  private final StateGraph graph;
  private final StepBudget steps;
  private int[] colors = {};
  private boolean hasCycles;

  /**
   * Creates an empty colouring; {@code loose} covers rules under which equality is not transitive.
   */
  public Coloring(ComparisonMode mode, boolean loose, StepBudget steps, ListKeys keys) {
    this.graph = new StateGraph(mode, loose, steps, keys);
    this.steps = steps;
  }

  /** Adds objects under the rules of {@code node}. */
  public void add(@Nullable Object[] objects, @Nullable RuleNode node, boolean ofCandidate) {
    for (Object object : objects) {
      graph.add(object, node, ofCandidate);
    }
  }

  /**
   * Gives all added objects their colours.
   *
   * @param mostObjects the maximum number of objects with those below
   * @return false when there are more objects, or when colours do not decide about equality: two
   *     maps with the keys 1 and 1L, rules of some sorts
   */
  public boolean complete(int mostObjects) {
    if (!graph.explore(mostObjects) || graph.isIrregular()) {
      return false;
    }
    Refinement refinement = Refinement.of(graph, steps);
    colors = refinement.colors();
    hasCycles = refinement.hasCycles();
    return true;
  }

  /** Whether some object can be reached from itself. */
  public boolean hasCycles() {
    return hasCycles;
  }

  /** Returns the colour of an object; -1 where it is ignored, or was neither added nor reached. */
  public int of(@Nullable Object object, @Nullable RuleNode node, boolean ofCandidate) {
    int state = graph.find(object, node, ofCandidate);
    // What cannot be read is a new state each time, and its number is no colour of another.
    return state >= 0 && state < colors.length ? colors[state] : state;
  }
}
