package io.understudy.compare.walk;

import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Path;
import org.jspecify.annotations.Nullable;

/**
 * A pair whose comparison is deferred, with its path; the path is null where no differences are
 * listed.
 */
final class DeferredPair {
  final @Nullable Path path;
  final Object control;
  final Object candidate;
  final @Nullable RuleNode node;

  /** The rules under which the pair is stored. */
  final @Nullable Object rules;

  /** The number of objects above the pair. */
  final int level;

  DeferredPair(
      @Nullable Path path,
      Object control,
      Object candidate,
      @Nullable RuleNode node,
      @Nullable Object rules,
      int level) {
    this.rules = rules;
    this.level = level;
    this.path = path;
    this.control = control;
    this.candidate = candidate;
    this.node = node;
  }
}
