package io.understudy.report.propose;

import io.understudy.report.summary.SignatureSummary;
import java.util.Optional;

/** The kinds of difference that are never proposed, whatever is known of them. */
final class ProposalExclusions {
  private ProposalExclusions() {}

  static Optional<String> of(SignatureSummary signature, DifferencePlace place) {
    if (Proposals.isNoise(signature)) {
      return Optional.of(
          "it is noise: the control disagrees with itself as often; a rule says so better");
    }
    return switch (place.kind()) {
      case "OPAQUE" -> Optional.of("what could not be compared cannot be agreed on");
      case "EXCEPTION" ->
          Optional.of("what throws on one side alone is agreed on by hand, class by class");
      case "VALUE", "TYPE", "MISSING", "EXTRA", "ORDER", "LENGTH", "ARGUMENT" -> Optional.empty();
      default -> Optional.of("its kind is not known here");
    };
  }
}
