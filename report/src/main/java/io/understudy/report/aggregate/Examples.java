package io.understudy.report.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A few examples of one signature: the simplest, since they are read first, and the latest, since
 * it shows what the present build does. Which are kept does not depend on the order in which they
 * came. Not thread-safe.
 */
final class Examples {
  static final int SIMPLEST = 2;
  static final int LATEST = 1;

  private final TreeSet<Example> simplest = new TreeSet<>(Example.SIMPLEST);
  private final TreeSet<Example> latest = new TreeSet<>(Example.LATEST);

  void add(Example example) {
    keep(simplest, SIMPLEST, example);
    keep(latest, LATEST, example);
  }

  void merge(Examples other) {
    other.simplest.forEach(e -> keep(simplest, SIMPLEST, e));
    other.latest.forEach(e -> keep(latest, LATEST, e));
  }

  private static void keep(TreeSet<Example> kept, int most, Example example) {
    kept.add(example);
    if (kept.size() > most) {
      kept.pollLast();
    }
  }

  /** The simplest first, then the latest where it is another. */
  List<Example> list() {
    List<Example> all = new ArrayList<>(simplest);
    latest.stream().filter(e -> !simplest.contains(e)).forEach(all::add);
    return all;
  }
}
