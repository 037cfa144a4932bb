package io.understudy.agent.replay;

import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/** How private copies of arguments are copied once more. Thread-safe. */
public interface ArgumentCopier {
  /**
   * Copies arguments so deeply that the copies share nothing that could change.
   *
   * @param arguments private copies that nobody uses at the moment; not changed
   * @param meter what this may cost
   * @return a new array of the same length
   * @throws Uncapturable when one cannot be copied, or a bound is passed
   */
  @Nullable Object[] copy(@Nullable Object[] arguments, Meter meter) throws Uncapturable;
}
