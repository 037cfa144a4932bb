package io.understudy.report.propose;

import io.understudy.report.aggregate.AcceptanceEvidence;
import io.understudy.report.aggregate.Deltas;
import io.understudy.report.aggregate.Evidence;
import io.understudy.report.aggregate.ExplanationEvidence;
import io.understudy.report.aggregate.NoiseEvidence;
import io.understudy.report.aggregate.PointEvidence;
import io.understudy.report.aggregate.SignatureEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what to propose. A proposal is no judgement: it only states a difference so narrowly that
 * somebody can judge it. What cannot be stated narrowly is declined, with the reason.
 */
public final class Proposals {
  /** So many drafts are made for each call point. */
  static final int MOST_DRAFTS = 40;

  private final PointEvidence point;
  private final Set<String> ids = new HashSet<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Declined> declined = new ArrayList<>();

  private Proposals(PointEvidence point) {
    this.point = point;
    point.acceptances().stream().map(AcceptanceEvidence::id).forEach(ids::add);
  }

  /** What is proposed for each call point that differs; where most calls differ first. */
  public static List<PointProposal> of(Evidence evidence) {
    List<PointProposal> all = new ArrayList<>();
    for (PointEvidence point : evidence.points()) {
      Proposals proposals = new Proposals(point);
      // They come with the most frequent first.
      evidence.signatures().stream()
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
    drafts.sort(Comparator.comparingLong(Draft::calls).reversed());
    List<Draft> named = new ArrayList<>();
    for (Draft draft : drafts.subList(0, Math.min(MOST_DRAFTS, drafts.size()))) {
      named.add(
          new Draft(
              id(),
              draft.calls(),
              draft.path(),
              draft.kind(),
              draft.explanation(),
              draft.deltas()));
    }
    for (Draft rare : drafts.subList(named.size(), drafts.size())) {
      decline(
          rare.path() + Place.BETWEEN + rare.kind(),
          rare.explanation(),
          rare.calls(),
          "more than " + MOST_DRAFTS + " are more frequent");
    }
    return new PointProposal(point, named, declined);
  }

  private void consider(SignatureEvidence signature) {
    Optional<Place> place = Place.of(signature.signature());
    Optional<String> refusal =
        place.isEmpty()
            ? Optional.of(Place.refusal(signature.signature()))
            : Refusals.of(signature, place.get());
    if (refusal.isPresent() || place.isEmpty()) {
      decline(signature.signature(), "", signature.count(), refusal.orElse(""));
      return;
    }
    long left = signature.count();
    for (ExplanationEvidence explained : signature.explained()) {
      if (explained.name().isEmpty()) {
        continue;
      }
      if (left <= 0) {
        decline(
            signature.signature(),
            explained.name(),
            explained.calls(),
            "the more frequent explanations cover as many calls");
        continue;
      }
      draft(place.get(), explained.name(), explained.calls(), explained.deltas());
      left -= explained.calls();
    }
    if (left > 0) {
      unexplained(signature, place.get(), left);
    }
  }

  private void unexplained(SignatureEvidence signature, Place place, long calls) {
    Deltas deltas =
        signature.explained().stream()
            .filter(e -> e.name().isEmpty())
            .findFirst()
            .map(ExplanationEvidence::deltas)
            .orElse(Deltas.NONE);
    if (place.isStructural() || deltas.most().isPresent()) {
      draft(place, "", calls, deltas);
    } else {
      decline(
          signature.signature(),
          signature.explained().size() > 1 ? "not explained" : "",
          calls,
          "nothing explains it and no number bounds it, so an entry would cover whatever differs"
              + " there");
    }
  }

  private void draft(Place place, String explanation, long calls, Deltas deltas) {
    drafts.add(new Draft("", calls, place.path(), place.kind(), explanation, deltas));
  }

  private void decline(String signature, String explanation, long calls, String why) {
    declined.add(new Declined(signature, explanation, calls, why));
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

  /** Whether noise was found in it. */
  static boolean isNoise(SignatureEvidence signature) {
    return signature.noise().filter(n -> n.finding() == NoiseEvidence.Finding.NOISE).isPresent();
  }
}
