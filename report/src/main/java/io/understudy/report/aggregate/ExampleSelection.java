package io.understudy.report.aggregate;

import io.understudy.report.summary.ExampleCall;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A few examples of one signature: the two simplest, because people read them first, and the
 * latest, because it shows the present build. The choice does not depend on the order of adding.
 * Not thread-safe.
 */
final class ExampleSelection {
  private static final int SIMPLEST = 2;
  private static final int LATEST = 1;

  private static final long EMPTY = 160;

  private long size = EMPTY;
  private final TreeSet<ExampleCall> simplest = new TreeSet<>(ExampleOrder.SIMPLEST_FIRST);
  private final TreeSet<ExampleCall> latest = new TreeSet<>(ExampleOrder.LATEST_FIRST);

  void add(ExampleCall example) {
    keep(simplest, SIMPLEST, example);
    keep(latest, LATEST, example);
    measure();
  }

  void merge(ExampleSelection other) {
    if (other.simplest.isEmpty()) {
      return;
    }
    other.simplest.forEach(e -> keep(simplest, SIMPLEST, e));
    other.latest.forEach(e -> keep(latest, LATEST, e));
    measure();
  }

  /** Returns the estimated size. Bytes. */
  long size() {
    return size;
  }

  private void measure() {
    size = EMPTY;
    for (ExampleCall example : list()) {
      size += ExampleOrder.size(example);
    }
  }

  private static void keep(TreeSet<ExampleCall> kept, int most, ExampleCall example) {
    kept.add(example);
    if (kept.size() > most) {
      kept.pollLast();
    }
  }

  /** Lists the simplest examples, then the latest where it is not one of them. */
  List<ExampleCall> list() {
    List<ExampleCall> all = new ArrayList<>(simplest);
    latest.stream().filter(e -> !simplest.contains(e)).forEach(all::add);
    return all;
  }
}
