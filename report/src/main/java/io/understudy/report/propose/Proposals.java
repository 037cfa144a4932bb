package io.understudy.report.propose;

import io.understudy.report.summary.AcceptanceUse;
import io.understudy.report.summary.DeltaSummary;
import io.understudy.report.summary.ExplanationCount;
import io.understudy.report.summary.NoiseComparison;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.SignatureSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the differences to propose. A draft describes a difference narrowly, so that a person can
 * judge it. A difference that cannot be described narrowly is declined with the reason.
 */
public final class Proposals {
  /** The largest number of drafts of a call point. */
  static final int MOST_DRAFTS = 40;

  private final PointSummary point;
  private final Set<String> ids = new HashSet<>();
  private final List<AcceptanceDraft> drafts = new ArrayList<>();
  private final List<DeclinedDifference> declined = new ArrayList<>();

  private Proposals(PointSummary point) {
    this.point = point;
    point.acceptances().stream().map(AcceptanceUse::id).forEach(ids::add);
  }

  /** Returns the proposals of all call points with differences, those with most calls first. */
  public static List<PointProposal> of(ParitySummary summary) {
    List<PointProposal> all = new ArrayList<>();
    for (PointSummary point : summary.points()) {
      Proposals proposals = new Proposals(point);
      // The summary lists the most frequent signatures first.
      summary.signatures().stream()
          .filter(s -> s.point().equals(point.key()) && s.count() > 0)
          .forEach(proposals::consider);
      if (!proposals.drafts.isEmpty() || !proposals.declined.isEmpty()) {
        all.add(proposals.proposal());
      }
    }
    all.sort(Comparator.comparingLong(PointProposal::calls).reversed());
    return all;
  }

  private PointProposal proposal() {
    drafts.sort(Comparator.comparingLong(AcceptanceDraft::calls).reversed());
    List<AcceptanceDraft> named = new ArrayList<>();
    for (AcceptanceDraft draft : drafts.subList(0, Math.min(MOST_DRAFTS, drafts.size()))) {
      named.add(
          new AcceptanceDraft(
              id(),
              draft.calls(),
              draft.path(),
              draft.kind(),
              draft.explanation(),
              draft.deltas()));
    }
    for (AcceptanceDraft rare : drafts.subList(named.size(), drafts.size())) {
      decline(
          rare.path() + DifferencePlace.BETWEEN + rare.kind(),
          rare.explanation(),
          rare.calls(),
          MOST_DRAFTS + " others are more frequent");
    }
    return new PointProposal(point, named, declined);
  }

  private void consider(SignatureSummary signature) {
    Optional<DifferencePlace> place = DifferencePlace.of(signature.signature());
    Optional<String> refusal =
        place.isEmpty()
            ? Optional.of(DifferencePlace.refusal(signature.signature()))
            : ProposalExclusions.of(signature, place.get());
    if (refusal.isPresent() || place.isEmpty()) {
      decline(signature.signature(), "", signature.count(), refusal.orElse(""));
      return;
    }
    long left = signature.count();
    for (ExplanationCount explained : signature.explained()) {
      if (explained.name().isEmpty()) {
        continue;
      }
      if (left <= 0) {
        decline(
            signature.signature(),
            explained.name(),
            explained.calls(),
            "the more frequent explanations already cover its calls");
        continue;
      }
      draft(place.get(), explained.name(), explained.calls(), explained.deltas());
      left -= explained.calls();
    }
    if (left > 0) {
      unexplained(signature, place.get(), left);
    }
  }

  private void unexplained(SignatureSummary signature, DifferencePlace place, long calls) {
    DeltaSummary deltas =
        signature.explained().stream()
            .filter(e -> e.name().isEmpty())
            .findFirst()
            .map(ExplanationCount::deltas)
            .orElse(DeltaSummary.NONE);
    if (place.isStructural() || deltas.most().isPresent()) {
      draft(place, "", calls, deltas);
    } else {
      decline(
          signature.signature(),
          signature.explained().size() > 1 ? "not explained" : "",
          calls,
          "it has no explanation and no delta, so an entry would cover every difference there");
    }
  }

  private void draft(DifferencePlace place, String explanation, long calls, DeltaSummary deltas) {
    drafts.add(new AcceptanceDraft("", calls, place.path(), place.kind(), explanation, deltas));
  }

  private void decline(String signature, String explanation, long calls, String why) {
    declined.add(new DeclinedDifference(signature, explanation, calls, why));
  }

  private String id() {
    String name = point.key().name().replaceAll("[^A-Za-z0-9._]+", "-");
    String stem = name.matches("[A-Za-z0-9].*") ? name : "x" + name;
    stem = stem.substring(0, Math.min(50, stem.length()));
    for (int n = 1; ; n++) {
      String id = stem + "-" + n;
      if (ids.add(id)) {
        return id;
      }
    }
  }

  /** Whether the finding about the signature is noise. */
  static boolean isNoise(SignatureSummary signature) {
    return signature.noise().filter(n -> n.finding() == NoiseComparison.Finding.NOISE).isPresent();
  }
}
