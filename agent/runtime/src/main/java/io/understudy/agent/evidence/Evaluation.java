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

/** The result of comparing the outcomes of one call, with the acceptances that took part. */
final class Evaluation {
  private final Comparison comparison;
  private final @Nullable AcceptanceSession session;

  /**
   * Creates an evaluation.
   *
   * @param session the acceptances that were applied; null if the call point has none
   */
  Evaluation(Comparison comparison, @Nullable AcceptanceSession session) {
    this.comparison = comparison;
    this.session = session;
  }

  /** The fate: matched, accepted or mismatched. */
  Fate fate() {
    if (comparison.isEqual()) {
      return Fate.MATCHED;
    }
    return comparison.isAccepted() ? Fate.ACCEPTED : Fate.MISMATCHED;
  }

  /** The comparison, with its listed differences, unaccepted ones first, and their total number. */
  Comparison comparison() {
    return comparison;
  }

  /** The listed differences that no acceptance covers. */
  List<Difference> unaccepted() {
    List<Difference> unaccepted = new ArrayList<>();
    for (Difference difference : comparison.differences()) {
      if (difference.acceptedBy() == null) {
        unaccepted.add(difference);
      }
    }
    return unaccepted;
  }

  /** The signatures of the listed differences that no acceptance covers. */
  Set<String> signatures() {
    Set<String> signatures = new LinkedHashSet<>();
    for (Difference difference : unaccepted()) {
      signatures.add(difference.signature());
    }
    return signatures;
  }

  /** Whether {@link #unaccepted} lists every difference that no acceptance covers. */
  boolean isWhole() {
    return comparison.count() - comparison.acceptedCount() == unaccepted().size();
  }

  /** The ids of the acceptances that covered a difference. */
  List<String> accepting() {
    return session == null ? Collections.emptyList() : session.ids();
  }

  /**
   * The acceptances that would cover an unaccepted difference, with the obstacle: {@code ROUND-17 ·
   * expired}.
   */
  Set<String> missing() {
    return session == null ? Collections.emptySet() : session.missing();
  }
}
