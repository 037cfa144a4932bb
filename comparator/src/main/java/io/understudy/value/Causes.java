package io.understudy.value;

import org.jspecify.annotations.Nullable;

/**
 * Reads the cause of an exception by its field, because {@code Throwable.getCause} locks the
 * exception's monitor. Thread-safe.
 */
public final class Causes {
  private static final RacyReads.@Nullable Ref CAUSE = RacyReads.refField(Throwable.class, "cause");

  /** Whether a class overrides getCause. */
  private static final RemovableClassValue<Boolean> IS_OVERRIDDEN =
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
   * The cause of an exception; null if it has none. A class that overrides {@code getCause} is
   * asked through that method, which may throw any exception.
   */
  public static @Nullable Throwable of(Throwable thrown) {
    if (CAUSE == null || IS_OVERRIDDEN.get(thrown.getClass())) {
      return thrown.getCause();
    }
    Object cause = CAUSE.get(thrown);
    return cause == thrown
        ? null
        : (Throwable) cause; // The field holds the exception itself while there is no cause.
  }
}
