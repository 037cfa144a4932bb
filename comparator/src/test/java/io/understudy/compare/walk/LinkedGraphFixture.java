package io.understudy.compare.walk;

import io.understudy.compare.Comparison;
import io.understudy.compare.rule.RulesBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;

/** Nodes that link to each other, and their comparison in few steps. */
final class LinkedGraphFixture {
  /** A bound in steps that plain trials of all pairs exceed in each of these graphs. */
  static final long FEW_STEPS = 5_000_000;

  private LinkedGraphFixture() {}

  /** An object with a name and with links to others. */
  static final class Node {
    Object name;
    Collection<Node> links = Collections.newSetFromMap(new IdentityHashMap<>());

    Node(Object name) {
      this.name = name;
    }
  }

  static Comparison compared(RulesBuilder rules, Object control, Object candidate) {
    return Differ.with(rules.build()).bounded(FEW_STEPS).compare(control, candidate);
  }
}
