package io.understudy.agent.evidence;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.LedgerPage;
import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.walk.Differ;
import io.understudy.journal.TallyField;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often controls disagree with themselves, and which differences come together, so that
 * the report can tell a candidate's differences from noise. Both count calls by signatures; a
 * signature is the same here and there. Thread-safe.
 */
final class NoiseCounter {
  private final @Nullable Differ[] differs;

  /** Compares controls with themselves where the configuration asks for it; points by number. */
  NoiseCounter(List<CallPoint> points, ComparatorLoader comparators) {
    differs = new Differ[points.size()];
    for (CallPoint point : points) {
      if (point.config().noise() > 0) {
        differs[point.id()] =
            Differ.with(
                point.config().effectiveRules().ofControl(), point.views(), comparators.of(point));
      }
    }
  }

  /**
   * Compares the control with itself and counts in what it disagrees. What could not be compared
   * says nothing of the control, and is not noise.
   */
  void repeated(Call call, Outcome second) {
    Differ differ = differs[call.point().id()];
    if (differ == null) {
      return;
    }
    Comparison comparison = differ.compare(call.control(), second);
    Set<String> signatures = new LinkedHashSet<>();
    for (Difference difference : comparison.differences()) {
      if (difference.kind() != DifferenceKind.OPAQUE) {
        signatures.add(difference.signature());
      }
    }
    for (String signature : signatures) {
      call.page().count(TallyField.NOISE, signature);
    }
  }

  /**
   * Counts the signatures of a mismatched call as a set: only a call of which every difference is
   * noise may be put down to noise.
   *
   * @param all whether these are the signatures of all its differences
   */
  void mismatched(Call call, Collection<String> signatures, boolean all) {
    if (differs[call.point().id()] != null) {
      String set = all ? String.join(" + ", new TreeSet<>(signatures)) : LedgerPage.OTHER;
      call.page().count(TallyField.TOGETHER, set);
    }
  }
}
