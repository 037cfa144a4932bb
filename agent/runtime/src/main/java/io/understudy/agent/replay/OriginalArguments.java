package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import org.jspecify.annotations.Nullable;

/** Freezes the arguments as both sides receive them, for the evidence. Stateless. */
final class OriginalArguments {
  private static final long LONGEST = 1_000_000_000L;

  private OriginalArguments() {}

  /**
   * Freezes a call's argument copies, before the candidate may change them.
   *
   * @param copies copies what only code of the application can read
   * @return the call's own array where all arguments are immutable scalars
   * @throws Uncapturable when they exceed twice the bounds of their capture, or one second
   */
  static @Nullable Object[] of(Call call, PrivateCopies copies) throws Uncapturable {
    @Nullable Object[] live = call.arguments();
    @Nullable Object[] frozen = live;
    Meter meter = null;
    for (int i = 0; i < live.length; i++) {
      if (live[i] == null) {
        continue;
      }
      if (meter == null) {
        meter = Meter.ofAgentThread(bounds(call.point().config().bounds()));
        meter.resume(System.nanoTime());
      }
      Object part = frozen(live[i], meter, call, copies);
      if (part != live[i]) {
        // Copy the array at the first argument that needs it.
        frozen = frozen == live ? live.clone() : frozen;
        frozen[i] = part;
      }
    }
    return frozen;
  }

  // Views and collections of the application run their own code, which must not change what the
  // candidate gets: so they are read on copies.
  private static @Nullable Object frozen(
      @Nullable Object live, Meter meter, Call call, PrivateCopies copies) throws Uncapturable {
    return Freezer.complete(
        Freezer.freezePartly(live, meter, call.point().views(), true, copies), meter);
  }

  /** Twice the bounds of the capture, so that captured arguments always fit. */
  static Bounds bounds(Bounds capture) {
    int nodes = (int) Math.min(Integer.MAX_VALUE, 2L * capture.nodes());
    long bytes = capture.bytes() > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : 2 * capture.bytes();
    return new Bounds(nodes, bytes, Math.max(LONGEST, capture.nanos()));
  }
}
