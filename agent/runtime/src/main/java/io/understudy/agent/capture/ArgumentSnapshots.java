package io.understudy.agent.capture;

import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/** How capture copies live arguments: the way into the snapshot stage. Thread-safe. */
public interface ArgumentSnapshots {
  /**
   * Copies arguments so deeply that nothing which the application may change is shared.
   *
   * @param live the arguments; not changed
   * @param meter what this may cost
   * @return a new array of the same length, for the candidate to be called with
   * @throws Uncapturable when one cannot be copied, or a bound is passed
   */
  @Nullable Object[] copy(@Nullable Object[] live, Meter meter) throws Uncapturable;
}
