package io.understudy.agent.snapshot.constant;

import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/** An object in a static field, with what is known about it. Thread-safe. */
final class Constant {
  final Object value;
  private final String field;

  /** Empty if the object cannot change; null until it is known. Racy: all threads find the same. */
  private @Nullable String mutable;

  Constant(Object value, String field) {
    this.value = value;
    this.field = field;
  }

  /**
   * Checks that the candidate may get the object itself.
   *
   * @throws Uncapturable if the object can change
   */
  void requireImmutable(PlanSource plans) throws Uncapturable {
    String known = mutable;
    if (known == null) {
      String found = DeepImmutability.whyMutable(value, plans);
      known = found == null ? "" : found;
      mutable = known;
    }
    if (!known.isEmpty()) {
      throw new Uncapturable("a constant that can change: " + field + ", because " + known);
    }
  }
}
