package io.understudy.agent.evidence;

import io.understudy.compare.Difference;
import io.understudy.compare.Outcome;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Freezes what an example shows of the candidate: its values are live and its own, so it may keep
 * them and change them at the next call, while the example still waits for the journal's thread.
 */
final class ExampleFreezer {
  /** The journal cuts values far below this; it keeps a boundless answer out of memory. */
  private static final Bounds EVIDENCE = Bounds.DEFAULT;

  private final Views views;

  /** Evidence that shows classes as they were compared. */
  ExampleFreezer(Views views) {
    this.views = views;
  }

  Outcome of(Outcome live) {
    Outcome frozen =
        live.thrown() == null ? Outcome.returned(of(live.value())) : Outcome.threw(live.thrown());
    @Nullable Object[] arguments = live.arguments();
    return arguments == null ? frozen : frozen.withArguments(of(arguments));
  }

  List<Difference> of(List<Difference> live) {
    List<Difference> frozen = new ArrayList<>(live.size());
    for (Difference difference : live) {
      frozen.add(difference.between(of(difference.control()), of(difference.candidate())));
    }
    return frozen;
  }

  private @Nullable Object of(@Nullable Object live) {
    try {
      return Freezer.freezeLeniently(live, new Meter(EVIDENCE), views);
    } catch (Uncapturable tooLarge) {
      return "(not kept: " + tooLarge.reason() + ")";
    }
  }

  private @Nullable Object[] of(@Nullable Object[] live) {
    @Nullable Object[] frozen = new Object[live.length];
    for (int i = 0; i < live.length; i++) {
      frozen[i] = of(live[i]);
    }
    return frozen;
  }
}
