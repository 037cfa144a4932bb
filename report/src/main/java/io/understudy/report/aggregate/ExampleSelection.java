package io.understudy.report.aggregate;

import io.understudy.report.summary.ExampleCall;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A few examples of one signature: the simplest, since they are read first, and the latest, since
 * it shows what the present build does. Which are kept does not depend on the order in which they
 * came. Not thread-safe.
 */
final class ExampleSelection {
  static final int SIMPLEST = 2;
  static final int LATEST = 1;

  private final TreeSet<ExampleCall> simplest = new TreeSet<>(ExampleCall.SIMPLEST);
  private final TreeSet<ExampleCall> latest = new TreeSet<>(ExampleCall.LATEST);

  void add(ExampleCall example) {
    keep(simplest, SIMPLEST, example);
    keep(latest, LATEST, example);
  }

  void merge(ExampleSelection other) {
    other.simplest.forEach(e -> keep(simplest, SIMPLEST, e));
    other.latest.forEach(e -> keep(latest, LATEST, e));
  }

  private static void keep(TreeSet<ExampleCall> kept, int most, ExampleCall example) {
    kept.add(example);
    if (kept.size() > most) {
      kept.pollLast();
    }
  }

  /** The simplest first, then the latest where it is another. */
  List<ExampleCall> list() {
    List<ExampleCall> all = new ArrayList<>(simplest);
    latest.stream().filter(e -> !simplest.contains(e)).forEach(all::add);
    return all;
  }
}
