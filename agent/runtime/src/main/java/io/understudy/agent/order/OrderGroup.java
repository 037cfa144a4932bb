package io.understudy.agent.order;

import io.understudy.journal.Fate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call points that share their keys. Thread-safe, and lock-free for the application's threads.
 *
 * <p>If a call of an unknown key is not replayed, every key of the group may have lost a call.
 */
final class OrderGroup {
  private final String name;
  private volatile @Nullable Fate brokenBy;

  /** The orders of the call points in the group, of all generations that replay calls. */
  private volatile PointOrder[] orders = {};

  OrderGroup(String name) {
    this.name = name;
  }

  /** Adds the order of a call point, and drops those of generations that have ended. */
  synchronized void add(PointOrder order) {
    List<PointOrder> all = new ArrayList<>();
    for (PointOrder each : orders) {
      if (!each.isOver()) {
        all.add(each);
      }
    }
    all.add(order);
    orders = all.toArray(new PointOrder[0]);
  }

  /** Breaks every key of the group; the first cause stays. */
  void breakAll(Fate cause) {
    if (brokenBy == null) {
      brokenBy = cause;
    }
  }

  /** Returns why every key of the group is broken; null if they are not. */
  @Nullable Fate brokenBy() {
    if (brokenBy == null) {
      for (PointOrder each : orders) {
        if (each.hasLost) {
          breakAll(Fate.UNCAPTURED);
        }
      }
    }
    return brokenBy;
  }

  @Override
  public String toString() {
    return name;
  }
}
