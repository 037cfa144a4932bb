package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.Collections;
import java.util.Objects;

/**
 * Copies one object for tests, with the initial copiers and with the compiled copiers of frequent
 * classes.
 */
final class Copies {
  private static final Copier COPIER = new Copier();
  private static final Copier HASTY = new Copier(new ClassPlans(Collections.emptySet(), 1));

  private Copies() {}

  /** Returns the copy. */
  static <T> T of(T live) throws Uncapturable {
    return of(COPIER, live);
  }

  @SuppressWarnings("unchecked")
  private static <T> T of(Copier copier, T live) throws Uncapturable {
    Object[] copies = copier.copy(new Object[] {live}, new Meter(Bounds.DEFAULT));
    return (T) Objects.requireNonNull(copies[0]);
  }

  /** Returns the copy after the check that it is another object and the original's twin. */
  static <T> T twin(T live) throws Uncapturable {
    T copy = of(live);
    assertThat((Object) copy).isNotSameAs(live);
    Twins.check(live, copy);
    Twins.check(live, hasty(live));
    return copy;
  }

  /** Returns the copy that compiled copiers make. */
  static <T> T hasty(T live) throws Uncapturable {
    of(HASTY, live);
    HASTY.compile();
    return of(HASTY, live);
  }

  /** Returns the reason why the object cannot be copied. */
  static String refusal(Object live) {
    try {
      return "copied: " + of(live).getClass();
    } catch (Uncapturable reason) {
      return reason.reason();
    }
  }
}
