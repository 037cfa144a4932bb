package io.understudy.agent.capture;

import java.util.concurrent.ThreadLocalRandom;

/** Chooses a share of the calls at random. Immutable. */
final class Sampler {
  private final boolean all;
  private final long below;

  /** Creates a sampler that chooses the given share, from 0 to 1. */
  Sampler(double share) {
    all = share >= 1;
    // nextLong() is uniform over 2^64 values, from the lowest on.
    below = (long) ((share - 0.5) * 0x1p64);
  }

  boolean chooses() {
    return all || ThreadLocalRandom.current().nextLong() < below;
  }
}
