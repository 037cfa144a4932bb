package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;

/** The arguments as they stand after a call, where the control's were kept. Stateless. */
final class FinalArguments {
  private FinalArguments() {}

  /**
   * An outcome with the arguments that its side was given.
   *
   * @param arguments as they stand now; not changed
   */
  static Outcome with(@Nullable Object[] arguments, Outcome outcome, Call call) {
    @Nullable Object[] controls = call.control().arguments();
    if (controls == null) {
      return outcome;
    }
    @Nullable Object[] afterwards = arguments.clone();
    for (int i = 0; i < Math.min(afterwards.length, controls.length); i++) {
      // Nothing was kept of what cannot change; and what was null still is.
      if (controls[i] == null) {
        afterwards[i] = null;
      }
    }
    return outcome.withArguments(afterwards);
  }
}
