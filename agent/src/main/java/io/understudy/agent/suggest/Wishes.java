package io.understudy.agent.suggest;

import org.jspecify.annotations.Nullable;

/** What is to be proposed. Immutable. */
public final class Wishes {
  /** Where the control's classes are. */
  final Packages packages;

  /** Where the candidates are; null where only look-alikes elsewhere are. */
  final @Nullable Packages candidates;

  /** How many call points at the most. */
  final int most;

  /** Whether methods that say that they write are proposed as call points, not as comments. */
  final boolean writes;

  /** Whether methods that were counted and not called are proposed, too. */
  final boolean uncalled;

  private Wishes(
      Packages packages,
      @Nullable Packages candidates,
      int most,
      boolean writes,
      boolean uncalled) {
    this.packages = packages;
    this.candidates = candidates;
    this.most = most;
    this.writes = writes;
    this.uncalled = uncalled;
  }

  /**
   * Wishes as they are typed.
   *
   * @param packages where the control's classes are, separated by commas
   * @param candidates where the candidates are, likewise; null where nobody says
   * @param most how many call points at the most
   * @param writes whether methods that say that they write are proposed as call points
   * @throws IllegalArgumentException saying which name is no package's
   */
  public static Wishes of(String packages, @Nullable String candidates, int most, boolean writes) {
    Packages next = candidates == null ? null : Packages.parse(candidates);
    return new Wishes(Packages.parse(packages), next, most, writes, false);
  }

  /** The same, and methods that were counted and not called at the end. */
  public Wishes withUncalled() {
    return new Wishes(packages, candidates, most, writes, true);
  }

  /** Whether the methods of this class may be controls. */
  boolean areControls(String className) {
    return packages.contain(className) && (candidates == null || !candidates.contain(className));
  }
}
