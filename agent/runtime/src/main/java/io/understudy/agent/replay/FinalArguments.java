package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Adds the arguments as they are after a call to its outcome, if the control's were kept.
 * Stateless.
 */
final class FinalArguments {
  private FinalArguments() {}

  /**
   * The arguments of the candidate as they are now: those that another JVM has returned, or the
   * live ones.
   *
   * @param live the arguments that a candidate in this JVM was called with
   */
  static @Nullable Object[] of(Outcome candidate, @Nullable Object[] live) {
    @Nullable Object[] returned = candidate.arguments();
    return returned == null ? live : returned;
  }

  /**
   * Returns the outcome with the arguments of its side.
   *
   * @param arguments as they are now; not changed
   * @return {@code outcome} itself if the control's arguments were not kept
   */
  static Outcome with(@Nullable Object[] arguments, Outcome outcome, Call call) {
    @Nullable Object[] controls = call.compared().arguments();
    if (controls == null) {
      return outcome;
    }
    @Nullable Object[] afterwards = arguments.clone();
    for (int i = 0; i < Math.min(afterwards.length, controls.length); i++) {
      // The control keeps null for an immutable argument; a null argument stays null.
      if (controls[i] == null) {
        afterwards[i] = null;
      }
    }
    return outcome.withArguments(afterwards);
  }
}
