package io.understudy.agent.order;

import io.understudy.journal.Fate;
import org.jspecify.annotations.Nullable;

/**
 * The call points that share their keys. Thread-safe and lock-free.
 *
 * <p>If a call of an unknown key is not replayed, every key of the group may have lost a call.
 */
final class OrderGroup {
  private final String name;
  private volatile @Nullable Fate brokenBy;

  OrderGroup(String name) {
    this.name = name;
  }

  /** Breaks every key of the group; the first cause stays. */
  void breakAll(Fate cause) {
    if (brokenBy == null) {
      brokenBy = cause;
    }
  }

  /** Returns why every key of the group is broken; null if they are not. */
  @Nullable Fate brokenBy() {
    return brokenBy;
  }

  @Override
  public String toString() {
    return name;
  }
}
