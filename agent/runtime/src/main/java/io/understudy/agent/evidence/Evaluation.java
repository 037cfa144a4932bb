package io.understudy.agent.evidence;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.accept.AcceptanceSession;
import io.understudy.journal.Fate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What comparing the outcomes of one call gave, and which acceptances had a part in it. */
final class Evaluation {
  private final Comparison comparison;
  private final @Nullable AcceptanceSession heard;

  /**
   * A judgement.
   *
   * @param heard what the acceptances said; null where the call point has none
   */
  Evaluation(Comparison comparison, @Nullable AcceptanceSession heard) {
    this.comparison = comparison;
    this.heard = heard;
  }

  /** Matched, accepted or mismatched. */
  Fate fate() {
    if (comparison.isEqual()) {
      return Fate.MATCHED;
    }
    return comparison.isAccepted() ? Fate.ACCEPTED : Fate.MISMATCHED;
  }

  /** The differences that are listed, those that nothing accepted first, and how many there are. */
  Comparison comparison() {
    return comparison;
  }

  /** The listed differences that nothing accepted. */
  List<Difference> unaccepted() {
    List<Difference> unaccepted = new ArrayList<>();
    for (Difference difference : comparison.differences()) {
      if (difference.acceptedBy() == null) {
        unaccepted.add(difference);
      }
    }
    return unaccepted;
  }

  /** The signatures of the listed differences that nothing accepted. */
  Set<String> signatures() {
    Set<String> signatures = new LinkedHashSet<>();
    for (Difference difference : unaccepted()) {
      signatures.add(difference.signature());
    }
    return signatures;
  }

  /** Whether {@link #unaccepted} lists every difference that nothing accepted. */
  boolean isWhole() {
    return comparison.count() - comparison.acceptedCount() == unaccepted().size();
  }

  /** The ids of the acceptances that covered a difference. */
  List<String> accepting() {
    return heard == null ? Collections.emptyList() : heard.ids();
  }

  /** Which acceptances would have covered what nothing did: {@code ROUND-17 · expired}. */
  Set<String> missing() {
    return heard == null ? Collections.emptySet() : heard.missing();
  }
}
