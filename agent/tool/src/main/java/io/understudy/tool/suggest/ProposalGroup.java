package io.understudy.tool.suggest;

import java.util.ArrayList;
import java.util.List;

/** The proposals of one class. */
final class ProposalGroup {
  /** Binary name. */
  final String className;

  final ServiceScore serviceScore;

  /** The most promising first. */
  final List<Proposal> proposals = new ArrayList<>();

  ProposalGroup(String className, ServiceScore serviceScore) {
    this.className = className;
    this.serviceScore = serviceScore;
  }

  /** A higher score is more promising. */
  long score() {
    return serviceScore.score();
  }
}
