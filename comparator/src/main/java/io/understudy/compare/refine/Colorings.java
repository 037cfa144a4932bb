package io.understudy.compare.refine;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.RuleNode;
import org.jspecify.annotations.Nullable;

/**
 * The colours that one comparison needs. Elements with few objects below them are coloured on their
 * own. When that is too much work, because many sets reach the same objects, all objects of both
 * sides are coloured once. Not thread-safe.
 */
public final class Colorings {
  /** Elements with more objects below them are not coloured on their own at first. */
  private static final int FEW = 4_096;

  private static final int FEW_PER_ELEMENT = 64;

  /** The steps that are taken for single sets before all objects are coloured. */
  private static final int MOST_REPEATED = 1 << 18;

  private final ComparisonMode mode;
  private final StepBudget steps;
  private final ListKeys keys;

  private final @Nullable Object control;
  private final @Nullable Object candidate;
  private final @Nullable RuleNode root;

  private boolean isLinked;

  /** Whether a rule that makes equality not transitive matters, so that it may matter again. */
  private boolean isHopeless;

  private long repeated;
  private boolean isTried;

  /** The colours of all objects of both sides, or else the last ones; null for none. */
  private @Nullable Coloring known;

  /** Creates the colourings of a comparison of two objects under the rules of {@code root}. */
  public Colorings(
      ComparisonMode mode,
      StepBudget steps,
      ListKeys keys,
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable RuleNode root) {
    this.mode = mode;
    this.steps = steps;
    this.keys = keys;
    this.control = control;
    this.candidate = candidate;
    this.root = root;
  }

  /** Whether colours are known that many elements share, so that they cost little. */
  public boolean isShared() {
    return known != null;
  }

  /** Whether objects are linked in cycles, as far as known, or sets reach the same ones often. */
  public boolean isLinked() {
    return isLinked || known != null;
  }

  /** Whether two objects have the same colour, as far as colours are known. */
  public boolean areKnownEqual(Object mine, Object theirs, @Nullable RuleNode node) {
    if (known == null || RuleNode.ignores(node)) {
      return false;
    }
    int color = known.of(mine, node, false);
    return color >= 0 && color == known.of(theirs, node, true);
  }

  /**
   * Returns the colours of elements of both sides.
   *
   * @return the colours of the control's and of the candidate's elements, none negative; null when
   *     colours do not decide about equality
   */
  public int @Nullable [][] of(
      @Nullable Object[] controls, @Nullable Object[] candidates, @Nullable RuleNode node) {
    if (RuleNode.ignores(node) || (isHopeless && node != null && node.tolerant)) {
      return null;
    }
    long trial = steps.suspendTrial();
    try {
      int[][] found = known == null ? null : colors(known, controls, candidates, node);
      return found == null ? newColors(controls, candidates, node) : found;
    } finally {
      steps.endTrial(trial);
    }
  }

  private int @Nullable [][] newColors(
      @Nullable Object[] controls, @Nullable Object[] candidates, @Nullable RuleNode node) {
    if (repeated < MOST_REPEATED) {
      long before = steps.taken();
      Coloring own = own(false, controls, candidates, node);
      boolean isComplete = own.complete(FEW + FEW_PER_ELEMENT * controls.length);
      repeated += steps.taken() - before;
      isLinked |= own.hasCycles();
      if (isComplete) {
        return colors(own, controls, candidates, node);
      }
    }
    if (!isTried) {
      isTried = true;
      known = whole();
      int[][] found = known == null ? null : colors(known, controls, candidates, node);
      if (found != null) {
        return found;
      }
    }
    // The rules do not allow to colour all objects, or a view or document creates these anew.
    Coloring own = own(false, controls, candidates, node);
    if (!own.complete(Integer.MAX_VALUE)) {
      isHopeless = true;
      return null;
    }
    known = own;
    return colors(own, controls, candidates, node);
  }

  /**
   * Returns numbers that equal elements share, also where equality is not transitive; null when the
   * rules do not allow that.
   */
  public int @Nullable [][] loosely(
      @Nullable Object[] controls, @Nullable Object[] candidates, @Nullable RuleNode node) {
    if (RuleNode.ignores(node)) {
      return null;
    }
    long trial = steps.suspendTrial();
    try {
      Coloring own = own(true, controls, candidates, node);
      return own.complete(Integer.MAX_VALUE) ? colors(own, controls, candidates, node) : null;
    } finally {
      steps.endTrial(trial);
    }
  }

  private Coloring own(
      boolean loose,
      @Nullable Object[] controls,
      @Nullable Object[] candidates,
      @Nullable RuleNode node) {
    Coloring own = new Coloring(mode, loose, steps, keys);
    own.add(controls, node, false);
    own.add(candidates, node, true);
    return own;
  }

  private @Nullable Coloring whole() {
    Coloring all = new Coloring(mode, false, steps, keys);
    all.add(new Object[] {control}, root, false);
    all.add(new Object[] {candidate}, root, true);
    return all.complete(Integer.MAX_VALUE) ? all : null;
  }

  private static int @Nullable [][] colors(
      Coloring coloring,
      @Nullable Object[] controls,
      @Nullable Object[] candidates,
      @Nullable RuleNode node) {
    int[] mine = colors(coloring, controls, node, false);
    int[] theirs = mine == null ? null : colors(coloring, candidates, node, true);
    return mine == null || theirs == null ? null : new int[][] {mine, theirs};
  }

  private static int @Nullable [] colors(
      Coloring coloring, @Nullable Object[] objects, @Nullable RuleNode node, boolean candidate) {
    int[] colors = new int[objects.length];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = coloring.of(objects[i], node, candidate);
      if (colors[i] < 0) {
        return null;
      }
    }
    return colors;
  }
}
