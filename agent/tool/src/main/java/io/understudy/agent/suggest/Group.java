package io.understudy.agent.suggest;

import java.util.ArrayList;
import java.util.List;

/** The proposals of one class. */
final class Group {
  /** Binary name. */
  final String className;

  final Standing standing;

  /** The most promising first. */
  final List<Proposal> proposals = new ArrayList<>();

  Group(String className, Standing standing) {
    this.className = className;
    this.standing = standing;
  }

  /** The higher, the more promising. */
  long score() {
    return standing.score();
  }
}
