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
 * Counts how often controls disagree with themselves, and which differences occur together. The
 * report uses both to separate a candidate's differences from noise. Both count calls by the same
 * signatures. Thread-safe.
 */
final class NoiseCounter {
  private final @Nullable Differ[] differs;

  /**
   * Creates the comparison of the control with itself for each call point that has {@code noise}.
   */
  NoiseCounter(List<CallPoint> points, ComparatorLoader comparators) {
    differs = new Differ[points.size()];
    for (CallPoint point : points) {
      if (point.config().noise() > 0) {
        differs[point.id()] =
            Differ.with(
                point.config().effectiveRules().ofControl(),
                point.views(),
                comparators.resolverFor(point));
      }
    }
  }

  /**
   * Compares both outcomes of the control and counts the signatures of their differences. A value
   * that cannot be compared is not noise.
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
   * Counts the signatures of a mismatched call as a set: a call is noise only if all of its
   * differences are noise.
   *
   * @param all whether these are the signatures of all differences of the call
   */
  void mismatched(Call call, Collection<String> signatures, boolean all) {
    if (differs[call.point().id()] != null) {
      String set = all ? String.join(" + ", new TreeSet<>(signatures)) : LedgerPage.OTHER;
      call.page().count(TallyField.TOGETHER, set);
    }
  }
}
