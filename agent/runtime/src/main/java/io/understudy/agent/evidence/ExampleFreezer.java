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
 * Freezes the candidate's values for an example. The values are live: the candidate may keep and
 * change them while the example waits for the journal's thread. Immutable.
 */
final class ExampleFreezer {
  /** Bounds the memory of an endless answer. The journal truncates values at much lower limits. */
  private static final Bounds EVIDENCE = Bounds.DEFAULT;

  private final Views views;

  /** Creates a freezer that reads classes through the same views as the comparison. */
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
