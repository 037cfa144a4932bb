package io.understudy.report.propose;

import io.understudy.report.summary.SignatureSummary;
import java.util.Optional;

/** The kinds of difference that are never proposed. */
final class ProposalExclusions {
  private ProposalExclusions() {}

  /** Returns the reason against a proposal as a clause; empty where there is none. */
  static Optional<String> of(SignatureSummary signature, DifferencePlace place) {
    if (Proposals.isNoise(signature)) {
      return Optional.of(
          "it is noise: the control differs from itself as often; use a rule instead");
    }
    return switch (place.kind()) {
      case "OPAQUE" -> Optional.of("values that could not be compared cannot be accepted");
      case "EXCEPTION" -> Optional.of("exceptions must be accepted by hand, class by class");
      case "VALUE", "TYPE", "MISSING", "EXTRA", "ORDER", "LENGTH", "ARGUMENT" -> Optional.empty();
      default -> Optional.of("this version does not know its kind");
    };
  }
}
