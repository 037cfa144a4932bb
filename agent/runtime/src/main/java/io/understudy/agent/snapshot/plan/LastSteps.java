package io.understudy.agent.snapshot.plan;

import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one walk does after its last part: shells that are filled once more, fills that wait for all
 * other copies, and steps that the pool runs. Most walks have none. Not thread-safe.
 */
final class LastSteps {
  private @Nullable List<WalkFrame> refills;
  private @Nullable List<DeferredFill> deferredFills;
  private @Nullable List<DeferredFill> completions;
  private @Nullable IdentityHashMap<Object, Integer> views;

  /** Fills a shell with the walk that knows the copies. */
  interface Refill {
    void fill(WalkFrame frame, Object copy) throws Uncapturable;
  }

  void refillLater(WalkFrame frame) {
    if (refills == null) {
      refills = new ArrayList<>();
    }
    refills.add(frame);
  }

  void fillLast(DeferredFill filling) {
    if (deferredFills == null) {
      deferredFills = new ArrayList<>();
    }
    deferredFills.add(filling);
  }

  void noteView(Object whole) {
    if (views == null) {
      views = new IdentityHashMap<>();
    }
    views.merge(whole, 1, Integer::sum);
  }

  int views(Object whole) {
    return views == null ? 0 : views.getOrDefault(whole, 0);
  }

  void completeLater(DeferredFill step) {
    if (completions == null) {
      completions = new ArrayList<>();
    }
    completions.add(step);
  }

  List<DeferredFill> completions() {
    return completions == null ? Collections.emptyList() : completions;
  }

  /** Runs all fills; a fill may add further ones. */
  void run(Refill refill) throws Uncapturable {
    int refilled = runRefills(0, refill);
    for (int i = 0; deferredFills != null && i < deferredFills.size(); i++) {
      deferredFills.get(i).run();
      refilled = runRefills(refilled, refill);
    }
  }

  private int runRefills(int from, Refill refill) throws Uncapturable {
    int at = from;
    for (; refills != null && at < refills.size(); at++) {
      WalkFrame frame = refills.get(at);
      Object copy = frame.shell;
      if (copy != null) {
        refill.fill(frame, copy);
      }
    }
    return at;
  }
}
