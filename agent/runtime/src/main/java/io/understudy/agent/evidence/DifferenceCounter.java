package io.understudy.agent.evidence;

import io.understudy.agent.call.Call;
import io.understudy.compare.Difference;
import io.understudy.compare.explain.Explanation;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyField;
import io.understudy.journal.redact.Redaction;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Counts the differences of a call before it ends: unaccepted ones by signature and explanation,
 * accepted ones by the id of the acceptance. Each text is counted at most once for each call.
 * Thread-safe.
 */
final class DifferenceCounter {
  private final Redaction redaction;
  private final NoiseCounter noise;

  /** Creates a counter that skips the explanations of redacted places. */
  DifferenceCounter(Redaction redaction, NoiseCounter noise) {
    this.redaction = redaction;
    this.noise = noise;
  }

  /** Counts the differences of an accepted or mismatched call. */
  void count(Call call, Evaluation evaluation) {
    if (evaluation.fate() == Fate.ACCEPTED) {
      for (String id : evaluation.accepting()) {
        call.page().count(TallyField.ACCEPTED, id);
      }
      return;
    }
    Set<String> signatures = evaluation.signatures();
    for (String signature : signatures) {
      call.page().signature(signature);
      call.point().differed(signature);
    }
    for (String limit : evaluation.missing()) {
      call.page().count(TallyField.LIMITS, limit);
    }
    noise.mismatched(call, signatures, evaluation.isWhole());
    for (String explained : explained(evaluation)) {
      call.page().count(TallyField.EXPLAINED, explained);
    }
  }

  private Set<String> explained(Evaluation evaluation) {
    Set<String> texts = new LinkedHashSet<>();
    for (Difference difference : evaluation.unaccepted()) {
      if (redaction.covers(difference.path())) {
        continue;
      }
      for (Explanation explanation : difference.explanations()) {
        texts.add(difference.signature() + " · " + explanation.name());
      }
    }
    return texts;
  }
}
