package io.understudy.compare;

import io.understudy.compare.explain.Explanations;
import io.understudy.value.Shape;
import org.jspecify.annotations.Nullable;

/** Tells two lists apart by what goes together, if that is a better account than place by place. */
final class Realigned {
  private final Walk walk;
  private final Checkpoint before;
  private final @Nullable RuleNode element;
  private final @Nullable Object[] mine;
  private final @Nullable Object[] theirs;
  private final long[] a;
  private final long[] b;

  private Realigned(
      Walk walk,
      Checkpoint before,
      @Nullable Object[] mine,
      @Nullable Object[] theirs,
      @Nullable RuleNode element) {
    this.walk = walk;
    this.before = before;
    this.element = element;
    this.mine = mine;
    this.theirs = theirs;
    this.a = Hashes.ofControl(true, walk.ids).ofAll(mine, element);
    this.b = Hashes.ofCandidate(true, walk.ids).ofAll(theirs, element);
  }

  /**
   * Replaces the account by place if there is a better one; whether there was.
   *
   * @param before where the walk was before that account
   * @param differing the number of places that differ
   */
  static boolean tell(
      Walk walk,
      Checkpoint before,
      long differing,
      Shape cs,
      Object control,
      Shape ds,
      Object candidate,
      @Nullable RuleNode element) {
    @Nullable Object[] mine = Multisets.elements(cs, control);
    @Nullable Object[] theirs = Multisets.elements(ds, candidate);
    return new Realigned(walk, before, mine, theirs, element).tell(differing, control, candidate);
  }

  private boolean tell(long differing, Object control, Object candidate) {
    int[] order = Reordering.of(walk, mine, a, theirs, b, element);
    if (order != null) {
      before.undo();
      order(order, control, candidate);
      return true;
    }
    Matching matching = Matching.of(mine, a, theirs, b, element);
    boolean better = matching.size < differing;
    boolean asGood = mine.length != theirs.length && matching.ordered;
    boolean told = better || (asGood && matching.size == differing);
    if (told) {
      before.undo();
      if (!matching.ordered) {
        order(matching.partner, control, candidate);
      }
      Script.Surplus surplus = new ListSurplus(ListSurplus.isBeginning(matching, a, b), a, b);
      new Script(walk, mine, 0, theirs, 0, surplus, element).state(matching);
    }
    return told;
  }

  private void order(int[] partner, Object control, Object candidate) {
    walk.differ(
        DifferenceKind.ORDER,
        control,
        candidate,
        Explanations.ofOrder(Ascending.ranks(partner), mine, theirs));
  }
}
