package io.understudy.tool.suggest;

import io.understudy.agent.service.MethodConventions;
import io.understudy.agent.service.MethodOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A method with all its bodies in the classes that implement or override it. Immutable. */
final class Operation {
  /** The bodies, in order of their classes' names; at least one. Unmodifiable. */
  final List<MethodOutline> bodies;

  /** Its declarations, with or without a body. Unmodifiable. */
  final Set<MethodOutline> declarations;

  /** The declaration that covers all bodies; the body itself if there is only one. */
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
  boolean hasBodyIn(String className) {
    return bodies.stream().anyMatch(body -> body.owner.equals(className));
  }

  /** Whether the name or an annotation of one of its declarations says that it writes. */
  boolean saysThatItWrites() {
    return declarations.stream().anyMatch(MethodConventions::saysThatItWrites);
  }

  /** The sum of the caller counts of its declarations. */
  int callers(ApplicationClasses application) {
    return declarations.stream().mapToInt(application::callers).sum();
  }

  /** The method that covers all bodies. */
  @Override
  public String toString() {
    return root.toString();
  }
}
