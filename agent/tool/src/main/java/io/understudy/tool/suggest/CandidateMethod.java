package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import org.jspecify.annotations.Nullable;

/** A method that may answer for a control. Immutable. */
final class CandidateMethod {
  final MethodRef method;

  /** What makes its instance; null where the constructor does, or none is needed. */
  final @Nullable MethodRef factory;

  /** Why it was taken. */
  final NameSimilarity likeness;

  CandidateMethod(MethodRef method, @Nullable MethodRef factory, NameSimilarity likeness) {
    this.method = method;
    this.factory = factory;
    this.likeness = likeness;
  }
}
