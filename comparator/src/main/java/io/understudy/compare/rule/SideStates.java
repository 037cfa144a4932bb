package io.understudy.compare.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of a side in which a place is not compared. Immutable. */
final class SideStates {
  private final List<SideState> states;

  private SideStates(List<SideState> states) {
    this.states = states;
  }

  /**
   * Creates the states of a rule.
   *
   * @throws IllegalArgumentException when there is none
   */
  static SideStates of(RuleScope scope, SideState... states) {
    if (states.length == 0) {
      throw new IllegalArgumentException(
          "ignore-where "
              + scope.shown()
              + ": say what a side has there, such as candidate null or control absent");
    }
    return new SideStates(
        Collections.unmodifiableList(new ArrayList<>(EnumSet.copyOf(Arrays.asList(states)))));
  }

  /** Whether two values are in one of the states. */
  boolean cover(@Nullable Object control, @Nullable Object candidate, RuleNode node) {
    for (SideState state : states) {
      if (state.isOf(control, candidate, node)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the absence of a part on one side is one of the states. */
  boolean coverAbsent(boolean byControl) {
    for (SideState state : states) {
      if (state.isOfAbsent(byControl)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SideStates && states.equals(((SideStates) other).states);
  }

  @Override
  public int hashCode() {
    return states.hashCode();
  }

  /** {@code control absent, candidate null}. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    states.forEach(state -> words.add(state.wireName()));
    return String.join(", ", words);
  }
}
