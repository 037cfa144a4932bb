package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call point that is proposed, or told of because it cannot be one. */
final class Proposal {
  final Operation operation;
  final MethodRef control;

  /** The higher, the more promising. */
  long score;

  /** How many calls of it were counted; 0 where nobody counted. */
  long calls;

  /** Why it cannot be captured; null where it can. */
  @Nullable String refusal;

  /** Null where none was found. */
  @Nullable CandidateMethod candidate;

  /** What to know of it, each in a few words. */
  final List<String> remarks = new ArrayList<>();

  Proposal(Operation operation, MethodRef control) {
    this.operation = operation;
    this.control = control;
  }

  /** Whether there is no result, but arguments that show what it did. */
  boolean comparesArguments() {
    return operation.root.isVoid() && ProposalList.takesMutable(operation.root);
  }
}
