package io.understudy.agent.replay;

import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/** Copies the private copies of arguments once more. Thread-safe. */
public interface ArgumentCopier {
  /**
   * Copies arguments deeply; the copies share no mutable object with them.
   *
   * @param arguments private copies that no other thread uses at the moment; not changed
   * @param meter the bounds of the copy
   * @return a new array of the same length
   * @throws Uncapturable when an argument cannot be copied, or a bound is exceeded
   */
  @Nullable Object[] copy(@Nullable Object[] arguments, Meter meter) throws Uncapturable;

  /** Returns the copies of objects that are read before the candidate gets them. */
  default PrivateCopies privateCopies() {
    return PrivateCopies.of(this::copy);
  }
}
