package io.understudy.agent.snapshot.constant;

import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Uncapturable;
import org.jspecify.annotations.Nullable;

/** An object in a static field, with what is known about it. Thread-safe. */
final class Constant {
  final Object value;
  private final StaticField field;

  /** Empty if the object cannot change; null until it is known. Racy: all threads find the same. */
  private @Nullable String mutable;

  Constant(Object value, StaticField field) {
    this.value = value;
    this.field = field;
  }

  /**
   * Whether the candidate may get the object itself; if not, it is copied.
   *
   * @throws Uncapturable if the object can change, and copying it would not be faithful
   */
  boolean isShared(PlanSource plans) throws Uncapturable {
    String known = mutable;
    if (known == null) {
      String found = DeepImmutability.whyMutable(value, plans);
      known = found == null ? "" : found;
      mutable = known;
    }
    if (known.isEmpty()) {
      return true;
    }
    if (LibraryClasses.include(field.owner())) {
      return field.isSingleton();
    }
    throw new Uncapturable("a constant that can change: " + field.name() + ", because " + known);
  }
}
