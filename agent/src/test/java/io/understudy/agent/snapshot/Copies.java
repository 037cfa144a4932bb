package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.Objects;

/** Copies one object, for tests. */
final class Copies {
  private static final Copier COPIER = new Copier();

  private Copies() {}

  /** The copy. */
  @SuppressWarnings("unchecked")
  static <T> T of(T live) throws Uncapturable {
    Object[] copies = COPIER.copy(new Object[] {live}, new Meter(Bounds.DEFAULT));
    return (T) Objects.requireNonNull(copies[0]);
  }

  /** The copy, checked to be another object, and the original's twin. */
  static <T> T twin(T live) throws Uncapturable {
    T copy = of(live);
    assertThat((Object) copy).isNotSameAs(live);
    Twins.check(live, copy);
    return copy;
  }

  /** Why the object cannot be copied. */
  static String refusal(Object live) {
    try {
      return "copied: " + of(live).getClass();
    } catch (Uncapturable reason) {
      return reason.reason();
    }
  }
}
