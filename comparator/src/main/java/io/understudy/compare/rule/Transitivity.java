package io.understudy.compare.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether equality is transitive under the rules of one place, so that all objects that are equal
 * form a class. Rules by type, and rules below the place, are not part of it. Immutable.
 */
public final class Transitivity {
  /** Whether equality is transitive, apart from {@link #near}. */
  public final boolean transitive;

  /** Whether scalars are equal if they are near to each other. */
  public final boolean near;

  /** Whether objects that are equal have a loose hash in common. */
  public final boolean hashed;

  Transitivity(List<Rule> here, boolean isLimited) {
    List<Rule> placed = new ArrayList<>(here);
    placed.removeIf(rule -> rule.scope.typeName() != null);
    this.transitive =
        !isLimited && placed.stream().allMatch(rule -> rule.isTransitive() || rule.isNearness());
    this.near = placed.stream().anyMatch(Rule::isNearness);
    this.hashed = !isLimited && placed.stream().allMatch(Rule::isHashed);
  }
}
