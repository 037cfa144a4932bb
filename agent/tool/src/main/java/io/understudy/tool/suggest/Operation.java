package io.understudy.tool.suggest;

import io.understudy.agent.service.MethodConventions;
import io.understudy.agent.service.MethodOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What several classes do each in its own way: all bodies of a method and of what it overrides. */
final class Operation {
  /** The bodies, in order of their classes' names; at least one. Unmodifiable. */
  final List<MethodOutline> bodies;

  /** Everything that declares it without a body, or with one. Unmodifiable. */
  final Set<MethodOutline> declarations;

  /** The declaration that stands for all bodies; the body itself where there is one only. */
  final MethodOutline root;

  Operation(List<MethodOutline> bodies, Set<MethodOutline> declarations, MethodOutline root) {
    this.bodies = Collections.unmodifiableList(new ArrayList<>(bodies));
    this.declarations = Collections.unmodifiableSet(new LinkedHashSet<>(declarations));
    this.root = root;
  }

  /** Whether more than one class has a body for it. */
  boolean isShared() {
    return bodies.size() > 1;
  }

  /** Whether the class has a body for it. */
  boolean isOf(String className) {
    return bodies.stream().anyMatch(body -> body.owner.equals(className));
  }

  /** Whether its names and annotations, wherever they stand, say that it writes. */
  boolean saysThatItWrites() {
    return declarations.stream().anyMatch(MethodConventions::saysThatItWrites);
  }

  /** From how many classes it is called, by any of its declarations. */
  int callers(ApplicationClasses application) {
    return declarations.stream().mapToInt(application::callers).sum();
  }

  /** The method that stands for all. */
  @Override
  public String toString() {
    return root.toString();
  }
}
