package io.understudy.tool.suggest;

import io.understudy.agent.service.ControlScope;
import org.jspecify.annotations.Nullable;

/** Options for the proposal of call points. Immutable. */
public final class SuggestOptions {
  private final ControlScope scope;

  /** The maximum number of call points, without those in comments. */
  final int maximum;

  /** Whether methods that say that they write are proposed as call points instead of comments. */
  final boolean proposesWrites;

  /** Whether methods that were counted and not called are listed too. */
  final boolean listsUncalled;

  private SuggestOptions(
      ControlScope scope, int maximum, boolean proposesWrites, boolean listsUncalled) {
    this.scope = scope;
    this.maximum = maximum;
    this.proposesWrites = proposesWrites;
    this.listsUncalled = listsUncalled;
  }

  /**
   * Reads options as the user types them.
   *
   * @param packages packages of the control's classes, separated by commas
   * @param candidates packages of the candidates, likewise; null if not given
   * @param maximum the maximum number of call points
   * @param proposesWrites whether methods that say that they write are proposed as call points
   * @throws IllegalArgumentException if a name is not a package name; the message names it
   */
  public static SuggestOptions of(
      String packages, @Nullable String candidates, int maximum, boolean proposesWrites) {
    return new SuggestOptions(
        ControlScope.of(packages, candidates), maximum, proposesWrites, false);
  }

  /** Returns the same options that also list methods that were counted and not called. */
  public SuggestOptions withUncalled() {
    return new SuggestOptions(scope, maximum, proposesWrites, true);
  }

  /** Whether an operation is proposed in a comment, because it says that it writes. */
  boolean comments(Operation operation) {
    return !proposesWrites && operation.saysThatItWrites();
  }

  /** The classes that may hold controls. */
  public ControlScope scope() {
    return scope;
  }
}
