package io.understudy.value;

import org.jspecify.annotations.Nullable;

/** Reads the cause of an exception: {@code Throwable.getCause} takes the exception's monitor. */
public final class Causes {
  private static final RacyReads.@Nullable Ref CAUSE = RacyReads.ref(Throwable.class, "cause");

  // Whether a class has a getCause of its own.
  private static final RemovableClassValue<Boolean> OWN =
      new RemovableClassValue<Boolean>() {
        @Override
        protected Boolean compute(Class<?> type) {
          try {
            return type.getMethod("getCause").getDeclaringClass() != Throwable.class;
          } catch (NoSuchMethodException | LinkageError unknown) {
            return true;
          }
        }
      };

  private Causes() {}

  /**
   * The cause of an exception; null where it has none. May throw whatever a class that overrides
   * {@code getCause} throws there.
   */
  public static @Nullable Throwable of(Throwable thrown) {
    if (CAUSE == null || OWN.get(thrown.getClass())) {
      return thrown.getCause();
    }
    Object cause = CAUSE.of(thrown);
    return cause == thrown ? null : (Throwable) cause; // Itself as long as there is none.
  }
}
