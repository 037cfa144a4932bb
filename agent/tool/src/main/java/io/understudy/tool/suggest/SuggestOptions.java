package io.understudy.tool.suggest;

import io.understudy.agent.service.ControlScope;
import org.jspecify.annotations.Nullable;

/** What is to be proposed. Immutable. */
public final class SuggestOptions {
  private final ControlScope scope;

  /** How many call points at the most. */
  final int most;

  /** Whether methods that say that they write are proposed as call points, not as comments. */
  final boolean writes;

  /** Whether methods that were counted and not called are proposed, too. */
  final boolean uncalled;

  private SuggestOptions(ControlScope scope, int most, boolean writes, boolean uncalled) {
    this.scope = scope;
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
  public static SuggestOptions of(
      String packages, @Nullable String candidates, int most, boolean writes) {
    return new SuggestOptions(ControlScope.of(packages, candidates), most, writes, false);
  }

  /** The same, and methods that were counted and not called at the end. */
  public SuggestOptions withUncalled() {
    return new SuggestOptions(scope, most, writes, true);
  }

  /** Which classes may hold controls. */
  public ControlScope scope() {
    return scope;
  }
}
