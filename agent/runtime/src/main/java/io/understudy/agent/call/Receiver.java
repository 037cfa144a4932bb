package io.understudy.agent.call;

import org.jspecify.annotations.Nullable;

/**
 * Whom a control was called on, kept so that it can be asked the same again. It is the
 * application's own object and not a copy, and lives no longer than its {@link Call} needs it.
 */
public final class Receiver {
  private final @Nullable Object object;
  private final Class<?> declaring;

  /**
   * A receiver.
   *
   * @param object the live receiver; null for a static method
   * @param declaring the class that declares the body that ran, which the receiver's own class may
   *     override
   */
  public Receiver(@Nullable Object object, Class<?> declaring) {
    this.object = object;
    this.declaring = declaring;
  }

  /** The live receiver; null for a static method. */
  public @Nullable Object object() {
    return object;
  }

  /** The class that declares the body that ran. */
  public Class<?> declaring() {
    return declaring;
  }
}
