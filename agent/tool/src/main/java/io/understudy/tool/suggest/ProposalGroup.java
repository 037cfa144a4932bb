package io.understudy.tool.suggest;

import java.util.ArrayList;
import java.util.List;

/** The proposals of one class. */
final class ProposalGroup {
  /** Binary name. */
  final String className;

  final ServiceScore standing;

  /** The most promising first. */
  final List<Proposal> proposals = new ArrayList<>();

  ProposalGroup(String className, ServiceScore standing) {
    this.className = className;
    this.standing = standing;
  }

  /** The higher, the more promising. */
  long score() {
    return standing.score();
  }
}
