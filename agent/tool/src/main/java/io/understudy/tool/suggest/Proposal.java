package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed call point, or a method that is listed because it cannot be captured. Mutable while
 * the list is built.
 */
final class Proposal {
  final Operation operation;
  final MethodRef control;

  /** A higher score is more promising. */
  long score;

  /** The number of counted calls; 0 without counts. */
  long calls;

  /** Why it cannot be captured; null if it can. */
  @Nullable String refusal;

  /** Null if none was found. */
  @Nullable CandidateMethod candidate;

  /** Short remarks for the comment behind it. */
  final List<String> remarks = new ArrayList<>();

  Proposal(Operation operation, MethodRef control) {
    this.operation = operation;
    this.control = control;
  }

  /** Whether it is void and has a mutable parameter, so its arguments are compared. */
  boolean comparesArguments() {
    return operation.root.isVoid() && ProposalList.hasMutableParameter(operation.root);
  }
}
