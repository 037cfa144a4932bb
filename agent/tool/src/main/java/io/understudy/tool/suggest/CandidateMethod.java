package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import org.jspecify.annotations.Nullable;

/** A method that may be the candidate of a control. Immutable. */
final class CandidateMethod {
  final MethodRef method;

  /** The method that creates its instance; null for the constructor or a static method. */
  final @Nullable MethodRef factory;

  /** Why it was chosen. */
  final NameSimilarity similarity;

  CandidateMethod(MethodRef method, @Nullable MethodRef factory, NameSimilarity similarity) {
    this.method = method;
    this.factory = factory;
    this.similarity = similarity;
  }
}
