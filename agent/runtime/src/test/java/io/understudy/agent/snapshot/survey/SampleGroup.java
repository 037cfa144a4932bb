package io.understudy.agent.snapshot.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The samples of one area of the JDK. An object of it is used once. */
abstract class SampleGroup {
  private final List<Sample> all = new ArrayList<>();

  /** Puts the samples of this group. */
  abstract void fill();

  final void put(String name, Callable<?> equal, Callable<?> other) {
    all.add(new Sample(name, equal, other));
  }

  final List<Sample> samples() {
    fill();
    return all;
  }
}
